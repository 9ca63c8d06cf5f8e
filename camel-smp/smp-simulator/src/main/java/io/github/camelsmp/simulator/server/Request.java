package io.github.camelsmp.simulator.server;

import io.github.camelsmp.protocol.Cbor;
import io.github.camelsmp.protocol.SmpProtocolException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A request on its way to its command. Keys are read as strictly as the servers read them: a known key of the wrong
 * type is refused with {@code rc} 3, an unknown one is not looked at (protocol.md 2).
 */
public final class Request {

    private final RequestHeader header;
    private final byte[] packet;
    private final int offset;
    private final int length;
    private Map<String, Object> decoded;

    /**
     * A request whose payload is not looked at until a command wants a key of it.
     *
     * @param packet holds the payload
     * @param offset where it starts
     * @param length its length in bytes
     */
    Request(RequestHeader header, byte[] packet, int offset, int length) {
        this.header = header;
        this.packet = packet;
        this.offset = offset;
        this.length = length;
    }

    /** No payload at all is as malformed as one that is no map, to those commands that look at it. */
    private Map<String, Object> decoded() {
        if (length == 0) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (decoded == null) {
            try {
                decoded = Cbor.decode(packet, offset, length).asMap();
            } catch (SmpProtocolException e) {
                throw Refusal.rc(Refusal.EINVAL);
            }
        }
        return decoded;
    }

    /** The header it came with. */
    public RequestHeader header() {
        return header;
    }

    /** Whether the key is there, of whatever type. */
    public boolean has(String key) {
        return decoded().containsKey(key);
    }

    /** The names of all keys, known and unknown. */
    public Set<String> keys() {
        return decoded().keySet();
    }

    /** The number under a key that must be 0 or more. */
    public OptionalLong unsigned(String key) {
        Optional<Long> value = typed(key, Long.class);
        if (value.isPresent() && value.get() < 0) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    /** The text under a key. */
    public Optional<String> text(String key) {
        return typed(key, String.class);
    }

    /** The bytes under a key. */
    public Optional<byte[]> bytes(String key) {
        return typed(key, byte[].class);
    }

    /** The truth value under a key. */
    public Optional<Boolean> flag(String key) {
        return typed(key, Boolean.class);
    }

    /** The list of texts under a key. */
    public Optional<List<String>> texts(String key) {
        return list(key, String.class);
    }

    /** The list of numbers under a key. */
    public Optional<List<Long>> numbers(String key) {
        return list(key, Long.class);
    }

    private <T> Optional<List<T>> list(String key, Class<T> type) {
        return typed(key, List.class).map(values -> {
            List<?> any = values;
            return any.stream().map(value -> cast(value, type)).toList();
        });
    }

    private <T> Optional<T> typed(String key, Class<T> type) {
        return has(key) ? Optional.of(cast(decoded().get(key), type)) : Optional.empty();
    }

    private static <T> T cast(Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        return type.cast(value);
    }
}
