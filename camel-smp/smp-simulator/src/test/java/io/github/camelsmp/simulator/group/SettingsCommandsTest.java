package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedSettings.Access;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsCommandsTest {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private final SimulatedSettings settings = new SimulatedSettings()
            .add("net/name", ONE)
            .add("net/serial", ONE, Access.READ_ONLY)
            .add("net/key", ONE, Access.WRITE_ONLY)
            .add("app/long", new byte[40]);
    private final SimulatedDevice device = SimulatedDevice.builder("settings")
            .time(new ManualTime())
            .settings(settings)
            .build();
    private final TestClient client = new TestClient(device);

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void forgetsWhatWasNotSaved() {
        write("net/name", TWO);
        assertThat(read("net/name").bytes("val")).isEqualTo(TWO);

        device.reset();

        assertThat(read("net/name").bytes("val")).isEqualTo(ONE);
    }

    @Test
    void keepsWhatWasSavedUntilItsStorageIsErased() {
        write("net/name", TWO);
        client.ask(WRITE, 3, 3, Map.of("name", "net"));
        device.reset();
        assertThat(read("net/name").bytes("val")).isEqualTo(TWO);
        assertThat(settings.stored("app/long")).isEmpty();

        assertThat(client.ask(WRITE, 63, 0, Map.of()).asMap()).isEmpty();
        device.reset();

        assertThat(read("net/name").bytes("val")).isEqualTo(ONE);
    }

    @Test
    void loadsByReadingAndDeletesInStorage() {
        write("net/name", TWO);
        client.ask(WRITE, 3, 3, Map.of());
        write("net/name", new byte[] {3});

        client.ask(READ, 3, 3, Map.of());
        assertThat(read("net/name").bytes("val")).isEqualTo(TWO);
        client.ask(WRITE, 3, 1, Map.of("name", "net/name"));
        assertThat(read("net/name").bytes("val")).isEqualTo(TWO);
        device.reset();

        assertThat(read("net/name").bytes("val")).isEqualTo(ONE);
        assertThat(client.ask(WRITE, 3, 2, Map.of()).asMap()).isEmpty();
    }

    @Test
    void limitsWhatIsReadAndSaysSo() {
        assertThat(read("app/long").bytes("val")).hasSize(32);
        assertThat(client.ask(READ, 3, 0, Map.of("name", "app/long", "max_size", 100))
                        .number("max_size"))
                .isEqualTo(32);
        assertThat(client.ask(READ, 3, 0, Map.of("name", "app/long", "max_size", 8))
                        .bytes("val"))
                .hasSize(8);
    }

    @Test
    void refusesWhatDoesNotExistOrMayNotBeDone() {
        assertThat(client.ask(READ, 3, 0, Map.of()).number("rc")).isEqualTo(3);
        assertThat(error(read("x".repeat(32)))).isEqualTo(2);
        assertThat(error(read("net/none"))).isEqualTo(3);
        assertThat(error(read("net/key"))).isEqualTo(4);
        assertThat(error(read("none/at/all"))).isEqualTo(5);
        assertThat(error(write("net/serial", TWO))).isEqualTo(6);
        assertThat(error(client.ask(WRITE, 3, 1, Map.of("name", "none/at/all"))))
                .isEqualTo(3);
        assertThat(error(client.ask(WRITE, 3, 1, Map.of("name", "net/serial")))).isEqualTo(7);
        assertThat(write("net/name", new byte[33]).number("rc")).isEqualTo(3);
        client.version1();
        assertThat(read("x".repeat(32)).number("rc")).isEqualTo(3);
        assertThat(read("net/none").number("rc")).isEqualTo(5);
        assertThat(read("none/at/all").number("rc")).isEqualTo(1);
    }

    private CborMap read(String name) {
        return client.ask(READ, 3, 0, Map.of("name", name));
    }

    private CborMap write(String name, byte[] value) {
        return client.ask(WRITE, 3, 0, Map.of("name", name, "val", value));
    }

    private static long error(CborMap answer) {
        CborMap error = answer.optionalMap("err").orElseThrow();
        assertThat(error.number("group")).isEqualTo(3);
        return error.number("rc");
    }
}
