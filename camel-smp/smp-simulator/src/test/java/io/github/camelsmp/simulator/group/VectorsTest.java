package io.github.camelsmp.simulator.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.threads.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers of protocol.md 21.5, byte by byte. */
class VectorsTest {

    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1").put("/lfs1/t.txt", "hello".getBytes());
    private final SimulatedDevice device = SimulatedDevice.builder("vectors-of-groups")
            .time(new ManualTime())
            .files(files)
            .build();
    private final TestClient client = new TestClient(device);

    @AfterEach
    void close() {
        device.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "file upload, 0a00002700080800a4636c656e05636f66660064646174614568656c6c6f646e616d656b2f6c6673312f742e747874,"
                + " 0b00000700080800bf636f666605ff",
        "file download, 0800001700080900a2636f666600646e616d656b2f6c6673312f742e747874,"
                + " 0900001700080900bf636f66660064646174614568656c6c6f636c656e05ff",
        "file checksum, 0800001d00080a02a2646e616d656b2f6c6673312f742e7478746474797065656372633332,"
                + " 0900001e00080a02bf6474797065656372633332636c656e05666f75747075741a3610a686ff",
        "shell, 0a00001600090b00a1646172677682666b65726e656c6776657273696f6e,"
                + " 0b00001f00090b00bf616f755a65706879722076657273696f6e20342e322e300a6372657400ff",
        "settings read, 0800000a00030c00a1646e616d6563612f62, 0900000b00030c00bf6376616c4401020304ff",
        "statistics, 0800001400020d00a1646e616d656d736d705f7376725f7374617473,"
                + " 0900002600020d00bf646e616d656d736d705f7376725f7374617473666669656c6473bf657469636b73182affff",
        "date-time set, 0a00001e00000f04a1686461746574696d6573323032362d30312d30325430333a30343a3035,"
                + " 0b00000200000f04bfff",
    })
    void answersByteForByte(String what, String request, String answer) {
        client.sendHex(request);

        assertThat(client.answerHex()).as(what).isEqualTo(answer);
    }

    @Test
    void tellsTheLengthOfAFileWhenTheOffsetIsWrongByteForByte() {
        files.put("/lfs1/t.txt", new byte[300]);

        client.sendHex("0a00002200080800a3636f66660564646174614568656c6c6f646e616d656b2f6c6673312f742e747874");

        assertThat(client.answerHex())
                .isEqualTo("0b00001a00080800bf63657272bf6567726f7570086272630bff636c656e19012cff");
    }

    @Test
    void listsItsGroupsByteForByte() {
        device.close();
        try (SimulatedDevice small = SimulatedDevice.builder("vectors-of-groups")
                .without(2, 3, 8, 9, 63)
                .build()) {
            TestClient other = new TestClient(small);

            other.sendHex("08000001000a0e01a0");

            assertThat(other.answerHex()).isEqualTo("0900000e000a0e01bf6667726f7570739f00010affff");
        }
    }

    @Test
    void servesAUserGroupByteForByte() {
        device.close();
        CommandGroup group = VendorGroups.intercreate(file -> {});
        try (SimulatedDevice vendor =
                SimulatedDevice.builder("vectors-of-groups").group(group).build()) {
            TestClient other = new TestClient(vendor);

            other.sendHex("0a00001300401201a3636c656e02636f6666006464617461420102");

            assertThat(other.answerHex()).isEqualTo("0b00000700401201bf636f666602ff");
        }
    }
}
