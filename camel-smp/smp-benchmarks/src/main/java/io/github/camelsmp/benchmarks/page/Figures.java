package io.github.camelsmp.benchmarks.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark has kept.
 *
 * @param columns what stands above the figures
 * @param rows as many cells each as there are columns
 */
record Figures(List<String> columns, List<List<String>> rows) {

    /** Reads a file of comma-separated values; no cell has a comma in it. */
    static Figures read(Path file) {
        try {
            List<List<String>> lines = Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(",")))
                    .toList();
            return new Figures(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("the figures cannot be read", e);
        }
    }

    /** The numbers of a column. */
    double[] column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "', there are " + columns);
        }
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(index)))
                .toArray();
    }

    /** The table as AsciiDoc, from its first {@code |===} to its last. */
    String asTable() {
        StringBuilder table = new StringBuilder("|===\n");
        table.append('|').append(String.join(" |", columns)).append("\n\n");
        for (List<String> row : rows) {
            table.append('|').append(String.join(" |", row)).append('\n');
        }
        return table.append("|===").toString();
    }
}
