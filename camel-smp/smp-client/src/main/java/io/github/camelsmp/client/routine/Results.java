package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of long operations as maps of plain values, as users see them everywhere: hashes in hexadecimal, times in
 * seconds.
 */
public final class Results {

    private Results() {}

    /**
     * An upload: {@code bytes}, {@code sent}, {@code seconds}, {@code bytesPerSecond}, {@code retransmissions}, {@code
     * sha256}, and {@code match} where the device said.
     */
    public static Map<String, Object> of(UploadResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", result.bytes());
        map.put("sent", result.sent());
        map.put("seconds", seconds(result.duration()));
        map.put("bytesPerSecond", Math.round(result.bytesPerSecond()));
        map.put("retransmissions", result.retransmissions());
        map.put("sha256", HexFormat.of().formatHex(result.sha256()));
        result.match().ifPresent(match -> map.put("match", match));
        return Collections.unmodifiableMap(map);
    }

    /** A download, as an upload. */
    public static Map<String, Object> of(DownloadResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", result.bytes());
        map.put("seconds", seconds(result.duration()));
        map.put("bytesPerSecond", Math.round(result.bytesPerSecond()));
        map.put("retransmissions", result.retransmissions());
        map.put("sha256", HexFormat.of().formatHex(result.sha256()));
        result.match().ifPresent(match -> map.put("match", match));
        return Collections.unmodifiableMap(map);
    }

    /** Of one upload its result; of several their sum, with an entry for each in {@code images}. */
    public static Map<String, Object> ofUploads(Map<Integer, UploadResult> uploads) {
        return uploads.size() == 1 ? of(uploads.values().iterator().next()) : sum(uploads);
    }

    private static Map<String, Object> sum(Map<Integer, UploadResult> uploads) {
        List<Map<String, Object>> images = new ArrayList<>();
        uploads.forEach((image, result) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("image", image);
            entry.putAll(of(result));
            images.add(Collections.unmodifiableMap(entry));
        });
        Collection<UploadResult> results = uploads.values();
        long bytes = results.stream().mapToLong(UploadResult::bytes).sum();
        Duration duration = results.stream().map(UploadResult::duration).reduce(Duration.ZERO, Duration::plus);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", bytes);
        map.put("sent", results.stream().mapToLong(UploadResult::sent).sum());
        map.put("seconds", seconds(duration));
        map.put("bytesPerSecond", duration.isZero() ? 0 : Math.round(bytes * 1e9 / duration.toNanos()));
        map.put(
                "retransmissions",
                results.stream().mapToInt(UploadResult::retransmissions).sum());
        if (results.stream().allMatch(result -> result.match().isPresent())) {
            map.put("match", results.stream().allMatch(result -> result.match().orElse(false)));
        }
        map.put("images", List.copyOf(images));
        return Collections.unmodifiableMap(map);
    }

    /**
     * An upgrade: {@code outcome}, {@code images}, {@code sent}, {@code seconds}, {@code stages} and {@code reasons}.
     */
    public static Map<String, Object> of(UpgradeResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("outcome", outcome(result.outcome()));
        map.put("images", result.images().stream().map(Results::of).toList());
        map.put("sent", result.images().stream().mapToLong(UpgradedImage::sent).sum());
        map.put("seconds", seconds(result.duration()));
        Map<String, Object> stages = new LinkedHashMap<>();
        result.stages().forEach((stage, duration) -> stages.put(stage, seconds(duration)));
        map.put("stages", Collections.unmodifiableMap(stages));
        map.put("reasons", result.reasons());
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> of(UpgradedImage image) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("image", image.image());
        map.put("from", image.from());
        map.put("to", image.to());
        map.put("hash", HexFormat.of().formatHex(image.hash()));
        map.put("bytes", image.bytes());
        map.put("sent", image.sent());
        return Collections.unmodifiableMap(map);
    }

    /** The word for an outcome, e.g. {@code alreadyInstalled}. */
    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case UPGRADED -> "upgraded";
            case ALREADY_INSTALLED -> "alreadyInstalled";
            case TESTING -> "testing";
            case PENDING -> "pending";
            case UPLOADED -> "uploaded";
            case PLANNED -> "planned";
        };
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
