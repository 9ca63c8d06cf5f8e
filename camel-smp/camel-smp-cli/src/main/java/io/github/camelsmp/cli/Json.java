package io.github.camelsmp.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as JSON, one line each. Bytes, which JSON does not have, come out as hexadecimal digits. */
final class Json {

    /** A map with this key alone stands for the bytes of its value, so that a request can have some. */
    private static final String HEX = "$hex";

    /**
     * A JSON object.
     *
     * @param map in plain Java values, bytes as {@code byte[]}
     */
    record Entries(Map<String, Object> map) {}

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .registerModule(new SimpleModule().addSerializer(new BytesInHex()));

    private Json() {}

    /** A value on one line. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + value, e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    static Entries read(String text) {
        try {
            return new Entries(withBytes(MAPPER.readValue(text, Map.class)));
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("'" + text + "' is no JSON object such as {\"key\": 1}", e);
        } catch (JsonEOFException e) {
            throw new IllegalArgumentException("'" + text + "' is no JSON: it ends too early", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + text + "' is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> withBytes(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(key.toString(), withBytes(value)));
        return result;
    }

    private static Object withBytes(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1 && map.get(HEX) instanceof String digits
                    ? Hex.parse(digits).bytes()
                    : withBytes(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(Json::withBytes).toList()
                : value;
    }

    private static final class BytesInHex extends StdSerializer<byte[]> {

        BytesInHex() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(HexFormat.of().formatHex(value));
        }
    }
}
