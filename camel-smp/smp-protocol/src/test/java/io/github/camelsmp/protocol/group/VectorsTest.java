package io.github.camelsmp.protocol.group;

import static io.github.camelsmp.protocol.Vectors.hex;
import static io.github.camelsmp.protocol.group.Command.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.IndefiniteCbor;
import io.github.camelsmp.protocol.RawRequest;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.Vectors;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of protocol.md 21.5 and those of 21.1 that are answers. */
class VectorsTest {

    private static final ByteBuffer IMAGE = ByteBuffer.wrap(Vectors.image());

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        ImageGroup.Upload.following(IMAGE, 32, 20 + 2 + 32),
                        7,
                        "0a00002e00010701a2636f666618206464617461582003"
                                + "0a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc"),
                Arguments.of(
                        ImageGroup.StateWrite.test(Vectors.IMAGE_HASH),
                        7,
                        "0a00003100010700a2646861736858209f240445119721061887b4f5f224ca03a725afcdc3d265934b61"
                                + "78260b64b70267636f6e6669726df4"),
                Arguments.of(
                        FileSystemGroup.Upload.of("/lfs1/t.txt", 0, 5, ByteBuffer.wrap(hex("68656c6c6f")), 384),
                        8,
                        "0a00002700080800a4636c656e05636f66660064646174614568656c6c6f646e616d656b2f6c6673312f742e747874"),
                Arguments.of(
                        new FileSystemGroup.Download("/lfs1/t.txt", 0),
                        9,
                        "0800001700080900a2636f666600646e616d656b2f6c6673312f742e747874"),
                Arguments.of(
                        new FileSystemGroup.Hash("/lfs1/t.txt", "crc32"),
                        10,
                        "0800001d00080a02a2646e616d656b2f6c6673312f742e7478746474797065656372633332"),
                Arguments.of(
                        new ShellGroup.Execute(List.of("kernel", "version")),
                        11,
                        "0a00001600090b00a1646172677682666b65726e656c6776657273696f6e"),
                Arguments.of(new SettingsGroup.Read("a/b"), 12, "0800000a00030c00a1646e616d6563612f62"),
                Arguments.of(
                        new StatisticsGroup.Show("smp_svr_stats"),
                        13,
                        "0800001400020d00a1646e616d656d736d705f7376725f7374617473"),
                Arguments.of(
                        new OsGroup.DateTimeWrite("2026-01-02T03:04:05"),
                        15,
                        "0a00001e00000f04a1686461746574696d6573323032362d30312d30325430333a30343a3035"),
                Arguments.of(
                        RawRequest.write(64, 1, map("off", 0, "data", hex("0102"))),
                        18,
                        "0a00000e00401201a2636f6666006464617461420102"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsAreTheseBytes(SmpRequest<?> request, int sequence, String message) {
        assertThat(SmpMessage.encode(request, SmpVersion.V2, sequence)).isEqualTo(hex(message));
    }

    private static CborMap answer(SmpRequest<?> request, int sequence, String message) {
        SmpMessage answer = SmpMessage.decode(hex(message));
        SmpHeader asked =
                new SmpHeader(SmpVersion.V2, request.op(), 0, 0, request.group(), sequence, request.command());
        assertThat(answer.header().answers(asked)).isTrue();
        assertThat(answer.header().length()).isEqualTo(hex(message).length - SmpHeader.SIZE);
        return answer.payload();
    }

    private static <R> R read(SmpRequest<R> request, int sequence, String message) {
        CborMap payload = answer(request, sequence, message);
        assertThat(request.errorIn(payload)).isEmpty();
        return request.readResponse(payload);
    }

    @Test
    void theStateOfOneConfirmedImage() {
        ImageGroup.StateResponse response = read(
                new ImageGroup.StateRead(),
                16,
                "0900008800011000bf66696d616765739fbf64736c6f74006776657273696f6e67312e322e332e34646861736858209f"
                        + "240445119721061887b4f5f224ca03a725afcdc3d265934b6178260b64b70268626f6f7461626c65f567"
                        + "70656e64696e67f469636f6e6669726d6564f566616374697665f5697065726d616e656e74f4ffff"
                        + "6b73706c697453746174757300ff");

        ImageGroup.ImageState image = response.images().get(0);
        assertThat(response.images()).hasSize(1);
        assertThat(image.version()).isEqualTo("1.2.3.4");
        assertThat(image.hash()).isEqualTo(Vectors.IMAGE_HASH);
        assertThat(List.of(image.bootable(), image.confirmed(), image.active())).containsOnly(true);
        assertThat(List.of(image.pending(), image.permanent())).containsOnly(false);
        assertThat(response.raw().number("splitStatus")).isZero();
    }

    @Test
    void theSlotsOfAnImage() {
        ImageGroup.SlotInfoResponse response = read(
                new ImageGroup.SlotInfo(),
                17,
                "0900006500011106bf66696d616765739fbf65696d6167650065736c6f74739fbf64736c6f74006473697a651a00076000"
                        + "ffbf64736c6f74016473697a651a000760006f75706c6f61645f696d6167655f696400ffff6e6d61785f"
                        + "696d6167655f73697a651a00075000ffffff");

        ImageGroup.ImageSlots slots = response.images().get(0);
        assertThat(slots.maxImageSize()).hasValue(0x75000);
        assertThat(slots.slots()).extracting(ImageGroup.Slot::size).containsExactly(0x76000L, 0x76000L);
        assertThat(slots.slots())
                .extracting(ImageGroup.Slot::uploadImageId)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(0));
    }

    @Test
    void answersOfTheFileSystem() {
        assertThat(read(fileUpload(), 8, "0b00000700080800bf636f666605ff").offset())
                .isEqualTo(5);
        FileSystemGroup.DownloadResponse download = read(
                new FileSystemGroup.Download("/lfs1/t.txt", 0),
                9,
                "0900001700080900bf636f66660064646174614568656c6c6f636c656e05ff");
        assertThat(download.data()).isEqualTo(hex("68656c6c6f"));
        assertThat(download.length()).hasValue(5);
        FileSystemGroup.HashResponse hash = read(
                new FileSystemGroup.Hash("/lfs1/t.txt", "crc32"),
                10,
                "0900001e00080a02bf6474797065656372633332636c656e05666f75747075741a3610a686ff");
        assertThat(hash.checksum()).isEqualTo(OptionalLong.of(0x3610a686L));
    }

    private static FileSystemGroup.Upload fileUpload() {
        return FileSystemGroup.Upload.of("/lfs1/t.txt", 0, 5, ByteBuffer.wrap(hex("68656c6c6f")), 384);
    }

    @Test
    void aRefusedFileOffsetTellsTheLengthOfTheFile() {
        CborMap payload =
                answer(fileUpload(), 8, "0b00001a00080800bf63657272bf6567726f7570086272630bff636c656e19012cff");

        SmpError error = fileUpload().errorIn(payload).orElseThrow();

        assertThat(error.codeName()).isEqualTo("FILE_OFFSET_NOT_VALID");
        assertThat(payload.number("len")).isEqualTo(300);
    }

    @Test
    void answersOfTheShell() {
        ShellGroup.Execute execute = new ShellGroup.Execute("kernel version");

        ShellGroup.ExecuteResponse good =
                read(execute, 11, "0b00001f00090b00bf616f755a65706879722076657273696f6e20342e322e300a6372657400ff");
        ShellGroup.ExecuteResponse bad = read(execute, 11, "0b00000a00090b00bf616f606372657435ff");

        assertThat(good.output()).isEqualTo("Zephyr version 4.2.0\n");
        assertThat(good.returnCode()).isZero();
        assertThat(bad.output()).isEmpty();
        assertThat(bad.returnCode()).isEqualTo(-22);
    }

    @Test
    void answersOfSettingsStatisticsAndEnumeration() {
        assertThat(read(new SettingsGroup.Read("a/b"), 12, "0900000b00030c00bf6376616c4401020304ff")
                        .value())
                .isEqualTo(hex("01020304"));
        assertThat(read(
                                new StatisticsGroup.Show("smp_svr_stats"),
                                13,
                                "0900002600020d00bf646e616d656d736d705f7376725f7374617473666669656c6473bf657469636b73182affff")
                        .fields())
                .isEqualTo(Map.of("ticks", 42L));
        assertThat(read(new EnumerationGroup.ListGroups(), 14, "0900000e000a0e01bf6667726f7570739f00010affff")
                        .groups())
                .containsExactly(0, 1, 10);
    }

    @Test
    void theAnswersOf21_1() {
        assertThat(read(
                                new OsGroup.Parameters(),
                                1,
                                "0900001900000106bf686275665f73697a65190800696275665f636f756e7404ff")
                        .parameters()
                        .safeWindow())
                .isEqualTo(3);
        assertThat(read(new OsGroup.Reset(false, 0), 2, "0b00000200000205bfff").raw())
                .isEqualTo(CborMap.EMPTY);
        ImageGroup.UploadResponse zephyr =
                read(ImageGroup.Upload.following(IMAGE, 32, 384), 6, "0b00000f00010601bf636f66661888656d61746368f5ff");
        assertThat(zephyr.offset()).isEqualTo(136);
        assertThat(zephyr.match()).hasValue(true);
        ImageGroup.UploadResponse mcuboot =
                read(ImageGroup.Upload.following(IMAGE, 32, 384), 6, "0b00000c00010601bf62726300636f66661888ff");
        assertThat(mcuboot.offset()).isEqualTo(136);
        assertThat(mcuboot.match()).isEmpty();
    }

    @Test
    void bothErrorFormsOf21_1() {
        ImageGroup.Erase erase = ImageGroup.Erase.defaultSlot();
        ImageGroup.StateRead state = new ImageGroup.StateRead();
        SmpMessage v1 = SmpMessage.decode(hex("0300000600010405bf62726308ff"));
        SmpMessage v2 = SmpMessage.decode(hex("0b00001300010400bf63657272bf6567726f75700162726308ffff"));

        assertThat(v1.header().version()).isEqualTo(SmpVersion.V1);
        assertThat(erase.errorIn(v1.payload()).orElseThrow().codeName()).isEqualTo("ENOTSUP");
        assertThat(erase.errorIn(answer(erase, 4, "0b00000600010405bf62726308ff"))
                        .orElseThrow()
                        .codeName())
                .isEqualTo("ENOTSUP");
        assertThat(state.errorIn(v2.payload()).orElseThrow().codeName()).isEqualTo("HASH_NOT_FOUND");
    }

    @Test
    void theWayZephyrWritesIsTheWayTheVectorsAreWritten() {
        CborMap parameters = map("text", "x", "list", List.of(true));

        assertThat(IndefiniteCbor.encode(parameters)).isEqualTo(hex("bf 6474657874 6178 646c697374 9ff5ff ff"));
    }
}
