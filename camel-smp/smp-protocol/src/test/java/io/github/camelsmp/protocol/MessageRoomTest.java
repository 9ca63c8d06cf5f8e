package io.github.camelsmp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of protocol.md 12.3. */
class MessageRoomTest {

    private static final CborMap PLAIN = CborMap.builder()
            .put("len", 70000)
            .put("off", 0)
            .put("sha", new byte[32])
            .build();
    private static final CborMap FIRST =
            CborMap.builder(PLAIN).put("image", 0).put("upgrade", false).build();
    private static final CborMap FAR = CborMap.builder().put("off", 65536).build();
    private static final CborMap NEAR = CborMap.builder().put("off", 65535).build();

    @ParameterizedTest
    @CsvSource({
        "83, 0, 16, 58, 60",
        "100, 17, 32, 75, 77",
        "124, 40, 56, 99, 101",
        "169, 85, 101, 144, 146",
        "244, 160, 176, 219, 221",
        "252, 168, 184, 227, 229",
        "380, 295, 311, 354, 356",
        "384, 299, 315, 358, 360",
        "495, 410, 426, 469, 471",
        "1020, 935, 951, 994, 996",
        "1024, 939, 955, 998, 1000",
        "1452, 1367, 1383, 1426, 1428",
        "1472, 1387, 1403, 1446, 1448",
        "2044, 1959, 1975, 2018, 2020",
        "2048, 1963, 1979, 2022, 2024",
        "4092, 4007, 4023, 4066, 4068",
        "8188, 8103, 8119, 8162, 8164",
    })
    void chunksAreOfThisSize(int largestMessage, int first, int plain, int far, int near) {
        assertThat(MessageRoom.forData(FIRST, "data", largestMessage)).hasValue(first);
        assertThat(MessageRoom.forData(PLAIN, "data", largestMessage)).hasValue(plain);
        assertThat(MessageRoom.forData(FAR, "data", largestMessage)).hasValue(far);
        assertThat(MessageRoom.forData(NEAR, "data", largestMessage)).hasValue(near);
    }

    @Test
    void twentyBytesHoldNoData() {
        assertThat(MessageRoom.forData(FIRST, "data", 20)).isEmpty();
        assertThat(MessageRoom.forData(PLAIN, "data", 20)).isEmpty();
        assertThat(MessageRoom.forData(FAR, "data", 20)).isEmpty();
        assertThat(MessageRoom.forData(NEAR, "data", 20)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 19", "23, 19", "24, 20", "255, 20", "256, 21", "65535, 21", "65536, 23"})
    void aFollowingChunkCostsThisMuch(long offset, int overhead) {
        CborMap keys = CborMap.builder().put("off", offset).build();

        assertThat(MessageRoom.forData(keys, "data", overhead)).isEmpty();
        assertThat(MessageRoom.forData(keys, "data", overhead + 1)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 100000, 48, 329", "70000, -1, 43, 334"})
    void aFileChunkCostsThisMuch(long offset, long length, int overhead, int room) {
        CborMap keys = CborMap.builder()
                .put("off", offset)
                .put("name", "/lfs1/file.bin")
                .putIf(length >= 0, "len", length)
                .build();

        assertThat(MessageRoom.forData(keys, "data", overhead + 1)).hasValue(0);
        assertThat(MessageRoom.forData(keys, "data", 380)).hasValue(room);
    }

    @Test
    void everyMessageSizeIsFilledExceptWhereTheHeadGrows() {
        for (int largest = 24; largest < 70_000; largest++) {
            OptionalInt room = MessageRoom.forData(FAR, "data", largest);
            assertThat(sizeWith(room.orElseThrow())).isLessThanOrEqualTo(largest);
            assertThat(sizeWith(room.orElseThrow() + 1)).isGreaterThan(Math.min(largest, 65543));
        }
    }

    private static int sizeWith(int data) {
        return 23 + Cbor.headSize(data) + data;
    }
}
