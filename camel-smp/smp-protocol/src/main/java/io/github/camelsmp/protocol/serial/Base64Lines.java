package io.github.camelsmp.protocol.serial;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Base64 between byte arrays, in place and without a temporary of any kind: framing spends most of its time here. */
final class Base64Lines {

    /** What {@link #decode} answers for bytes that are not base64. */
    static final int INVALID = -1;

    /** Bytes behind its result that {@link #decode} may overwrite: it writes eight where six count. */
    static final int SLACK = 2;

    private static final byte[] ALPHABET = alphabet();

    /** Two characters for each value of twelve bits. */
    private static final char[] PAIRS = pairs();

    /** For the first to fourth character of a group, its bits in their place; negative for what is no base64. */
    private static final int[] FIRST = places(18);

    private static final int[] SECOND = places(12);
    private static final int[] THIRD = places(6);
    private static final int[] FOURTH = places(0);

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Base64Lines() {}

    private static byte[] alphabet() {
        byte[] alphabet = new byte[64];
        for (int i = 0; i < 26; i++) {
            alphabet[i] = (byte) ('A' + i);
            alphabet[26 + i] = (byte) ('a' + i);
        }
        for (int i = 0; i < 10; i++) {
            alphabet[52 + i] = (byte) ('0' + i);
        }
        alphabet[62] = '+';
        alphabet[63] = '/';
        return alphabet;
    }

    private static char[] pairs() {
        char[] pairs = new char[1 << 12];
        for (int bits = 0; bits < pairs.length; bits++) {
            pairs[bits] = (char) (ALPHABET[bits >> 6] << 8 | ALPHABET[bits & 0x3f]);
        }
        return pairs;
    }

    private static int[] places(int shift) {
        int[] places = new int[256];
        Arrays.fill(places, Integer.MIN_VALUE);
        for (int value = 0; value < ALPHABET.length; value++) {
            places[ALPHABET[value]] = value << shift;
        }
        return places;
    }

    /** Writes the four characters of 24 bits. */
    static void encode(int bits, byte[] target, int offset) {
        INT.set(target, offset, PAIRS[bits >> 12] << 16 | PAIRS[bits & 0xfff]);
    }

    /** Writes the characters of whole groups of three bytes. */
    static void encode(byte[] source, int offset, int groups, byte[] target, int targetOffset) {
        int from = offset;
        int to = targetOffset;
        for (int group = 0; group < groups; group++) {
            int bits = (source[from] & 0xff) << 16 | (source[from + 1] & 0xff) << 8 | source[from + 2] & 0xff;
            encode(bits, target, to);
            from += 3;
            to += 4;
        }
    }

    /**
     * Decodes one line, padded or not.
     *
     * @param length a multiple of four, at least 4
     * @param target has room for {@code length / 4 * 3} bytes and {@link #SLACK} more from {@code targetOffset}
     * @return the number of bytes, or {@link #INVALID}
     */
    static int decode(byte[] source, int offset, int length, byte[] target, int targetOffset) {
        int last = offset + length - 4;
        int from = offset;
        int to = targetOffset;
        int seen = 0;
        for (; from <= last - 8; from += 8) {
            long characters = (long) LONG.get(source, from);
            int left = group((int) (characters >>> 32));
            int right = group((int) characters);
            seen |= left | right;
            LONG.set(target, to, (long) left << 40 | (long) right << 16);
            to += 6;
        }
        for (; from < last; from += 4) {
            int bits = group((int) INT.get(source, from));
            seen |= bits;
            INT.set(target, to, bits << 8);
            to += 3;
        }
        int tail = decodeTail(source, last, target, to);
        return seen < 0 || tail == INVALID ? INVALID : to - targetOffset + tail;
    }

    private static int group(int characters) {
        return FIRST[characters >>> 24]
                | SECOND[characters >>> 16 & 0xff]
                | THIRD[characters >>> 8 & 0xff]
                | FOURTH[characters & 0xff];
    }

    private static int decodeTail(byte[] source, int from, byte[] target, int to) {
        int padding = source[from + 3] != '=' ? 0 : source[from + 2] != '=' ? 1 : 2;
        int bits = FIRST[source[from] & 0xff] | SECOND[source[from + 1] & 0xff];
        if (padding < 2) {
            bits |= THIRD[source[from + 2] & 0xff];
        }
        if (padding < 1) {
            bits |= FOURTH[source[from + 3] & 0xff];
        }
        if (bits < 0) {
            return INVALID;
        }
        for (int i = 0; i < 3 - padding; i++) {
            target[to + i] = (byte) (bits >> 16 - 8 * i);
        }
        return 3 - padding;
    }
}
