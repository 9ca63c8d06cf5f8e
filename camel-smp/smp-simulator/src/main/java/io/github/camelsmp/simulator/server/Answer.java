package io.github.camelsmp.simulator.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of an answer, in the order they are sent. Values are {@code String}, {@link RawText}, {@code Integer},
 * {@code Long}, {@code Boolean}, {@code byte[]}, and lists and maps of these.
 */
public final class Answer {

    private final Map<String, Object> keys = new LinkedHashMap<>();

    private Answer() {}

    /** An answer without keys: success, and nothing to tell. */
    public static Answer empty() {
        return new Answer();
    }

    /** An answer that begins with this key. */
    public static Answer with(String key, Object value) {
        return new Answer().and(key, value);
    }

    /** An answer of these keys. */
    public static Answer of(Map<String, ?> keys) {
        Answer answer = new Answer();
        answer.keys.putAll(keys);
        return answer;
    }

    /** Adds a key. */
    public Answer and(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    /** What was put in. */
    public Map<String, Object> keys() {
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Text that need not be valid UTF-8, such as shell output cut in the middle of a character.
     *
     * @param bytes what is sent as a text string
     */
    public record RawText(byte[] bytes) {}
}
