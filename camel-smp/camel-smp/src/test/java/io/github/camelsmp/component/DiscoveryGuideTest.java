package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
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

/** Every route of the guide to discovery, run as it stands there. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class DiscoveryGuideTest {

    private static final Document GUIDE = Document.guide("discovery.adoc");

    @TempDir
    private Path folder;

    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();
    private BoardBench bench;

    @BeforeEach
    void prepare() {
        bench = new BoardBench(folder);
        SmpComponent component = context.getComponent("smp", SmpComponent.class);
        component.getConfiguration().setPortFolder(folder.toString());
        component.getConfiguration().setScanInterval(50);
        component.getConfiguration().setNamePattern(BoardBench.NAMES);
        context.getManagementStrategy().addEventNotifier(new FinishedExchanges(finished));
    }

    @AfterEach
    void stop() {
        context.stop();
        bench.close();
    }

    @Test
    void tellsOfSerialPorts() throws Exception {
        run("Serial ports");
        bench.plugIn("board-1");

        assertThat(eventOf(finished.take())).isEqualTo("discovered");
        bench.unplug("board-1");
        assertThat(eventOf(finished.take())).isEqualTo("lost");
    }

    @Test
    void asksAnSmpDeviceWhatItRuns() throws Exception {
        run("Is it an SMP device?");
        bench.plugIn("board-1");

        assertThat(finished.take().getMessage().getBody()).isEqualTo("Zephyr");
    }

    @Test
    void tellsOfDevicesThatAnnounceThemselves() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        String address = bench.plugIn("board-1").listenUdp(0).address();
        SmpDiscoveryConfiguration options =
                context.getComponent("smp", SmpComponent.class).getConfiguration();
        options.setNamePattern("oven-7");
        options.setNetworkInterface(NetworkInterface.getByInetAddress(loopback).getName());
        try (JmDNS announcer = JmDNS.create(loopback)) {
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            announcer.registerService(ServiceInfo.create("_mcumgr._udp.local.", "oven-7", port, "path=/"));

            run("Devices that announce themselves");

            assertThat(finished.take().getMessage().getHeader("CamelSmpAddress"))
                    .isEqualTo(address);
        }
    }

    @Test
    void tellsOfDevicesOnTheNetwork() throws Exception {
        String address = bench.plugIn("board-1").listenUdp(0).address();
        context.getComponent("smp", SmpComponent.class).getConfiguration().setNamePattern(".*");
        Properties properties = new Properties();
        properties.setProperty("gateways", address.substring("udp:".length()));
        context.getPropertiesComponent().setInitialProperties(properties);

        run("The network");

        Exchange found = finished.take();
        assertThat(eventOf(found)).isEqualTo("discovered");
        assertThat(found.getMessage().getHeader("CamelSmpAddress")).isEqualTo(address);
    }

    private void run(String heading) throws Exception {
        String route = GUIDE.code(heading, "yaml");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("guide.yaml", route));
        context.start();
    }

    private static Object eventOf(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader("CamelSmpEvent");
    }
}
