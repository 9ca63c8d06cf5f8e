package io.github.camelsmp.component.zephyr;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An upload to an emulated server on a line that is full of log text. */
@RealServers
@Timeout(300)
class LogTextDuringUploadTest {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void everyLineArrivesOnceAndWholeAndTheUploadIsUnharmed() throws Exception {
        ServerDescription description = ServerManifest.server("qemu_cortex_m0", "serial");
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 1, 2, 3);
        try (ZephyrServer server = ZephyrServer.start(description);
                LogTap tap = new LogTap(port(server));
                DefaultCamelContext context = start("smp:tcp:127.0.0.1:" + tap.port() + "?connectTimeout=30s");
                ProducerTemplate template = context.createProducerTemplate()) {
            Map<?, ?> result = template.requestBody("direct:start", firmware, Map.class);
            tap.fallSilent();

            await().atMost(60, SECONDS)
                    .until(() ->
                            lines.stream().filter(line -> line.contains("tap:")).count()
                                    >= tap.printed().size());
            System.out.println("qemu_cortex_m0 upload with " + tap.printed().size() + " lines of log text: " + result);
            assertThat(result.get("match")).isNotEqualTo(false);
            assertThat(result.get("bytes")).isEqualTo((long) firmware.length);
            assertThat(lines).filteredOn(line -> line.contains("tap:")).containsExactlyElementsOf(tap.printed());
        }
    }

    private static int port(ZephyrServer server) {
        String address = server.address();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private DefaultCamelContext start(String uri) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&events=console")
                        .process(exchange -> lines.add(exchange.getMessage().getBody(String.class)));
                from("direct:start").to(uri + "&operation=imageUpload");
            }
        });
        context.start();
        return context;
    }
}
