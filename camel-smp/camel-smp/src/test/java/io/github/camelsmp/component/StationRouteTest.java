package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The programming station as the README shows it: plug a board in, and it is brought up to date. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class StationRouteTest {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 20_000);

    @TempDir
    private Path folder;

    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();
    private BoardBench bench;
    private Path firmware;

    @BeforeEach
    void prepareStation() throws IOException {
        Path ports = Files.createDirectory(folder.resolve("by-id"));
        bench = new BoardBench(ports);
        firmware = Files.write(folder.resolve("firmware.bin"), NEW.bytes());
        Properties settings = new Properties();
        settings.setProperty("firmware", firmware.toString());
        context.getPropertiesComponent().setInitialProperties(settings);
        SmpComponent component = context.getComponent("smp", SmpComponent.class);
        component.getConfiguration().setPortFolder(ports.toString());
        component.getConfiguration().setScanInterval(50);
        component.getConfiguration().setNamePattern(BoardBench.NAMES);
        context.getManagementStrategy().addEventNotifier(new FinishedExchanges(finished));
    }

    @AfterEach
    void closeStation() {
        context.stop();
        bench.close();
    }

    @Test
    void bringsABoardUpToDateInYaml() throws Exception {
        String route = Document.README.code("A programming station", "yaml");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("station.yaml", route));
        context.start();

        SimulatedDevice board = bench.plugIn("board-1");

        assertThat(outcome(finished.take())).isEqualTo("upgraded");
        assertThat(board.runningVersion()).contains("2.0.0");
    }

    @Test
    void bringsABoardUpToDateInJava() throws Exception {
        String route = Document.README.code("A programming station", "java");
        context.addRoutes(RouteSource.compile(folder, "ProgrammingStation", route));
        context.start();

        SimulatedDevice board = bench.plugIn("board-1");

        assertThat(outcome(finished.take())).isEqualTo("upgraded");
        assertThat(board.runningVersion()).contains("2.0.0");
    }

    @Test
    void takesTheResetOfAnUpgradeForNoUnplugging() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:serial:*")
                        .filter(header("CamelSmpEvent").isEqualTo("discovered"))
                        .setBody(constant(firmware))
                        .toD("smp:${header.CamelSmpAddress}?operation=firmwareUpgrade");
            }
        });
        context.start();
        bench.plugInWithUsb("board-1");
        assertThat(outcome(finished.take())).isEqualTo("upgraded");

        bench.unplug("board-1");

        assertThat(finished.take().getMessage().getHeader("CamelSmpEvent")).isEqualTo("lost");
    }

    private static Object outcome(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Map.class).get("outcome");
    }
}
