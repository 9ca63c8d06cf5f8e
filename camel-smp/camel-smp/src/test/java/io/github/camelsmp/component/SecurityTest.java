package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the guide to security says. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SecurityTest {

    private static final String EVIL = "CamelSmpOperation\r\n2026 ERROR ${exec:reboot} {} ../../etc/passwd";

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void whatADeviceSaysBecomesNoHeaderName() throws Exception {
        try (SimulatedDevice device = SimulatedDevice.builder("evil")
                .statistics(new SimulatedStatistics().set(EVIL, "CamelSmpPath", 1))
                .shell(SimulatedShell.withBasics())
                .noise(ConsoleNoise.NONE.withBeforeAnswers(EVIL + "\r\n"))
                .build()) {
            Set<String> headers = new TreeSet<>();
            for (String operation : new String[] {"statisticsList", "deviceInfo", "shell", "imageList", "groupList"}) {
                headers.addAll(ask(device, operation).getMessage().getHeaders().keySet());
            }

            assertThat(headers).isSubsetOf("CamelSmpOperation", "CamelSmpReturnCode");
        }
    }

    @Test
    void theRouteOfTheGuideEchoes() throws Exception {
        String key = "00112233445566778899aabbccddeeff";
        try (SimulatedDevice device = SimulatedDevice.builder("guarded").build();
                DtlsServer server = new DtlsServer(
                        device,
                        settings -> settings.setAdvancedPskStore(new AdvancedSinglePskStore(
                                "gateway", HexFormat.of().parseHex(key))))) {
            Properties properties = new Properties();
            properties.setProperty("device", server.address());
            properties.setProperty("key", key);
            context.getPropertiesComponent().setInitialProperties(properties);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "guide.yaml", Document.guide("security.adoc").code("DTLS", "yaml")));
            context.start();

            assertThat(context.createProducerTemplate().requestBody("direct:start", "hello", String.class))
                    .isEqualTo("hello");
        }
    }

    private Exchange ask(SimulatedDevice device, String operation) throws Exception {
        if (context.getRoutes().isEmpty()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").to("smp:" + device.address());
                }
            });
            context.start();
        }
        return context.createProducerTemplate().request("direct:start", exchange -> {
            exchange.getMessage().setHeader(SmpConstants.OPERATION, operation);
            exchange.getMessage().setBody("kernel version");
        });
    }
}
