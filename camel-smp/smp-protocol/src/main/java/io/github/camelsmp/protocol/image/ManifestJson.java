package io.github.camelsmp.protocol.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.camelsmp.protocol.SmpImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the manifest of a DFU package into plain Java values. */
final class ManifestJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 16)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser parser;

    private ManifestJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws SmpImageException if it is not one JSON object */
    static Map<String, Object> parse(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new SmpImageException("manifest.json is not a JSON object");
            }
            Map<String, Object> manifest = new ManifestJson(parser).object();
            if (parser.nextToken() != null) {
                throw new SmpImageException("manifest.json goes on behind its object");
            }
            return manifest;
        } catch (StreamReadException malformed) {
            throw new SmpImageException(
                    "manifest.json is malformed in line "
                            + malformed.getLocation().getLineNr() + ": " + malformed.getOriginalMessage(),
                    malformed);
        } catch (IOException malformed) {
            throw new SmpImageException("manifest.json cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            object.put(key, value(parser.nextToken()));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<Object> array() throws IOException {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return Collections.unmodifiableList(array);
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }
}
