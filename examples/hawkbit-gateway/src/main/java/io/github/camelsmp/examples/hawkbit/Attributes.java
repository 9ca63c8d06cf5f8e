package io.github.camelsmp.examples.hawkbit;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes attributes of a target of what its device says of itself. */
public final class Attributes {

    private static final int LONGEST = 128;

    /** @param info the body of {@code deviceInfo} */
    public Map<String, Object> of(Target target, Map<?, ?> info) {
        Map<String, String> data = new TreeMap<>();
        put(data, "transport", target.address().substring(0, target.address().indexOf(':')));
        put(data, "application", info.get("application"));
        if (info.get("bootloader") instanceof Map<?, ?> bootloader) {
            put(data, "bootloader", bootloader.get("bootloader"));
            put(data, "bootloader.mode", bootloader.get("mode"));
        }
        if (info.get("images") instanceof List<?> images) {
            images.forEach(image -> putImage(data, (Map<?, ?>) image));
        }
        return Map.of("mode", "merge", "data", data);
    }

    private static void putImage(Map<String, String> data, Map<?, ?> image) {
        if (Boolean.TRUE.equals(image.get("active"))) {
            String name = "image." + (image.get("image") instanceof Number number ? number : 0);
            put(data, name + ".version", image.get("version"));
            put(data, name + ".confirmed", image.get("confirmed"));
            if (image.get("hash") instanceof byte[] hash) {
                put(data, name + ".hash", HexFormat.of().formatHex(hash));
            }
        }
    }

    private static void put(Map<String, String> data, String key, Object value) {
        if (value != null) {
            data.put(key, Text.clean(value.toString(), LONGEST));
        }
    }
}
