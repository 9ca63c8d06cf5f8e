package io.github.camelsmp.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings values into the rows of a table. */
final class Rows {

    private Rows() {}

    /** Makes a list of a map of maps, with each key as a first column. */
    static List<Map<String, Object>> named(String column, Map<String, Object> entries) {
        return entries.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put(column, entry.getKey());
                    if (entry.getValue() instanceof Map<?, ?> fields) {
                        fields.forEach((key, value) -> row.put(key.toString(), value));
                    } else {
                        row.put("value", entry.getValue());
                    }
                    return row;
                })
                .toList();
    }
}
