package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints what as many requests in flight as prove good bring on real servers, beside one at a time, both in turn. That
 * everything arrives is asserted; how fast is for the reader, because other programs run beside.
 */
@RealServers
@Timeout(600)
class WindowComparisonTest {

    private static final List<String> WINDOWS = List.of("1", "auto");
    private static final int RUNS = 3;
    private static final String FILE = "/lfs1/window.bin";
    private static final int FILE_SIZE = 4000;
    private static final int DOWNLOADS = 5;

    static Stream<ServerDescription> serversWithImages() {
        return pipelining().filter(server -> server.hasGroup("img"));
    }

    /** The emulated boards with large buffers refuse to read files at all, one request at a time or more. */
    static Stream<ServerDescription> serversWithFiles() {
        return pipelining()
                .filter(server -> server.hasGroup("fs"))
                .filter(server -> !server.isEmulated() || server.bufferSize() < 1024);
    }

    private static Stream<ServerDescription> pipelining() {
        return ServerManifest.all().stream()
                .filter(server -> !server.transport().equals("serial_raw"));
    }

    /** Both windows share one connection. */
    private static YamlRoutes routeTo(ZephyrServer server) throws Exception {
        return YamlRoutes.start("""
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - toD:
                            uri: "%s&window=${header.window}"
                """.formatted(server.uri("connectTimeout=30s&path=" + FILE)), "nothing", "");
    }

    @ParameterizedTest
    @MethodSource("serversWithImages")
    void uploadsImages(ServerDescription description) throws Exception {
        double[][] speeds = new double[WINDOWS.size()][RUNS];
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = routeTo(server)) {
            for (int run = 0; run < RUNS; run++) {
                for (int window = 0; window < WINDOWS.size(); window++) {
                    byte[] image = McubootHeader.withVersion(description.signedImage(), 4, run, window);
                    Map<?, ?> result =
                            route.ask(Map.class, "imageUpload", image, Map.of("window", WINDOWS.get(window)));
                    assertThat(result.get("bytes")).isEqualTo((long) image.length);
                    speeds[window][run] = ((Number) result.get("bytesPerSecond")).doubleValue();
                }
            }
        }
        print(description + " image upload", speeds);
    }

    @ParameterizedTest
    @MethodSource("serversWithFiles")
    void downloadsFiles(ServerDescription description) throws Exception {
        byte[] content = new byte[FILE_SIZE];
        new Random(1).nextBytes(content);
        double[][] speeds = new double[WINDOWS.size()][RUNS];
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = routeTo(server)) {
            route.ask(Map.class, "fileUpload", content, Map.of("window", "1"));
            for (int run = 0; run < RUNS; run++) {
                for (int window = 0; window < WINDOWS.size(); window++) {
                    Map<String, Object> arguments = Map.of("window", WINDOWS.get(window));
                    long started = System.nanoTime();
                    for (int download = 0; download < DOWNLOADS; download++) {
                        assertThat(route.ask(byte[].class, "fileDownload", null, arguments))
                                .isEqualTo(content);
                    }
                    speeds[window][run] = DOWNLOADS * FILE_SIZE * 1e9 / (System.nanoTime() - started);
                }
            }
        }
        print(description + " file download", speeds);
    }

    private static void print(String what, double[][] speeds) {
        double one = median(speeds[0]);
        double auto = median(speeds[1]);
        System.out.printf(
                Locale.ROOT,
                "window: %-60s window 1 %8.1f kB/s, auto %8.1f kB/s, auto / window 1 %.2f%n",
                what,
                one / 1000,
                auto / 1000,
                auto / one);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
