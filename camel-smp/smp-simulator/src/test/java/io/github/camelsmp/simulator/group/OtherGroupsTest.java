package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statistics, shell, enumeration, transports, and the groups of vendors. */
class OtherGroupsTest {

    private SimulatedDevice device;
    private TestClient client;

    private void start(UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("groups").time(new ManualTime()))
                .build();
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void countsWhatItsUserCounts() {
        SimulatedStatistics statistics =
                new SimulatedStatistics().set("radio", "sent", 7).set("radio", "large", 1L << 40);
        start(it -> it.statistics(statistics));

        assertThat(client.ask(READ, 2, 1, Map.of()).texts("stat_list")).containsExactly("radio");
        statistics.set("radio", "sent", 8);
        assertThat(client.ask(READ, 2, 0, Map.of("name", "radio"))
                        .optionalMap("fields")
                        .orElseThrow()
                        .asMap())
                .isEqualTo(Map.of("sent", 8L, "large", 1L << 40));
        assertThat(error(client.ask(READ, 2, 0, Map.of("name", "none")))).isEqualTo(3);
        assertThat(client.ask(READ, 2, 0, Map.of()).number("rc")).isEqualTo(3);
    }

    @Test
    void executesLinesOfItsShell() {
        SimulatedShell shell =
                SimulatedShell.withBasics().command("flood", arguments -> SimulatedShell.Result.ok("ä".repeat(400)));
        start(it -> it.shell(shell));

        assertThat(shell("echo", "a b", "c").asMap()).isEqualTo(Map.of("o", "a b c\r\n", "ret", 0L));
        assertThat(shell("echo hello").text("o")).isEqualTo("hello\r\n");
        assertThat(shell("nonsense").asMap())
                .isEqualTo(Map.of("o", "\r\n\u001b[1;31mnonsense: command not found\r\n\u001b[m", "ret", -8L));
        assertThat(shell("").asMap()).isEqualTo(Map.of("o", "\r\n", "ret", -8L));
        assertThat(error(shell("x".repeat(257)))).isEqualTo(2);
        assertThat(error(shell())).isEqualTo(3);
        assertThat(client.ask(WRITE, 9, 0, Map.of()).number("rc")).isEqualTo(3);
        assertThat(error(client.ask(WRITE, 9, 0, Map.of("argv", List.of(1))))).isEqualTo(3);
        assertThat(shell("flood").text("o")).hasSize(256);
    }

    @Test
    void putsTheReturnCodeUnderRcIfOld() {
        start(SimulatedDeviceBuilder::oldServer);

        assertThat(shell("nonsense").number("rc")).isEqualTo(-8);
    }

    private CborMap shell(String... words) {
        return client.ask(WRITE, 9, 0, Map.of("argv", List.of(words)));
    }

    @Test
    void enumeratesItsGroups() {
        start(it -> it.without(63));

        assertThat(client.ask(READ, 10, 0, Map.of()).number("count")).isEqualTo(7);
        assertThat(client.ask(READ, 10, 1, Map.of()).numbers("groups")).containsExactly(0L, 1L, 2L, 3L, 8L, 9L, 10L);
        assertThat(client.ask(READ, 10, 2, Map.of()).asMap()).isEqualTo(Map.of("group", 0L));
        assertThat(client.ask(READ, 10, 2, Map.of("index", 6)).asMap()).isEqualTo(Map.of("group", 10L, "end", true));
        assertThat(error(client.ask(READ, 10, 2, Map.of("index", 7)))).isEqualTo(4);
        assertThat(client.ask(READ, 10, 3, Map.of("groups", List.of(1, 9)))
                        .maps("groups")
                        .get(0)
                        .asMap())
                .isEqualTo(Map.of("group", 1L, "name", "img mgmt", "handlers", 7L));
        assertThat(client.ask(READ, 10, 3, Map.of()).maps("groups")).hasSize(7);
        assertThat(client.ask(WRITE, 63, 0, Map.of()).number("rc")).isEqualTo(8);
    }

    @Test
    void bridgesToBluetooth() {
        start(it -> it.group(TransportCommands.create()));
        Map<String, Object> peer = Map.of("transport", 2, "address", "AA:BB:CC:DD:EE:FF", "address_type", 1);

        assertThat(client.ask(READ, 11, 6, Map.of()).maps("transports")).hasSize(2);
        assertThat(client.ask(READ, 11, 7, Map.of("transport", 2)).maps("modes"))
                .hasSize(1);
        assertThat(client.ask(READ, 11, 8, Map.of("transport", 2, "mode", 0)).maps("configs"))
                .hasSize(3);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 9)))).isEqualTo(4);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 2, "mode", 3))))
                .isEqualTo(5);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 0)))).isEqualTo(11);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 2)))).isEqualTo(14);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 2, "address", "somewhere"))))
                .isEqualTo(15);
        assertThat(error(client.ask(WRITE, 11, 0, Map.of("transport", 2, "port", 1))))
                .isEqualTo(16);
        assertThat(error(client.ask(WRITE, 11, 1, Map.of()))).isEqualTo(8);
        assertThat(client.ask(WRITE, 11, 0, peer).asMap()).isEmpty();
        assertThat(error(client.ask(WRITE, 11, 0, peer))).isEqualTo(13);
        assertThat(client.ask(READ, 11, 2, Map.of()).flag("bridged")).isTrue();
        assertThat(error(client.ask(WRITE, 11, 1, Map.of("transport", 2, "all", true))))
                .isEqualTo(7);
        assertThat(client.ask(WRITE, 11, 1, Map.of("all", true)).asMap()).isEmpty();
        assertThat(client.ask(READ, 11, 2, Map.of()).asMap()).isEqualTo(Map.of("supported", true, "active", false));
    }

    @Test
    void pagesThroughAMynewtLog() {
        MynewtLog log = new MynewtLog("reboot");
        for (int i = 0; i < 6; i++) {
            log.log("line " + i, i * 1000L, 1);
        }
        start(it -> it.group(log.group()));

        CborMap first = client.ask(READ, 4, 0, Map.of("log_name", "reboot"));
        CborMap rest = client.ask(READ, 4, 0, Map.of("index", first.number("next_index")));

        assertThat(first.maps("logs").get(0).maps("entries")).hasSize(4);
        assertThat(rest.maps("logs").get(0).maps("entries"))
                .extracting(entry -> new String(entry.bytes("msg")))
                .containsExactly("line 4", "line 5");
        assertThat(client.ask(READ, 4, 5, Map.of()).texts("log_list")).containsExactly("reboot");
        assertThat(client.ask(WRITE, 4, 1, Map.of()).number("rc")).isZero();
    }

    @Test
    void takesUploadsOfIntercreate() {
        List<byte[]> complete = new ArrayList<>();
        start(it -> it.group(VendorGroups.intercreate(complete::add)));

        client.ask(WRITE, 64, 1, Map.of("off", 0, "len", 4, "data", new byte[] {1, 2}));
        assertThat(client.ask(WRITE, 64, 1, Map.of("off", 2, "data", new byte[] {3, 4}))
                        .number("off"))
                .isEqualTo(4);

        assertThat(complete).containsExactly(new byte[] {1, 2, 3, 4});
        assertThat(error(client.ask(WRITE, 64, 1, Map.of("off", 0, "len", 1, "image", 1, "data", new byte[1]))))
                .isEqualTo(1);
    }

    @Test
    void tellsMemfaultWhoItIs() {
        start(it -> it.group(VendorGroups.memfault("s1", "hw2", "main", "1.0.0", "")));

        assertThat(client.ask(READ, 128, 0, Map.of()).text("device_serial")).isEqualTo("s1");
        assertThat(error(client.ask(READ, 128, 1, Map.of()))).isEqualTo(2);
    }

    @Test
    void asksForTheResourcesOfAnEnvelope() {
        SuitCommands suit = new SuitCommands("file://radio.bin");
        start(it -> it.group(suit.group()));

        client.ask(WRITE, 66, 2, Map.of("off", 0, "len", 2, "data", new byte[2], "defer_install", true));
        assertThat(client.ask(READ, 66, 3, Map.of()).asMap()).isEmpty();
        client.ask(WRITE, 66, 5, Map.of("off", 0, "len", 1, "data", new byte[1], "target_id", 7));
        client.ask(WRITE, 66, 2, Map.of("off", 0, "len", 0, "data", new byte[0]));
        CborMap wanted = client.ask(READ, 66, 3, Map.of());
        assertThat(new String(wanted.bytes("resource_id"))).isEqualTo("file://radio.bin");
        client.ask(WRITE, 66, 4, Map.of("stream_session_id", 1, "off", 0, "len", 3, "data", new byte[3]));

        assertThat(client.ask(READ, 66, 3, Map.of()).asMap()).isEmpty();
        assertThat(suit.received().keySet()).containsExactly("cache7", "envelope", "file://radio.bin");
    }

    private static long error(CborMap answer) {
        return answer.optionalMap("err").orElseThrow().number("rc");
    }
}
