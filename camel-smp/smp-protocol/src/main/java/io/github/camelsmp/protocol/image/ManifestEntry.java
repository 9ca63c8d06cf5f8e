package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the manifest of a DFU package says of a file. Numbers may be texts: the script that makes packages turns all its
 * parameters into texts, except those that begin with 0x.
 */
record ManifestEntry(Map<String, Object> values) {

    private static final int LARGEST_NUMBER = 255;

    /** The name of the file, which has to be that of an entry at the top of the package. */
    String name() {
        String name = optionalText("file")
                .orElseThrow(() -> new SmpImageException("manifest.json names no 'file' in one of its 'files'"));
        if (name.isEmpty() || !ZipEntries.isPlainName(name)) {
            throw new SmpImageException("manifest.json names the file '" + name + "', which is no plain name");
        }
        return name;
    }

    Optional<String> optionalText(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        if (value instanceof Long || value instanceof Double) {
            return Optional.of(value.toString());
        }
        throw new SmpImageException("'" + key + "' in manifest.json is neither a text nor a number");
    }

    OptionalInt optionalNumber(String key) {
        Object value = values.get(key);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Long number && number >= 0 && number <= LARGEST_NUMBER) {
            return OptionalInt.of(number.intValue());
        }
        if (value instanceof String text) {
            return OptionalInt.of(parse(key, text.trim()));
        }
        throw new SmpImageException(
                "'" + key + "' in manifest.json is " + value + ", it may be 0 to " + LARGEST_NUMBER);
    }

    private static int parse(String key, String text) {
        try {
            int number = Integer.decode(text.matches("0+[0-9]+") ? text.replaceFirst("^0+(?=[0-9])", "") : text);
            if (number >= 0 && number <= LARGEST_NUMBER) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new SmpImageException(
                    "'" + key + "' in manifest.json is \"" + text + "\", which is no number", notANumber);
        }
        throw new SmpImageException("'" + key + "' in manifest.json is " + text + ", it may be 0 to " + LARGEST_NUMBER);
    }
}
