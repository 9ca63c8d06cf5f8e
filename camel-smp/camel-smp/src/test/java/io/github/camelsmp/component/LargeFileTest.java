package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.line.UdpLine;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file larger than the memory of the program it passes through. */
@Timeout(300)
class LargeFileTest {

    private static final int SIZE = 64 * 1024 * 1024;

    /** What runs in the program with little memory: endpoint URI. */
    public static void main(String[] arguments) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getStreamCachingStrategy().setSpoolEnabled(true);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").to(arguments[0]).process(LargeFileTest::digest);
                }
            });
            context.start();
            System.out.println(context.createProducerTemplate().requestBody("direct:start", (Object) null));
        }
    }

    private static void digest(Exchange exchange) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (InputStream stream = exchange.getMessage().getMandatoryBody(InputStream.class);
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            stream.transferTo(sink);
        }
        exchange.getMessage().setBody("sha256 " + HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void passesThroughARouteWith64MebibytesOfMemory() throws Exception {
        byte[] content = new byte[SIZE];
        for (int i = 0; i < SIZE; i += 1024) {
            content[i] = (byte) (i >> 10);
        }
        SimulatedFiles files = new SimulatedFiles().mount("/lfs1").put("/lfs1/large.bin", content);
        try (SimulatedDevice device =
                SimulatedDevice.builder("board-1").files(files).build()) {
            UdpLine line = device.listenUdp(0);

            String said = runInLittleMemory("smp:" + line.address() + "?operation=fileDownload&path=/lfs1/large.bin");

            String expected = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(said).contains("sha256 " + expected);
        }
    }

    private static String runInLittleMemory(String uri) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileTest.class.getName(),
                        uri)
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
