package io.github.camelsmp.protocol;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes plain Java values as canonical CBOR into an array that {@link CborSize} has measured. */
final class CborWriter {

    private final byte[] target;
    private int position;

    CborWriter(int size, int position) {
        this.target = new byte[size];
        this.position = position;
    }

    byte[] bytes() {
        return target;
    }

    void value(Object value) {
        if (value == null) {
            target[position++] = (byte) CborType.NULL;
        } else if (value instanceof Boolean flag) {
            target[position++] = (byte) (flag ? CborType.TRUE : CborType.FALSE);
        } else if (value instanceof Long number) {
            integer(number);
        } else if (value instanceof String text) {
            string(CborType.TEXT, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            string(CborType.BYTES, bytes);
        } else if (value instanceof ByteBuffer buffer) {
            buffer(buffer);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> list) {
            head(CborType.LIST, list.size());
            list.forEach(this::value);
        } else if (value instanceof Double number) {
            fraction(number);
        } else if (value instanceof BigInteger big) {
            head(big.signum() < 0 ? CborType.NEGATIVE : CborType.UNSIGNED, 27, big.signum() < 0 ? big.not() : big);
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " has no CBOR form");
        }
    }

    private void map(Map<?, ?> map) {
        head(CborType.MAP, map.size());
        if (map.size() == 1) {
            map.forEach((key, value) -> {
                value(key);
                value(value);
            });
            return;
        }
        Entry[] entries = new Entry[map.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            byte[] key = ((String) entry.getKey()).getBytes(StandardCharsets.UTF_8);
            entries[count++] = new Entry(key, entry.getValue());
        }
        Arrays.sort(entries);
        for (Entry entry : entries) {
            string(CborType.TEXT, entry.key);
            value(entry.value);
        }
    }

    private record Entry(byte[] key, Object value) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return key.length != other.key.length
                    ? Integer.compare(key.length, other.key.length)
                    : Arrays.compareUnsigned(key, other.key);
        }
    }

    private void integer(long number) {
        if (number < 0) {
            head(CborType.NEGATIVE, ~number);
        } else {
            head(CborType.UNSIGNED, number);
        }
    }

    private void string(int type, byte[] bytes) {
        head(type, bytes.length);
        System.arraycopy(bytes, 0, target, position, bytes.length);
        position += bytes.length;
    }

    private void buffer(ByteBuffer buffer) {
        int length = buffer.remaining();
        head(CborType.BYTES, length);
        buffer.get(buffer.position(), target, position, length);
        position += length;
    }

    static boolean fitsFloat(double number) {
        return Double.compare((float) number, number) == 0;
    }

    private void fraction(double number) {
        if (fitsFloat(number)) {
            target[position++] = (byte) CborType.FLOAT;
            bigEndian(Float.floatToIntBits((float) number), 4);
        } else {
            target[position++] = (byte) CborType.DOUBLE;
            bigEndian(Double.doubleToLongBits(number), 8);
        }
    }

    private void head(int type, long argument) {
        int size = CborSize.head(argument) - 1;
        if (size == 0) {
            target[position++] = (byte) (type << 5 | (int) argument);
            return;
        }
        target[position++] = (byte) (type << 5 | 24 + Integer.numberOfTrailingZeros(size));
        bigEndian(argument, size);
    }

    private void head(int type, int form, BigInteger argument) {
        target[position++] = (byte) (type << 5 | form);
        bigEndian(argument.longValue(), 8);
    }

    private void bigEndian(long value, int size) {
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            target[position++] = (byte) (value >> shift);
        }
    }
}
