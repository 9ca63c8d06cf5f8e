package io.github.camelsmp.protocol.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that arrive piece by piece, in an array that is kept for the next ones. */
final class ByteBuild {

    private byte[] bytes = new byte[256];
    private int size;

    void add(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void add(byte value) {
        reserve(1);
        bytes[size++] = value;
    }

    /** Makes room for so many bytes behind those that are there. */
    void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    /** The array behind it; what is beyond {@link #size} is free for the caller to fill until {@link #grow}. */
    byte[] array() {
        return bytes;
    }

    void grow(int by) {
        size += by;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The text without carriage returns at its end. */
    String line() {
        int end = size;
        while (end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
