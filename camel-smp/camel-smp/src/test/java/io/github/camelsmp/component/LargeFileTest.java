package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.line.UdpLine;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file larger than the memory of the program it passes through. */
@Timeout(300)
class LargeFileTest {

    private static final int SIZE = 64 * 1024 * 1024;

    /** What runs in the program with little memory: endpoint URI, file to write, whether the context spools streams. */
    public static void main(String[] arguments) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getStreamCachingStrategy().setSpoolEnabled(Boolean.parseBoolean(arguments[2]));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").to(arguments[0]).process(exchange -> write(exchange, Path.of(arguments[1])));
                }
            });
            context.start();
            Exchange done = context.createProducerTemplate().request("direct:start", exchange -> {});
            if (done.getException() != null) {
                throw done.getException();
            }
        }
    }

    private static void write(Exchange exchange, Path file) throws Exception {
        try (InputStream stream = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            Files.copy(stream, file);
        }
    }

    @ParameterizedTest(name = "the context spools streams: {0}")
    @ValueSource(booleans = {false, true})
    void passesThroughARouteWith64MebibytesOfMemory(boolean spools, @TempDir Path folder) throws Exception {
        byte[] content = new byte[SIZE];
        new Random(SIZE).nextBytes(content);
        Path target = folder.resolve("large.bin");
        SimulatedFiles files = new SimulatedFiles().mount("/lfs1").put("/lfs1/large.bin", content);
        try (SimulatedDevice device =
                SimulatedDevice.builder("board-1").files(files).build()) {
            UdpLine line = device.listenUdp(0);

            long start = System.nanoTime();

            runInLittleMemory(
                    "smp:" + line.address() + "?operation=fileDownload&path=/lfs1/large.bin",
                    target.toString(),
                    Boolean.toString(spools));

            System.out.printf(
                    "64 MiB over UDP through a route with -Xmx64m, spooling %s: %.1f s%n",
                    spools, (System.nanoTime() - start) / 1e9);
            assertThat(sha256(target))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }
    }

    private static byte[] sha256(Path file) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            Files.copy(file, sink);
        }
        return sha256.digest();
    }

    private static void runInLittleMemory(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFileTest.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
