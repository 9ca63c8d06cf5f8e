package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.bluez.BlueZBackend;
import io.github.camelsmp.ble.rig.FakeBlueZ;
import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.RadioLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every route of the guide to Bluetooth, run as it stands there. */
@Timeout(60)
class BleGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "src-docs", "ble.adoc");

    private final FakeBlueZ bluez = new FakeBlueZ();
    private final SimulatedDevice device = SimulatedDevice.builder("guide").build();
    private final FakePeripheral sensor =
            bluez.add(new FakePeripheral(device, "Sensor 12", "C0:00:00:00:00:01", RadioLink.DEFAULT, true));
    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();

    @BeforeEach
    void prepare() {
        context.getRegistry().bind("radio", new BleTransportProvider(new BlueZBackend(bluez.busAddress())));
        context.getManagementStrategy().addEventNotifier(new Finished());
    }

    @AfterEach
    void stop() {
        context.stop();
        device.close();
        bluez.close();
    }

    @Test
    void upgradesADeviceByItsName() throws Exception {
        run("A device");

        Map<?, ?> result = context.createProducerTemplate()
                .requestBody(
                        "direct:upgrade", FirmwareImage.ofSize("2.0.0", 0x4000).bytes(), Map.class);

        assertThat(result.get("outcome")).isEqualTo("upgraded");
    }

    @Test
    void tellsWhatIsNear() throws Exception {
        run("What is near");

        Exchange found = finished.take();

        assertThat(found.getMessage().getHeader("CamelSmpEvent")).isEqualTo("discovered");
        assertThat(found.getMessage().getHeader("CamelSmpAddress")).isEqualTo("ble:" + sensor.address());
        assertThat(found.getMessage().getBody(Map.class).get("rssi")).isIn(-60, -59);
    }

    private void run(String heading) throws Exception {
        Matcher block = Pattern.compile(
                        "^== " + Pattern.quote(heading) + "$.*?^\\[source,yaml]\\R----$\\R(.*?)^----$",
                        Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("guide.yaml", block.group(1)));
        context.start();
    }

    private final class Finished extends EventNotifierSupport {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCompletedEvent completed) {
                finished.add(completed.getExchange());
            }
        }
    }
}
