package io.github.camelsmp.cli;

import java.util.HexFormat;

/**
 * Bytes written as hexadecimal digits, such as the hash of an image.
 *
 * @param bytes what they stand for
 */
record Hex(byte[] bytes) {

    /** @throws IllegalArgumentException saying what is wrong with the digits */
    static Hex parse(String digits) {
        try {
            return new Hex(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + digits + "' is not an even number of hexadecimal digits", e);
        }
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
