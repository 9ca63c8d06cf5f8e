package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileCommandsTest {

    private static final String PATH = "/lfs1/folder/file.bin";

    private final SimulatedFiles files =
            new SimulatedFiles().mount("/lfs1").mountReadOnly("/rom").put("/rom/a", new byte[] {1});
    private final SimulatedDevice device = SimulatedDevice.builder("files")
            .time(new ManualTime())
            .buffers(384, 4)
            .files(files)
            .build();
    private final TestClient client = new TestClient(device);

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void sendsAsMuchAsABufferHoldsUntilTheEnd() {
        byte[] content = pattern(1000);
        files.put(PATH, content);
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        CborMap first = download(0);
        assertThat(first.number("len")).isEqualTo(1000);
        assertThat(first.bytes("data")).hasSize(334);
        read.writeBytes(first.bytes("data"));
        while (read.size() < 1000) {
            CborMap next = download(read.size());
            assertThat(next.has("len")).isFalse();
            read.writeBytes(next.bytes("data"));
        }

        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(download(1000).bytes("data")).isEmpty();
        assertThat(download(1001).bytes("data")).isEmpty();
    }

    @Test
    void takesChunksInOrderOnly() {
        byte[] content = pattern(600);

        assertThat(upload(0, Arrays.copyOf(content, 300)).number("off")).isEqualTo(300);
        CborMap wrong = upload(400, new byte[10]);
        assertThat(error(wrong)).isEqualTo(11);
        assertThat(wrong.number("len")).isEqualTo(300);
        assertThat(upload(300, Arrays.copyOfRange(content, 300, 600)).number("off"))
                .isEqualTo(600);
        assertThat(client.ask(WRITE, 8, 4, Map.of()).asMap()).isEmpty();

        assertThat(files.get(PATH)).hasValue(content);
        assertThat(client.ask(READ, 8, 1, Map.of("name", PATH)).number("len")).isEqualTo(600);
    }

    @Test
    void losesTheLengthBesideTheErrorInVersionOne() {
        upload(0, new byte[10]);

        assertThat(client.version1()
                        .ask(WRITE, 8, 0, Map.of("name", PATH, "off", 5, "data", new byte[1]))
                        .asMap())
                .isEqualTo(Map.of("rc", 1L));
    }

    @Test
    void beginsAgainAtOffsetZeroUnlessNothingComes() {
        upload(0, pattern(100));

        assertThat(upload(0, new byte[0]).number("off")).isEqualTo(100);
        assertThat(files.get(PATH)).hasValue(pattern(100));
        upload(0, pattern(5));

        assertThat(files.get(PATH)).hasValue(pattern(5));
    }

    @Test
    void keepsWhatWasWrittenBeforePowerFailed() {
        device.cutPower(new PowerCut.AfterBytes(150));
        upload(0, pattern(100));
        client.send(WRITE, 8, 0, Map.of("name", PATH, "off", 100, "data", pattern(100)));

        device.powerOn();

        assertThat(files.get(PATH).orElseThrow()).hasSize(150);
    }

    @Test
    void hashesFilesAndPartsOfThem() {
        files.put(PATH, "123456789".getBytes());

        assertThat(hash(Map.of("name", PATH)).number("output")).isEqualTo(0xcbf43926L);
        assertThat(hash(Map.of("name", PATH, "off", 1, "len", 2, "type", "crc32"))
                        .asMap())
                .containsEntry("off", 1L)
                .containsEntry("len", 2L);
        files.put(PATH, "hello".getBytes());
        assertThat(HexFormat.of()
                        .formatHex(hash(Map.of("name", PATH, "type", "sha256")).bytes("output")))
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(error(hash(Map.of("name", PATH, "type", "md5")))).isEqualTo(13);
        assertThat(error(hash(Map.of("name", PATH, "off", 6)))).isEqualTo(12);
        assertThat(hash(Map.of("name", PATH, "len", 0)).number("rc")).isEqualTo(3);
        CborMap types = client.ask(READ, 8, 3, Map.of()).optionalMap("types").orElseThrow();
        assertThat(types.optionalMap("crc32").orElseThrow().asMap()).isEqualTo(Map.of("format", 0L, "size", 4L));
    }

    @Test
    void refusesNamesAndPlaces() {
        assertThat(client.ask(READ, 8, 1, Map.of("name", "/lfs1/" + "x".repeat(59)))
                        .number("rc"))
                .isEqualTo(3);
        assertThat(client.ask(READ, 8, 1, Map.of()).number("rc")).isEqualTo(3);
        assertThat(error(status("no/slash"))).isEqualTo(2);
        assertThat(error(status("/lfs1/none"))).isEqualTo(3);
        assertThat(error(status("/lfs1"))).isEqualTo(4);
        assertThat(error(status("/lfs2/file"))).isEqualTo(3);
        assertThat(error(client.ask(WRITE, 8, 0, Map.of("name", "/lfs2/b", "off", 0, "len", 1, "data", new byte[1]))))
                .isEqualTo(14);
        assertThat(error(client.ask(WRITE, 8, 0, Map.of("name", "/rom/b", "off", 0, "len", 1, "data", new byte[1]))))
                .isEqualTo(15);
        files.put(PATH, new byte[0]);
        assertThat(download(0).number("len")).isZero();
        assertThat(error(hash(Map.of("name", PATH)))).isEqualTo(16);
        files.capacity(10);
        assertThat(error(upload(0, new byte[11]))).isEqualTo(10);
        assertThat(client.ask(WRITE, 8, 0, Map.of("name", PATH, "off", 0, "data", new byte[1]))
                        .number("rc"))
                .isEqualTo(3);
    }

    private CborMap download(long offset) {
        return client.ask(READ, 8, 0, Map.of("name", PATH, "off", offset));
    }

    private CborMap upload(long offset, byte[] data) {
        return client.ask(
                WRITE,
                8,
                0,
                offset == 0
                        ? Map.of("name", PATH, "off", 0, "len", 600, "data", data)
                        : Map.of("name", PATH, "off", offset, "data", data));
    }

    private CborMap status(String name) {
        return client.ask(READ, 8, 1, Map.of("name", name));
    }

    private CborMap hash(Map<String, ?> keys) {
        return client.ask(READ, 8, 2, keys);
    }

    private static byte[] pattern(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 13);
        }
        return bytes;
    }

    private static long error(CborMap answer) {
        CborMap error = answer.optionalMap("err").orElseThrow();
        assertThat(error.number("group")).isEqualTo(8);
        return error.number("rc");
    }
}
