package io.github.camelsmp.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A CBOR map with text keys, the payload of every message, in plain Java values: {@code String}, {@code Long},
 * {@code Boolean}, {@code Double}, {@code byte[]}, {@code List}, {@code Map}, null; and {@code BigInteger} for what
 * does not fit a {@code long}. Keys nobody asks for stay in it.
 *
 * <p>Immutable, except that the arrays it holds are not copied.
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
        throw new UnsupportedOperationException();
    }

    /** Starts a map that grows key by key. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the key is there at all. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> optionalText(String key) {
        throw new UnsupportedOperationException();
    }

    /** The number under a key that must be there. */
    public long number(String key) {
        throw new UnsupportedOperationException();
    }

    public OptionalLong optionalNumber(String key) {
        throw new UnsupportedOperationException();
    }

    /** The bytes under a key that must be there. */
    public byte[] bytes(String key) {
        throw new UnsupportedOperationException();
    }

    public Optional<byte[]> optionalBytes(String key) {
        throw new UnsupportedOperationException();
    }

    /** The truth value under a key; an absent one counts as false (protocol.md 6.1). */
    public boolean flag(String key) {
        throw new UnsupportedOperationException();
    }

    /** The map under a key, empty if the key is absent or holds something else. */
    public Optional<CborMap> optionalMap(String key) {
        throw new UnsupportedOperationException();
    }

    /** The list of maps under a key that must be there. */
    public List<CborMap> maps(String key) {
        throw new UnsupportedOperationException();
    }

    /** The list of texts under a key that must be there. */
    public List<String> texts(String key) {
        throw new UnsupportedOperationException();
    }

    /** The list of numbers under a key that must be there. */
    public List<Long> numbers(String key) {
        throw new UnsupportedOperationException();
    }

    /** Keys and plain Java values, unmodifiable, in the order they came. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(entries);
    }

    /** Collects the keys of a request; the order does not matter, {@link Cbor} sorts them. */
    public static final class Builder {

        private final Map<String, Object> entries = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a key whose value is not null. */
        public Builder put(String key, Object value) {
            entries.put(key, value);
            return this;
        }

        /** Adds a key unless its value is null. */
        public Builder putIfPresent(String key, Object value) {
            if (value != null) {
                entries.put(key, value);
            }
            return this;
        }

        public CborMap build() {
            return CborMap.of(entries);
        }
    }

    static List<Object> copy(List<?> values) {
        return new ArrayList<>(values);
    }
}
