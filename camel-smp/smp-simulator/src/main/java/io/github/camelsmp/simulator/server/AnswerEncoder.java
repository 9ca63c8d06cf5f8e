package io.github.camelsmp.simulator.server;

import io.github.camelsmp.simulator.server.Answer.RawText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes answers the way zcbor does: maps and lists of indefinite length unless it was built canonical. */
final class AnswerEncoder {

    private static final int UNSIGNED = 0x00;
    private static final int NEGATIVE = 0x20;
    private static final int BYTES = 0x40;
    private static final int TEXT = 0x60;
    private static final int LIST = 0x80;
    private static final int MAP = 0xa0;
    private static final int INDEFINITE = 0x1f;
    private static final int BREAK = 0xff;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;

    private final boolean definite;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private AnswerEncoder(boolean definite) {
        this.definite = definite;
    }

    /** The bytes of a map. */
    static byte[] encode(Map<String, ?> keys, boolean definite) {
        AnswerEncoder encoder = new AnswerEncoder(definite);
        encoder.map(keys);
        return encoder.out.toByteArray();
    }

    private void map(Map<?, ?> keys) {
        open(MAP, keys.size());
        keys.forEach((key, value) -> {
            bytes(TEXT, key.toString().getBytes(StandardCharsets.UTF_8));
            value(value);
        });
        close();
    }

    private void list(List<?> values) {
        open(LIST, values.size());
        values.forEach(this::value);
        close();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            bytes(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof RawText text) {
            bytes(TEXT, text.bytes());
        } else if (value instanceof byte[] bytes) {
            bytes(BYTES, bytes);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? TRUE : FALSE);
        } else if (value instanceof Integer || value instanceof Long) {
            number(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> keys) {
            map(keys);
        } else if (value instanceof List<?> values) {
            list(values);
        } else {
            throw new IllegalArgumentException("an answer cannot hold " + value);
        }
    }

    private void number(long value) {
        if (value >= 0) {
            head(UNSIGNED, value);
        } else {
            head(NEGATIVE, -1 - value);
        }
    }

    private void bytes(int type, byte[] bytes) {
        head(type, bytes.length);
        out.writeBytes(bytes);
    }

    private void open(int type, int size) {
        if (definite) {
            head(type, size);
        } else {
            out.write(type | INDEFINITE);
        }
    }

    private void close() {
        if (!definite) {
            out.write(BREAK);
        }
    }

    private void head(int type, long value) {
        if (value < 24) {
            out.write(type | (int) value);
        } else if (value < 1 << 8) {
            tail(type | 24, value, 1);
        } else if (value < 1 << 16) {
            tail(type | 25, value, 2);
        } else if (value < 1L << 32) {
            tail(type | 26, value, 4);
        } else {
            tail(type | 27, value, 8);
        }
    }

    private void tail(int first, long value, int count) {
        out.write(first);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
