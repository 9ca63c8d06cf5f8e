package io.github.camelsmp.component;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;

/** Between the values a route sees and JSON text. */
final class PlainValues {

    private PlainValues() {}

    /** The map behind an answer of the client library; anything else as it is. */
    static Object withoutRecord(Object body) {
        if (body instanceof SmpResponse response) {
            return response.raw().asMap();
        }
        return body instanceof CborMap map ? map.asMap() : body;
    }

    /**
     * JSON of plain values. Bytes become base64, as other JSON libraries of Java write them.
     *
     * @throws IllegalArgumentException naming the type that has no form in JSON
     */
    static String toJson(Object body) {
        return Jsoner.serialize(jsonValue(withoutRecord(body)));
    }

    private static Object jsonValue(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, entry) -> object.put(String.valueOf(key), jsonValue(entry)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            List<Object> array = new ArrayList<>();
            items.forEach(item -> array.add(jsonValue(item)));
            return array;
        }
        throw new IllegalArgumentException(
                "smp:json has no form for a " + value.getClass().getName());
    }

    /**
     * The map that a JSON object says.
     *
     * @throws IllegalArgumentException if the text is not a JSON object
     */
    static Map<String, Object> fromJson(String text) {
        Object parsed;
        try {
            parsed = Jsoner.deserialize(text);
        } catch (DeserializationException e) {
            throw new IllegalArgumentException("smp:map needs a JSON object, and this is no JSON: " + text, e);
        }
        if (!(parsed instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("smp:map needs a JSON object, and this is another value: " + text);
        }
        return plainMap(map);
    }

    private static Map<String, Object> plainMap(Map<?, ?> object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((key, value) -> map.put(String.valueOf(key), plainValue(value)));
        return map;
    }

    private static Object plainValue(Object value) {
        if (value instanceof Map<?, ?> object) {
            return plainMap(object);
        }
        if (value instanceof List<?> array) {
            List<Object> list = new ArrayList<>();
            array.forEach(item -> list.add(plainValue(item)));
            return list;
        }
        return value instanceof BigDecimal number ? plainNumber(number) : value;
    }

    /** Whole where it was written without a point or an exponent: to a device 1 and 1.0 are of different types. */
    private static Number plainNumber(BigDecimal number) {
        if (number.scale() != 0) {
            return number.doubleValue();
        }
        BigInteger whole = number.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
