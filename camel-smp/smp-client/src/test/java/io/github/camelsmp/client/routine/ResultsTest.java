package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.FileSystemGroup.Hash;
import io.github.camelsmp.protocol.group.FileSystemGroup.HashResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final byte[] HASH = {(byte) 0xab, 1};

    private static UploadResult upload(long bytes, Duration duration, Optional<Boolean> match) {
        return new UploadResult(bytes, bytes + 10, duration, 2, HASH, match);
    }

    @Test
    void anUploadIsToldInPlainValues() {
        assertThat(Results.of(upload(3000, Duration.ofMillis(1500), Optional.of(true))))
                .isEqualTo(Map.of(
                        "bytes",
                        3000L,
                        "sent",
                        3010L,
                        "seconds",
                        1.5,
                        "bytesPerSecond",
                        2000L,
                        "retransmissions",
                        2,
                        "sha256",
                        "ab01",
                        "match",
                        true));
    }

    @Test
    void whatTheDeviceDoesNotSayIsNotTold() {
        assertThat(Results.of(upload(3000, Duration.ZERO, Optional.empty())))
                .doesNotContainKey("match")
                .containsEntry("bytesPerSecond", 0L);
    }

    @Test
    void aDownloadIsToldLikeAnUpload() {
        DownloadResult result = new DownloadResult(500, Duration.ofMillis(250), 1, HASH, Optional.of(false));

        assertThat(Results.of(result))
                .isEqualTo(Map.of(
                        "bytes",
                        500L,
                        "seconds",
                        0.25,
                        "bytesPerSecond",
                        2000L,
                        "retransmissions",
                        1,
                        "sha256",
                        "ab01",
                        "match",
                        false));
        assertThat(Results.of(new DownloadResult(500, Duration.ZERO, 0, HASH, Optional.empty())))
                .containsEntry("bytesPerSecond", 0L)
                .doesNotContainKey("match");
    }

    @Test
    void oneUploadOfManyIsToldAsItself() {
        UploadResult result = upload(3000, Duration.ofSeconds(1), Optional.empty());

        assertThat(Results.ofUploads(Map.of(1, result))).isEqualTo(Results.of(result));
    }

    @Test
    void severalUploadsAreToldAsTheirSumAndOneByOne() {
        Map<Integer, UploadResult> uploads = new LinkedHashMap<>();
        uploads.put(0, upload(3000, Duration.ofSeconds(1), Optional.of(true)));
        uploads.put(1, upload(1000, Duration.ofSeconds(1), Optional.of(false)));

        Map<String, Object> sum = Results.ofUploads(uploads);

        assertThat(sum)
                .containsEntry("bytes", 4000L)
                .containsEntry("sent", 4020L)
                .containsEntry("seconds", 2.0)
                .containsEntry("bytesPerSecond", 2000L)
                .containsEntry("retransmissions", 4)
                .containsEntry("match", false);
        List<?> images = (List<?>) sum.get("images");
        assertThat(images.stream().<Object>map(image -> ((Map<?, ?>) image).get("image")))
                .containsExactly(0, 1);
    }

    @Test
    void aSumMatchesOnlyIfEveryDeviceSaysSo() {
        Map<Integer, UploadResult> silent = new LinkedHashMap<>();
        silent.put(0, upload(1, Duration.ZERO, Optional.of(true)));
        silent.put(1, upload(1, Duration.ZERO, Optional.empty()));
        Map<Integer, UploadResult> good = new LinkedHashMap<>();
        good.put(0, upload(1, Duration.ZERO, Optional.of(true)));
        good.put(1, upload(1, Duration.ZERO, Optional.of(true)));

        assertThat(Results.ofUploads(silent)).doesNotContainKey("match").containsEntry("bytesPerSecond", 0L);
        assertThat(Results.ofUploads(good)).containsEntry("match", true);
    }

    @Test
    void anUpgradeIsToldWithItsStagesInOrder() {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("upload", Duration.ofSeconds(2));
        stages.put("reset", Duration.ofMillis(500));

        Map<String, Object> map = Results.of(new UpgradeResult(
                Outcome.UPGRADED,
                List.of(new UpgradedImage(0, "1.0.0", "2.0.0", HASH, 3000, 3100)),
                Duration.ofSeconds(3),
                stages,
                List.of("version 2.0.0 is not on the device and is uploaded")));

        assertThat(map)
                .containsEntry("outcome", "upgraded")
                .containsEntry("sent", 3100L)
                .containsEntry("seconds", 3.0)
                .containsEntry("reasons", List.of("version 2.0.0 is not on the device and is uploaded"))
                .containsEntry(
                        "images",
                        List.of(Map.of(
                                "image", 0, "from", "1.0.0", "to", "2.0.0", "hash", "ab01", "bytes", 3000L, "sent",
                                3100L)));
        assertThat(((Map<?, ?>) map.get("stages")).toString()).isEqualTo("{upload=2.0, reset=0.5}");
        assertThatThrownBy(() -> map.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyOutcomeHasAWord() {
        assertThat(Stream.of(Outcome.values()).map(Results::outcome))
                .containsExactly("upgraded", "alreadyInstalled", "testing", "pending", "uploaded", "planned");
    }

    private static HashResponse told(String type, Object output, long length) {
        CborMap answer = CborMap.builder()
                .put("type", type)
                .put("len", length)
                .put("output", output)
                .build();
        return new Hash("/lfs/t", type).readResponse(answer);
    }

    @Test
    void aHashOfADeviceIsComparedInItsOwnKind() {
        FileDigest digest = new FileDigest();
        digest.update(ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII)));

        assertThat(digest.agreesWith(told("crc32", 0xcbf43926L, 9))).contains(true);
        assertThat(digest.agreesWith(told("crc32", 1, 9))).contains(false);
        assertThat(digest.agreesWith(told("sha256", digest.sha256(), 9))).contains(true);
        assertThat(digest.agreesWith(told("sha256", new byte[32], 9))).contains(false);
        assertThat(digest.agreesWith(told("sha256", digest.sha256(), 8))).contains(false);
        assertThat(digest.agreesWith(told("md5", new byte[16], 9))).isEmpty();
    }
}
