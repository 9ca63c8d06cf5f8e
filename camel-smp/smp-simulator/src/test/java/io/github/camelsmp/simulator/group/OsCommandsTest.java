package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OsCommandsTest {

    private final ManualTime time = new ManualTime();
    private SimulatedDevice device;
    private TestClient client;

    private void start(UnaryOperator<OsOptions> with) {
        device = SimulatedDevice.builder("node-1")
                .preventDowngrade(true)
                .time(time)
                .os(with)
                .build();
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void echoesByReadAndByWrite() {
        start(it -> it);

        assertThat(client.ask(READ, 0, 0, Map.of("d", "grüß dich")).text("r")).isEqualTo("grüß dich");
        assertThat(client.ask(WRITE, 0, 0, Map.of()).text("r")).isEmpty();
        assertThat(client.ask(WRITE, 0, 0, Map.of("d", 1)).number("rc")).isEqualTo(3);
    }

    @Test
    void knowsNoConsoleEchoControl() {
        start(it -> it);

        assertThat(client.ask(WRITE, 0, 1, Map.of("echo", false)).number("rc")).isEqualTo(8);
    }

    @Test
    void describesItsThreads() {
        start(it -> it);

        CborMap tasks = client.ask(READ, 0, 2, Map.of()).optionalMap("tasks").orElseThrow();

        assertThat(tasks.asMap().keySet()).containsExactly("main", "mcumgr smp", "sysworkq", "idle");
        assertThat(tasks.optionalMap("sysworkq").orElseThrow().asMap())
                .containsEntry("prio", -1L)
                .containsEntry("stksiz", 256L);
        assertThat(tasks.optionalMap("idle").orElseThrow().number("runtime")).isEqualTo(4_200_000_000L);
    }

    @Test
    void refusesWhatIsNotCompiledIn() {
        start(it ->
                it.withTasks().withParameters(false).withApplicationInfo(false).withBootloaderInfo(false));

        for (int command : new int[] {2, 3, 6, 7, 8}) {
            assertThat(client.ask(READ, 0, command, Map.of()).number("rc"))
                    .as("command %d", command)
                    .isEqualTo(8);
        }
    }

    @Test
    void describesItsMemoryPoolsInBothLayouts() {
        MemoryPool pool = new MemoryPool("heap", 64, 100, 40, 12);
        start(it -> it.withMemoryPools(pool));
        assertThat(client.ask(READ, 0, 3, Map.of())
                        .optionalMap("heap")
                        .orElseThrow()
                        .asMap())
                .isEqualTo(Map.of("blksiz", 64L, "nblks", 100L, "nfree", 40L, "min", 12L));
        device.close();

        start(it -> it.withMemoryPools(pool).withPoolsNested());
        assertThat(client.ask(READ, 0, 3, Map.of())
                        .optionalMap("mpools")
                        .orElseThrow()
                        .has("heap"))
                .isTrue();
    }

    @Test
    void keepsTimeOnceItIsSet() {
        start(it -> it);

        assertThat(error(client.ask(READ, 0, 4, Map.of()))).isEqualTo(4);
        client.ask(WRITE, 0, 4, Map.of("datetime", "2026-01-02T03:04:05"));
        time.advance(Duration.ofSeconds(56));

        assertThat(client.ask(READ, 0, 4, Map.of()).text("datetime")).isEqualTo("2026-01-02T03:05:01");
        assertThat(client.version1().ask(READ, 0, 4, Map.of()).text("datetime")).startsWith("2026");
    }

    @Test
    void printsMillisecondsWithoutPadding() {
        start(it -> it.withMilliseconds(true));
        client.ask(WRITE, 0, 4, Map.of("datetime", "2026-01-02 03:04:05.000"));
        time.advance(Duration.ofMillis(5));

        assertThat(client.ask(READ, 0, 4, Map.of()).text("datetime")).isEqualTo("2026-01-02T03:04:05.5");
    }

    @Test
    void refusesTimesItCannotRead() {
        start(it -> it);

        assertThat(client.ask(WRITE, 0, 4, Map.of("datetime", "2026-01-02T03:04"))
                        .number("rc"))
                .isEqualTo(3);
        assertThat(client.ask(WRITE, 0, 4, Map.of("datetime", "2026-01-02T03:04:05.123456+01:00"))
                        .number("rc"))
                .isEqualTo(3);
        assertThat(error(client.ask(WRITE, 0, 4, Map.of("datetime", "2026-13-02T03:04:05"))))
                .isEqualTo(2);
    }

    @Test
    void tellsAboutItsApplicationInItsOwnOrder() {
        start(it -> it);

        assertThat(info("")).isEqualTo("Zephyr");
        assertThat(info("is")).isEqualTo("Zephyr simulated_board");
        assertThat(info("a"))
                .isEqualTo("Zephyr node-1 v4.4.0 4.4.0 Sun Nov 22 00:00:00 2026 arm cortex-m4 simulated_board Zephyr");
        assertThat(error(client.ask(READ, 0, 7, Map.of("format", "sx")))).isEqualTo(2);
    }

    private String info(String format) {
        return client.ask(READ, 0, 7, format.isEmpty() ? Map.of() : Map.of("format", format))
                .text("output");
    }

    @Test
    void tellsAboutItsBootloader() {
        start(it -> it);

        assertThat(client.ask(READ, 0, 8, Map.of()).asMap()).isEqualTo(Map.of("bootloader", "MCUboot"));
        assertThat(client.ask(READ, 0, 8, Map.of("query", "mode")).asMap())
                .isEqualTo(Map.of("mode", 3L, "no-downgrade", true));
        assertThat(client.ask(READ, 0, 8, Map.of("query", "colour")).asMap()).isEqualTo(Map.of("rc", 3L));
    }

    private static long error(CborMap answer) {
        CborMap error = answer.optionalMap("err").orElseThrow();
        assertThat(error.number("group")).isZero();
        return error.number("rc");
    }
}
