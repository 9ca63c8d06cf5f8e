package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every route of the guide to events, run as it stands there. */
@Timeout(60)
class EventsGuideTest {

    private static final Document GUIDE = Document.guide("events.adoc");

    private final SimulatedDevice device = SimulatedDevice.builder("board-1")
            .statistics(new SimulatedStatistics().set("smp_svr_stats", "ticks", 7))
            .noise(ConsoleNoise.NONE.withBeforeAnswers("[00:00:01.000,000] <err> fs: no room\r\n"))
            .build();
    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        context.stop();
        device.close();
    }

    @Test
    void takesLinesOfTheLogApart() throws Exception {
        run("Console");

        Exchange line = finished.take();
        assertThat(line.getMessage().getBody()).isEqualTo("[00:00:01.000,000] <err> fs: no room");
        assertThat(line.getMessage().getHeaders())
                .containsEntry("CamelSmpLogLevel", "err")
                .containsEntry("CamelSmpLogModule", "fs")
                .containsEntry("CamelSmpLogText", "no room")
                .containsEntry("CamelSmpLogUptime", 1000L);
    }

    @Test
    void readsStatistics() throws Exception {
        run("Reading again and again");

        assertThat(finished.take().getMessage().getBody(Map.class).get("fields"))
                .isEqualTo(Map.of("ticks", 7L));
    }

    private void run(String heading) throws Exception {
        context.getManagementStrategy().addEventNotifier(new FinishedExchanges(finished));
        Properties properties = new Properties();
        properties.setProperty("device", device.listenTcp(0).address());
        context.getPropertiesComponent().setInitialProperties(properties);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("guide.yaml", GUIDE.code(heading, "yaml")));
        context.start();
    }
}
