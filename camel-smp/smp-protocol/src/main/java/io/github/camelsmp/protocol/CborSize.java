package io.github.camelsmp.protocol;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** How many bytes plain Java values take as CBOR with definite lengths and shortest forms. */
final class CborSize {

    private CborSize() {}

    static int of(Object value) {
        if (value == null || value instanceof Boolean) {
            return 1;
        }
        if (value instanceof Long number) {
            return head(number < 0 ? ~number : number);
        }
        if (value instanceof String text) {
            return string(utf8(text));
        }
        if (value instanceof byte[] bytes) {
            return string(bytes.length);
        }
        if (value instanceof ByteBuffer buffer) {
            return string(buffer.remaining());
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        if (value instanceof List<?> list) {
            return ofList(list);
        }
        if (value instanceof Double number) {
            return CborWriter.fitsFloat(number) ? 5 : 9;
        }
        if (value instanceof BigInteger) {
            return 9;
        }
        throw new IllegalArgumentException(value.getClass().getName() + " has no CBOR form");
    }

    private static int ofMap(Map<?, ?> map) {
        int size = head(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            size += of(entry.getKey()) + of(entry.getValue());
        }
        return size;
    }

    private static int ofList(List<?> list) {
        int size = head(list.size());
        for (Object element : list) {
            size += of(element);
        }
        return size;
    }

    private static int string(int length) {
        return head(length) + length;
    }

    static int head(long argument) {
        if (argument < 24) {
            return 1;
        }
        if (argument < 1 << 8) {
            return 2;
        }
        if (argument < 1 << 16) {
            return 3;
        }
        return argument < 1L << 32 ? 5 : 9;
    }

    /** Length in UTF-8; half a surrogate pair becomes a question mark, as it does in {@link String#getBytes()}. */
    static int utf8(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                length++;
            }
        }
        return length;
    }
}
