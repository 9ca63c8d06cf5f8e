package io.github.camelsmp.examples.factoryline.screen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Who may do more than look. Without a token nobody may. */
public final class Gate {

    private final byte[] expected;

    /** @param token blank for a screen that is read-only */
    public Gate(String token) {
        expected = token.isBlank() ? new byte[0] : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a request with this header, or without one, is turned away. */
    public boolean refuses(String authorization) {
        byte[] shown = authorization == null ? new byte[0] : authorization.getBytes(StandardCharsets.UTF_8);
        return expected.length == 0 || !MessageDigest.isEqual(expected, shown);
    }

    /** Whether there is a token at all. */
    boolean opens() {
        return expected.length > 0;
    }
}
