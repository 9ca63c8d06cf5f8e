package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.UdpLine;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a trace says of exchanges with a device. */
@Timeout(120)
class SpansTest {

    private final SimulatedDevice device = SimulatedDevice.builder("board-1")
            .slotSize(0x10000)
            .running(FirmwareImage.ofSize("1.0.0", 5_000))
            .resetDelay(Duration.ofMillis(20))
            .bootTime(Duration.ofMillis(20))
            .build();
    private final UdpLine line = device.listenUdp(0);
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        context.getRegistry().bind("tracer", tracers.get("camel"));
        tracer.init(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upgrade").to("smp:" + line.address() + "?operation=firmwareUpgrade");
                from("direct:status").to("smp:" + line.address() + "?operation=fileStatus&path=/lfs1/none");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        tracers.close();
        device.close();
    }

    private Map<AttributeKey<?>, Object> attributes(String span) {
        return span(span).getAttributes().asMap();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AttributeKey<String> key(String name) {
        return AttributeKey.stringKey(name);
    }

    @Test
    void anUpgradeSaysOfWhichDeviceAndWhatCameOfIt() {
        byte[] firmware = FirmwareImage.ofSize("2.0.0", 10_000).bytes();

        context.createProducerTemplate().requestBodyAndHeader("direct:upgrade", firmware, "CamelSmpImage", 0);

        assertThat(attributes("firmwareUpgrade"))
                .containsEntry(key("component"), "camel-smp")
                .containsEntry(key("smp.device"), line.address())
                .containsEntry(key("smp.operation"), "firmwareUpgrade")
                .containsEntry(key("smp.image"), "0")
                .containsEntry(key("smp.outcome"), "upgraded")
                .containsEntry(key("smp.sent"), "10000");
    }

    @Test
    void whatADeviceRefusesSaysItsErrorByName() {
        context.createFluentProducerTemplate().to("direct:status").send();

        assertThat(span("fileStatus").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes("fileStatus"))
                .containsEntry(key("smp.path"), "/lfs1/none")
                .containsEntry(key("error.type"), "io.github.camelsmp.protocol.SmpErrorException")
                .containsEntry(key("smp.error.group"), "8")
                .containsEntry(key("smp.error.name"), "FILE_NOT_FOUND");
    }
}
