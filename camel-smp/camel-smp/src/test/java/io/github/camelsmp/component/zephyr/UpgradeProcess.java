package io.github.camelsmp.component.zephyr;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** The upgrade in a program of its own, which can be killed. */
final class UpgradeProcess {

    private static final String PROGRESS = "progress ";
    private static final String RESULT = "result ";
    private static final String ROUTES = """
            - route:
                from:
                  uri: "%1$s&events=progress"
                  steps:
                    - bean: { ref: report, method: progress }
            - route:
                from:
                  uri: direct:start
                  steps:
                    - to:
                        uri: "%1$s&operation=firmwareUpgrade"
            """;

    private UpgradeProcess() {}

    /** Runs in the other process: endpoint URI and image file. */
    public static void main(String[] arguments) throws Exception {
        try (YamlRoutes routes = YamlRoutes.start(ROUTES.formatted(arguments[0]), "report", new Report())) {
            Object result = routes.send(Path.of(arguments[1]).toFile(), Map.of());
            System.out.println(RESULT + result);
        }
    }

    /** Writes what the parent waits for. */
    public static final class Report {

        /** Called by the route for each progress event. */
        public void progress(Map<String, Object> event) {
            long offset = ((Number) event.get("offset")).longValue();
            long length = ((Number) event.get("length")).longValue();
            System.out.println(PROGRESS + 100 * offset / length);
        }
    }

    /**
     * Starts the program and reads what it says.
     *
     * @param killAt percent at which it is killed; empty lets it finish
     * @return the result it printed, empty if it was killed
     */
    static String run(String uri, Path image, OptionalInt killAt) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UpgradeProcess.class.getName(),
                        uri,
                        image.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(RESULT)) {
                    return line.substring(RESULT.length());
                }
                if (killAt.isPresent() && percent(line) >= killAt.getAsInt()) {
                    return "";
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        throw new IllegalStateException("the program ended without a result: " + said);
    }

    private static int percent(String line) {
        return line.startsWith(PROGRESS) ? Integer.parseInt(line.substring(PROGRESS.length())) : -1;
    }
}
