package io.github.camelsmp.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A CBOR map with text keys, the payload of every message, in plain Java values: {@code String}, {@code Long},
 * {@code Boolean}, {@code Double}, {@code byte[]}, {@code List}, {@code Map}, null; and {@code BigInteger} for what
 * does not fit a {@code long}. Keys nobody asks for stay in it. A map to be sent may also hold {@code ByteBuffer}s,
 * whose remaining bytes are copied once, into the message.
 *
 * <p>Immutable, except that the arrays and buffers it holds are not copied. Two maps are equal when they are the same
 * bytes on the wire.
 */
public final class CborMap {

    /** The map without keys, one byte on the wire. */
    public static final CborMap EMPTY = new CborMap(Map.of());

    private final Map<String, Object> entries;

    private CborMap(Map<String, Object> entries) {
        this.entries = entries;
    }

    /**
     * A map of these entries.
     *
     * @throws IllegalArgumentException naming the key whose value no CBOR type stands for
     */
    public static CborMap of(Map<String, ?> entries) {
        return entries.isEmpty() ? EMPTY : new CborMap(CborValues.plainMap(entries));
    }

    /** Takes over what {@link CborReader} has built: plain already, and nobody else's. */
    static CborMap ofDecoded(Map<String, Object> entries) {
        return entries.isEmpty() ? EMPTY : new CborMap(entries);
    }

    /** Starts a map that grows key by key. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts a map with the keys of another one. */
    public static Builder builder(CborMap start) {
        Builder builder = new Builder();
        builder.entries.putAll(start.entries);
        return builder;
    }

    /** Whether the key is there at all. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /**
     * The text under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing or not a text
     */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    /**
     * The text under a key; empty if the key is absent or null.
     *
     * @throws SmpProtocolException if it is not a text
     */
    public Optional<String> optionalText(String key) {
        return optional(key, String.class, "a text");
    }

    /**
     * The number under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not an integer, or does not fit a {@code long}
     */
    public long number(String key) {
        return optionalNumber(key).orElseThrow(() -> missing(key));
    }

    /**
     * The size or position under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not an integer, negative, or does not fit a {@code long}
     */
    public long size(String key) {
        return optionalSize(key).orElseThrow(() -> missing(key));
    }

    /**
     * The size or position under a key; empty if the key is absent or null.
     *
     * @throws SmpProtocolException if it is not an integer, negative, or does not fit a {@code long}
     */
    public OptionalLong optionalSize(String key) {
        OptionalLong size = optionalNumber(key);
        if (size.isPresent() && size.getAsLong() < 0) {
            throw new SmpProtocolException("'" + key + "' is " + size.getAsLong() + ", it cannot be negative");
        }
        return size;
    }

    /**
     * The number under a key; empty if the key is absent or null.
     *
     * @throws SmpProtocolException if it is not an integer, or does not fit a {@code long}
     */
    public OptionalLong optionalNumber(String key) {
        Optional<Long> number = optional(key, Long.class, "an integer of at most 64 bits");
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    /**
     * The number under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not an integer, or does not fit an {@code int}
     */
    public int integer(String key) {
        return optionalInteger(key).orElseThrow(() -> missing(key));
    }

    /**
     * The number under a key; empty if the key is absent or null.
     *
     * @throws SmpProtocolException if it is not an integer, or does not fit an {@code int}
     */
    public OptionalInt optionalInteger(String key) {
        OptionalLong number = optionalNumber(key);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        long value = number.getAsLong();
        if (value != (int) value) {
            throw new SmpProtocolException("key '" + key + "' holds " + value + ", which is beyond 32 bits");
        }
        return OptionalInt.of((int) value);
    }

    /**
     * The bytes under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing or not a byte string
     */
    public byte[] bytes(String key) {
        return optionalBytes(key).orElseThrow(() -> missing(key));
    }

    /**
     * The bytes under a key; empty if the key is absent or null.
     *
     * @throws SmpProtocolException if it is not a byte string
     */
    public Optional<byte[]> optionalBytes(String key) {
        if (entries.get(key) instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return Optional.of(copy);
        }
        return optional(key, byte[].class, "a byte string");
    }

    /**
     * The truth value under a key; an absent one counts as false (protocol.md 6.1), and a number as true unless it is
     * 0.
     *
     * @throws SmpProtocolException if it is neither a truth value nor a number
     */
    public boolean flag(String key) {
        Object value = entries.get(key);
        if (value instanceof Long number) {
            return number != 0;
        }
        return optional(key, Boolean.class, "true or false").orElse(false);
    }

    /** The map under a key, empty if the key is absent or holds something else. */
    public Optional<CborMap> optionalMap(String key) {
        return entries.get(key) instanceof Map<?, ?> map ? Optional.of(view(map)) : Optional.empty();
    }

    /**
     * The map under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing or not a map
     */
    public CborMap map(String key) {
        return view(optional(key, Map.class, "a map").orElseThrow(() -> missing(key)));
    }

    /**
     * The list of maps under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not a list, or not all its elements are maps
     */
    public List<CborMap> maps(String key) {
        return elements(key, Map.class, "maps").stream().map(CborMap::view).toList();
    }

    /**
     * The list of texts under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not a list, or not all its elements are texts
     */
    public List<String> texts(String key) {
        return elements(key, String.class, "texts");
    }

    /**
     * The list of numbers under a key that must be there.
     *
     * @throws SmpProtocolException if it is missing, not a list, or not all its elements are integers of at most 64
     *     bits
     */
    public List<Long> numbers(String key) {
        return elements(key, Long.class, "integers");
    }

    /** Keys and plain Java values, unmodifiable, in the order they came. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(entries);
    }

    private <T> Optional<T> optional(String key, Class<T> type, String expected) {
        Object value = entries.get(key);
        if (value == null || type.isInstance(value)) {
            return Optional.ofNullable(type.cast(value));
        }
        throw new SmpProtocolException("key '" + key + "' holds " + DeviceText.quoted(CborValues.describe(value))
                + " where " + expected + " is due");
    }

    private <T> List<T> elements(String key, Class<T> type, String expected) {
        List<?> values = optional(key, List.class, "a list of " + expected).orElseThrow(() -> missing(key));
        List<T> elements = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!type.isInstance(value)) {
                throw new SmpProtocolException("element " + elements.size() + " of the list '" + key + "' is "
                        + CborValues.describe(value) + ", all have to be " + expected);
            }
            elements.add(type.cast(value));
        }
        return Collections.unmodifiableList(elements);
    }

    /** A nested map was made plain when the map around it was made, so its keys are texts. */
    @SuppressWarnings("unchecked")
    private static CborMap view(Map<?, ?> nested) {
        return new CborMap((Map<String, Object>) nested);
    }

    private SmpProtocolException missing(String key) {
        return new SmpProtocolException("key '" + key + "' is missing, there are "
                + DeviceText.quoted(entries.keySet().toString()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CborMap map && Arrays.equals(Cbor.encode(this), Cbor.encode(map));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Cbor.encode(this));
    }

    /** The map in CBOR's diagnostic notation, long byte strings cut short. */
    @Override
    public String toString() {
        return CborValues.describe(entries);
    }

    /** Collects the keys of a request; the order does not matter, {@link Cbor} sorts them. */
    public static final class Builder {

        private final Map<String, Object> entries = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a key, or replaces its value: a {@code String}, a {@code Boolean}, any integer, {@code Float},
         * {@code Double}, {@code byte[]}, {@code ByteBuffer}, {@code CborMap}, or a {@code List} or {@code Map} of
         * such.
         */
        public Builder put(String key, Object value) {
            entries.put(key, value);
            return this;
        }

        /** Adds a key if {@code condition} holds. */
        public Builder putIf(boolean condition, String key, Object value) {
            return condition ? put(key, value) : this;
        }

        /**
         * The map as it is now.
         *
         * @throws IllegalArgumentException naming the key whose value no CBOR type stands for
         */
        public CborMap build() {
            return CborMap.of(entries);
        }
    }
}
