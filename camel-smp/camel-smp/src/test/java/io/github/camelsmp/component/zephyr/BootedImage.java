package io.github.camelsmp.component.zephyr;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which image of a device runs. */
final class BootedImage {

    private BootedImage() {}

    /** The entry of an {@code imageList} that is active. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> active(List<?> images) {
        return images.stream()
                .map(image -> (Map<String, Object>) image)
                .filter(image -> Boolean.TRUE.equals(image.get("active")))
                .findFirst()
                .orElseThrow();
    }

    /** The active image once it is another one; the old firmware still answers for a while after a reset. */
    static Map<String, Object> activeAfterRebootFrom(String version, YamlRoutes route) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> active(route.ask(List.class, "imageList")),
                        image -> !version.equals(image.get("version")));
    }
}
