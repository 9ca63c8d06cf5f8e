package io.github.camelsmp.examples.hawkbit;

import java.util.Map;
import java.util.Optional;

/**
 * A file that hawkBit wants on a device.
 *
 * @param name for people; it becomes no path
 * @param uri where it is
 * @param size in bytes
 * @param hashes lower-case hexadecimal by the names hawkBit has for them, with {@code sha256} among them
 * @param image the number of the image it is for, where the module says so
 */
public record Artifact(String name, String uri, long size, Map<String, String> hashes, Optional<Integer> image) {

    /** A name that is good for a file. */
    String key() {
        return hashes.get("sha256");
    }
}
