package io.github.camelsmp.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.SmpVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of files fill their messages (protocol.md 12.3). */
class UploadTest {

    private static final byte[] SHA = new byte[32];
    private static final byte[] NO_SHA = {};
    private static final ByteBuffer LARGE = ByteBuffer.allocate(70_000);

    @ParameterizedTest
    @CsvSource({
        "1024, 939, 'data,image,len,off,sha,upgrade'",
        "116, 32, 'data,image,len,off,sha,upgrade'",
        "115, 40, 'data,image,len,off,sha'",
        "107, 32, 'data,image,len,off,sha'",
        "106, 38, 'data,len,off,sha'",
        "100, 32, 'data,len,off,sha'",
        "99, 69, 'data,len,off'",
        "62, 32, 'data,len,off'",
    })
    void whatIsNotNeededIsLeftOutOfASmallMessage(int largestMessage, int room, String keys) {
        ImageGroup.Upload upload = ImageGroup.Upload.first(LARGE, SHA, 0, false, largestMessage);

        assertThat(upload.end()).isEqualTo(room);
        assertThat(String.join(
                        ",", upload.payload().asMap().keySet().stream().sorted().toList()))
                .isEqualTo(keys);
    }

    @Test
    void whatWasAskedForIsNotLeftOut() {
        ImageGroup.Upload upload = ImageGroup.Upload.first(LARGE, SHA, 2, true, 100);

        assertThat(upload.payload().asMap()).containsOnlyKeys("len", "off", "image", "upgrade", "data");
        assertThat(upload.payload().number("image")).isEqualTo(2);
        assertThat(upload.payload().flag("upgrade")).isTrue();
    }

    @Test
    void aMessageWithoutRoomForTheImageHeaderIsRefused() {
        assertThatThrownBy(() -> ImageGroup.Upload.first(LARGE, SHA, 0, false, 61))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("61 bytes")
                .hasMessageContaining("first 32 bytes");
        assertThatThrownBy(() -> ImageGroup.Upload.first(LARGE, NO_SHA, 1, true, 62))
                .isInstanceOf(SmpImageException.class);
        assertThatThrownBy(() -> ImageGroup.Upload.first(ByteBuffer.allocate(0), SHA, 0, false, 1024))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> ImageGroup.Upload.following(LARGE, 65536, 23))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("23 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 70_000, 70_001})
    void anOffsetOutsideTheFileIsRefused(long offset) {
        assertThatThrownBy(() -> ImageGroup.Upload.following(LARGE, offset, 1024))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offset " + offset);
    }

    @Test
    void aFileShorterThanAHeaderIsStillSent() {
        ImageGroup.Upload upload = ImageGroup.Upload.first(ByteBuffer.allocate(3), NO_SHA, 0, false, 40);

        assertThat(upload.end()).isEqualTo(3);
        assertThat(upload.isLast()).isTrue();
        assertThat(upload.patience()).isEqualTo(Patience.ERASE);
    }

    /** Every message but the last one is as large as it may be, or a byte smaller where the head of the data grows. */
    @ParameterizedTest
    @ValueSource(ints = {62, 83, 100, 169, 280, 380, 1020, 2044, 8188})
    void theWholeFileGoesOverInFullMessages(int largestMessage) {
        byte[] content = new byte[70_000];
        new Random(1).nextBytes(content);
        ByteBuffer file = ByteBuffer.wrap(content).slice();
        ByteArrayOutputStream received = new ByteArrayOutputStream();

        ImageGroup.Upload upload = ImageGroup.Upload.first(file, SHA, 0, false, largestMessage);
        received.writeBytes(data(upload));
        while (!upload.isLast()) {
            int size = SmpMessage.encode(upload, SmpVersion.V2, 0).length;
            assertThat(size).isBetween(largestMessage - 1, largestMessage);
            upload = ImageGroup.Upload.following(file, upload.end(), largestMessage);
            received.writeBytes(data(upload));
        }

        assertThat(received.toByteArray()).isEqualTo(content);
        assertThat(upload.patience()).isEqualTo(Patience.LAST_CHUNK);
    }

    private static byte[] data(ImageGroup.Upload upload) {
        return SmpMessage.decode(SmpMessage.encode(upload, SmpVersion.V2, 0))
                .payload()
                .bytes("data");
    }

    @Test
    void aFileForTheDeviceNeedNotBeInMemoryAtOnce() {
        long length = 5_000_000_000L;
        int room = FileSystemGroup.Upload.room("/lfs1/big", 4_999_999_000L, length, 384);

        FileSystemGroup.Upload upload =
                FileSystemGroup.Upload.of("/lfs1/big", 4_999_999_000L, length, ByteBuffer.allocate(room), 384);

        assertThat(SmpMessage.encode(upload, SmpVersion.V2, 0)).hasSize(384);
        assertThat(upload.end()).isEqualTo(4_999_999_000L + room);
        assertThat(upload.isLast()).isFalse();
        assertThatThrownBy(() -> FileSystemGroup.Upload.of("/lfs1/big", 0, 10, ByteBuffer.allocate(10), 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/lfs1/big");
    }

    @Test
    void anEmptyFileIsOnePieceWithoutData() {
        FileSystemGroup.Upload upload = FileSystemGroup.Upload.of("/lfs1/empty", 0, 0, ByteBuffer.allocate(0), 384);

        assertThat(upload.isLast()).isTrue();
        assertThat(upload.payload().bytes("data")).isEmpty();
    }
}
