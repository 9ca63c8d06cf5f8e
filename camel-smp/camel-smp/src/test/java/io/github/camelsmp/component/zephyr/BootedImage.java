package io.github.camelsmp.component.zephyr;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which image of a device runs. */
final class BootedImage {

    private BootedImage() {}

    /** The entry of an {@code imageList} that is active. */
    static Map<String, Object> active(List<Map<String, Object>> images) {
        return images.stream()
                .filter(image -> Boolean.TRUE.equals(image.get("active")))
                .findFirst()
                .orElseThrow();
    }

    /** The active image once it is another one; the old firmware still answers for a while after a reset. */
    static Map<String, Object> activeAfterRebootFrom(String version, YamlRoutes route) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> active(route.maps("imageList")), image -> !version.equals(image.get("version")));
    }
}
