package io.github.camelsmp.examples.hawkbit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A device as hawkBit knows it.
 *
 * @param controllerId what it is called there
 * @param address what is put after {@code smp:}
 * @param token of its own; without one it is spoken for with the token of the gateway
 */
public record Target(String controllerId, String address, Optional<String> token) {

    private static final int KEY_LENGTH = 16;

    /** A name of this target that is good for files and routes, whatever people called it. */
    public String key() {
        return Digests.hex("SHA-256", controllerId.getBytes(StandardCharsets.UTF_8))
                .substring(0, KEY_LENGTH);
    }
}
