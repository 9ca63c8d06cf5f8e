package io.github.camelsmp.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values for people: a map is a line a key, a list of maps is a table. */
final class Text {

    private static final String GAP = "  ";

    private Text() {}

    /** Without a line end behind the last line; empty for what holds nothing. */
    static String of(Object value) {
        return String.join(System.lineSeparator(), lines(value));
    }

    private static List<String> lines(Object value) {
        if (value instanceof Map<?, ?> map) {
            return entries(map);
        }
        if (value instanceof Collection<?> rows && isTable(rows)) {
            return table(rows.stream().map(row -> (Map<?, ?>) row).toList());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Text::cell).toList();
        }
        return cell(value).lines().toList();
    }

    private static boolean isTable(Collection<?> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(Map.class::isInstance);
    }

    private static List<String> entries(Map<?, ?> map) {
        int width = map.keySet().stream()
                .mapToInt(key -> key.toString().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> || value instanceof Collection<?> rows && isTable(rows)) {
                lines.add(key.toString());
                lines(value).forEach(line -> lines.add(GAP + line));
            } else {
                lines.add(padded(key.toString(), width) + GAP + cell(value));
            }
        });
        return lines;
    }

    private static List<String> table(List<? extends Map<?, ?>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.keySet().forEach(key -> columns.add(key.toString())));
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.copyOf(columns));
        rows.forEach(row -> cells.add(columns.stream()
                .map(column -> row.containsKey(column) ? cell(row.get(column)) : "")
                .toList()));
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return cells.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private static String cell(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Text::cell).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + cell(entry.getValue()))
                    .collect(Collectors.joining(" "));
        }
        return String.valueOf(value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
