package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nothing is left of lines that are gone. */
class LeakTest extends RigTest {

    private static final int CYCLES = 50;

    @Test
    void fiftyLinesLeaveNoThreadConnectionOrMatchBehind() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        cycle(sensor);
        await().until(() -> rig.bluez().clients() == 0 && ownThreads() == 0);

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            cycle(sensor);
        }

        await().untilAsserted(() -> {
            assertThat(rig.bluez().clients()).isZero();
            assertThat(ownThreads()).isZero();
        });
        assertThat(sensor.connects()).isEqualTo(CYCLES + 1);
        assertThat(sensor.disconnects()).isEqualTo(CYCLES + 1);
    }

    private void cycle(FakePeripheral sensor) throws Exception {
        try (SmpClient client = rig.client(sensor.address())) {
            get(client.os().echo("hello"));
        }
        await().until(sensor.line()::isAdvertising);
    }

    @Test
    void aDaemonThatIsRestartedAndARadioThatIsPulledOutLeaveNothingBehind() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.os().echo("hello"));
        int clients = rig.bluez().clients();
        long threads = ownThreads();

        for (int fault = 0; fault < 5; fault++) {
            rig.bluez().restart();
            get(client.os().echo("hello"));
            rig.bluez().removeAdapter("hci0");
            await().until(() -> client.connection().state() != State.CONNECTED);
            rig.bluez().addAdapter("hci0", true);
            get(client.os().echo("hello"));
        }

        await().untilAsserted(() -> {
            assertThat(rig.bluez().clients()).isEqualTo(clients);
            assertThat(ownThreads()).isEqualTo(threads);
        });
    }

    private static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("smp-ble-"))
                .count();
    }
}
