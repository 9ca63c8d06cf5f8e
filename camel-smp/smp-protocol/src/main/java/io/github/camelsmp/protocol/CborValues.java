package io.github.camelsmp.protocol;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Java values that stand for CBOR values, and how they read in an error message. */
final class CborValues {

    private static final int DESCRIBED_BYTES = 32;

    private CborValues() {}

    /** A deep copy that holds nothing but the types {@link CborMap} promises, and no deeper than a reader goes. */
    static Map<String, Object> plainMap(Map<?, ?> map) {
        return plainMap(map, "", 1);
    }

    private static Map<String, Object> plainMap(Map<?, ?> map, String path, int depth) {
        requireDepth(path, depth);
        Map<String, Object> plain = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("key '" + path + key + "' is not a text");
            }
            plain.put(name, plain(value, path + name, depth));
        });
        return Collections.unmodifiableMap(plain);
    }

    private static Object plain(Object value, String path, int depth) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Double
                || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return plainInteger(big, path);
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof ByteBuffer buffer) {
            return buffer.slice();
        }
        if (value instanceof CborMap map) {
            return map.asMap();
        }
        if (value instanceof Map<?, ?> map) {
            return plainMap(map, path + "/", depth + 1);
        }
        if (value instanceof List<?> list) {
            return plainList(list, path, depth + 1);
        }
        throw new IllegalArgumentException(
                "key '" + path + "' holds a " + value.getClass().getName() + ", which has no CBOR form");
    }

    private static Object plainInteger(BigInteger value, String path) {
        if (value.bitLength() <= 63) {
            return value.longValue();
        }
        if (value.bitLength() > 64) {
            throw new IllegalArgumentException("key '" + path + "' holds " + value + ", which is beyond 64 bits");
        }
        return value;
    }

    private static void requireDepth(String path, int depth) {
        if (depth > Cbor.MAX_DEPTH) {
            throw new IllegalArgumentException("key '" + path + "' nests more than " + Cbor.MAX_DEPTH + " levels");
        }
    }

    private static List<Object> plainList(List<?> list, String path, int depth) {
        requireDepth(path, depth);
        List<Object> plain = new ArrayList<>(list.size());
        for (Object element : list) {
            plain.add(plain(element, path + "/" + plain.size(), depth));
        }
        return Collections.unmodifiableList(plain);
    }

    /** A value in CBOR's diagnostic notation, long byte strings cut short. */
    static String describe(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof byte[] bytes) {
            return describeBytes(ByteBuffer.wrap(bytes));
        }
        if (value instanceof ByteBuffer buffer) {
            return describeBytes(buffer.duplicate());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CborValues::describe).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> describe(entry.getKey()) + ": " + describe(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }

    private static String describeBytes(ByteBuffer bytes) {
        int size = bytes.remaining();
        byte[] head = new byte[Math.min(size, DESCRIBED_BYTES)];
        bytes.get(head);
        String hex = HexFormat.of().formatHex(head);
        return size == head.length ? "h'" + hex + "'" : "h'" + hex + "...' of " + size + " bytes";
    }
}
