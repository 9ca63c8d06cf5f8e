package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left of lines that are gone. */
class LeakTest extends BlueZTest {

    private static final int CYCLES = 50;
    private static final Path HANDLES = Path.of("/proc/self/fd");

    @Test
    void fiftyLinesLeaveNoThreadConnectionMatchOrHandleBehind() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        cycle(sensor);
        await().until(() -> air.clients() == 0 && ownThreads() == 0);
        long sockets = sockets();

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            cycle(sensor);
        }

        await().untilAsserted(() -> {
            assertThat(air.clients()).isZero();
            assertThat(ownThreads()).isZero();
            assertThat(sockets()).isLessThanOrEqualTo(sockets);
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
        int clients = air.clients();
        long threads = ownThreads();

        for (int fault = 0; fault < 5; fault++) {
            air.restart();
            get(client.os().echo("hello"));
            air.removeAdapter("hci0");
            await().until(() -> client.connection().state() != State.CONNECTED);
            air.addAdapter("hci0", true);
            get(client.os().echo("hello"));
        }

        await().untilAsserted(() -> {
            assertThat(air.clients()).isEqualTo(clients);
            assertThat(ownThreads()).isEqualTo(threads);
        });
    }

    private static long ownThreads() {
        return Threads.running("smp-ble-");
    }

    private static long sockets() throws IOException {
        try (Stream<Path> handles = Files.list(HANDLES)) {
            return handles.filter(LeakTest::isSocket).count();
        }
    }

    /** One that is closed meanwhile is none. */
    private static boolean isSocket(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
