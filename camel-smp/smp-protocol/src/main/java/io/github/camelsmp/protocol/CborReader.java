package io.github.camelsmp.protocol;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CBOR into plain Java values. What a length claims is never allocated before as many bytes are known to be
 * there, so that the memory taken is a small multiple of the input whatever it says.
 */
final class CborReader {

    private final byte[] source;
    private final int start;
    private final int end;
    private int position;
    private int depth;

    CborReader(byte[] source, int offset, int length) {
        this.source = source;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    /** The map that all the bytes together are. */
    Map<String, Object> onlyMap() {
        if (peek() >> 5 != CborType.MAP) {
            throw fault("is the head 0x" + Integer.toHexString(peek()) + " where a map is due");
        }
        Map<String, Object> map = map(next());
        if (position != end) {
            throw fault("follow " + (end - position) + " bytes behind the end of the map");
        }
        return map;
    }

    private Object value() {
        int head = next();
        return switch (head >> 5) {
            case CborType.UNSIGNED -> unsigned(argument(head));
            case CborType.NEGATIVE -> negative(argument(head));
            case CborType.BYTES -> string(head);
            case CborType.TEXT -> new String(string(head), StandardCharsets.UTF_8);
            case CborType.LIST -> list(head);
            case CborType.MAP -> map(head);
            case CborType.TAG -> tagged(head);
            default -> simple(head);
        };
    }

    private Map<String, Object> map(int head) {
        descend();
        Map<String, Object> map = new LinkedHashMap<>();
        if (isIndefinite(head)) {
            while (!atBreak()) {
                entry(map);
            }
        } else {
            for (long remaining = elements(head, 2); remaining > 0; remaining--) {
                entry(map);
            }
        }
        depth--;
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
    }

    private void entry(Map<String, Object> map) {
        int at = position;
        if (!(value() instanceof String key)) {
            position = at;
            throw fault("is a key of a map that is not a text");
        }
        map.put(key, value());
    }

    private List<Object> list(int head) {
        descend();
        List<Object> list = new ArrayList<>(4);
        if (isIndefinite(head)) {
            while (!atBreak()) {
                list.add(value());
            }
        } else {
            for (long remaining = elements(head, 1); remaining > 0; remaining--) {
                list.add(value());
            }
        }
        depth--;
        return list.isEmpty() ? List.of() : Collections.unmodifiableList(list);
    }

    /** Tags mean nothing in SMP: what they are put on counts. */
    private Object tagged(int head) {
        argument(head);
        descend();
        Object value = value();
        depth--;
        return value;
    }

    private Object simple(int head) {
        return switch (head) {
            case CborType.FALSE -> Boolean.FALSE;
            case CborType.TRUE -> Boolean.TRUE;
            case CborType.NULL, CborType.UNDEFINED -> null;
            case CborType.HALF -> half((int) argument(head));
            case CborType.FLOAT -> (double) Float.intBitsToFloat((int) argument(head));
            case CborType.DOUBLE -> Double.longBitsToDouble(argument(head));
            case CborType.BREAK -> {
                position--;
                throw fault("is a break that ends nothing");
            }
            default -> argument(head);
        };
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        double magnitude;
        if (exponent == 0) {
            magnitude = Math.scalb((double) mantissa, -24);
        } else if (exponent == 0x1f) {
            magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            magnitude = Math.scalb((double) (mantissa + 0x400), exponent - 25);
        }
        return bits >> 15 == 0 ? magnitude : -magnitude;
    }

    private static Object unsigned(long argument) {
        return argument >= 0 ? (Object) argument : new BigInteger(Long.toUnsignedString(argument));
    }

    private static Object negative(long argument) {
        return argument >= 0 ? (Object) ~argument : new BigInteger(Long.toUnsignedString(argument)).not();
    }

    private byte[] string(int head) {
        if (!isIndefinite(head)) {
            return piece(head);
        }
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        while (!atBreak()) {
            int pieceHead = next();
            if (pieceHead >> 5 != head >> 5 || isIndefinite(pieceHead)) {
                position--;
                throw fault("is a piece of a string with the wrong head 0x" + Integer.toHexString(pieceHead));
            }
            pieces.writeBytes(piece(pieceHead));
        }
        return pieces.toByteArray();
    }

    private byte[] piece(int head) {
        int length = (int) elements(head, 1);
        position += length;
        return Arrays.copyOfRange(source, position - length, position);
    }

    /** A length or count that what is left can hold, if each element takes at least {@code least} bytes. */
    private long elements(int head, int least) {
        long count = argument(head);
        if (count < 0 || count > (end - position) / least) {
            throw fault("is a length of " + Long.toUnsignedString(count) + " where only " + (end - position)
                    + " bytes are left");
        }
        return count;
    }

    private static boolean isIndefinite(int head) {
        return (head & 0x1f) == CborType.INDEFINITE;
    }

    private boolean atBreak() {
        if (peek() != CborType.BREAK) {
            return false;
        }
        position++;
        return true;
    }

    /** The number a head carries, 64 bits unsigned. */
    private long argument(int head) {
        int form = head & 0x1f;
        if (form < 24) {
            return form;
        }
        if (form > 27) {
            position--;
            throw fault("is the head 0x" + Integer.toHexString(head) + ", which means nothing");
        }
        long argument = 0;
        for (int size = 1 << form - 24; size > 0; size--) {
            argument = argument << 8 | next();
        }
        return argument;
    }

    private int next() {
        int value = peek();
        position++;
        return value;
    }

    private int peek() {
        if (position >= end) {
            throw fault("ends the payload in the middle of a value");
        }
        return source[position] & 0xff;
    }

    private void descend() {
        if (++depth > Cbor.MAX_DEPTH) {
            throw fault("nest more than " + Cbor.MAX_DEPTH + " levels");
        }
    }

    private SmpProtocolException fault(String what) {
        return new SmpProtocolException("the payload is not a CBOR map: at byte " + (position - start) + " " + what);
    }
}
