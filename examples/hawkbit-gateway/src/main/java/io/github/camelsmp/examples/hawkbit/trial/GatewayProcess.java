package io.github.camelsmp.examples.hawkbit.trial;

import io.github.camelsmp.examples.hawkbit.HawkbitGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A gateway: the program that runs where the devices are, in a process of its own. */
final class GatewayProcess implements AutoCloseable {

    static final String TOKEN = "token-of-the-gateway";

    private final ChildProgram program;

    /**
     * Starts one.
     *
     * @param home its folder; one that was used before goes on with what is there
     * @param properties {@code name=value}, besides those of {@code application.properties}
     */
    GatewayProcess(Path home, URI hawkbit, Path targets, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dhawkbit.url=" + hawkbit,
                "-Dhawkbit.gatewayToken=" + TOKEN,
                "-Dgateway.home=" + home,
                "-Dgateway.targets=" + targets,
                "-Dgateway.pauseAfterFailure=500",
                "-Dgateway.progressPeriod=500"));
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.add(HawkbitGateway.class.getName());
        Files.createDirectories(home);
        this.program = new ChildProgram(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("gateway.log").toFile())));
    }

    /** Kills it, as a power cut would. */
    @Override
    public void close() {
        program.close();
    }
}
