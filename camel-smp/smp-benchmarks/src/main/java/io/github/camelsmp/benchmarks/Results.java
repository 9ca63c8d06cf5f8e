package io.github.camelsmp.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of figures that is printed row by row while it grows, and kept as comma-separated values where a folder for
 * them was named. The guides draw their tables and pictures from those.
 */
public final class Results {

    /** The property that names the folder; nothing is kept without it. */
    public static final String FOLDER = "bench.data";

    private static final int NAME_WIDTH = 44;

    private final PrintStream out;
    private final String name;
    private final List<String> lines = new ArrayList<>();

    private Results(PrintStream out, String name) {
        this.out = out;
        this.name = name;
    }

    /**
     * Starts a table.
     *
     * @param name of the file, without its ending
     * @param columns what stands above the figures
     */
    public static Results begin(String name, String... columns) {
        Results results = new Results(System.out, name);
        results.row(columns);
        return results;
    }

    /** Adds a row: what was measured, and the figures. No cell has a comma in it. */
    public void row(String... cells) {
        for (String cell : cells) {
            if (cell.contains(",")) {
                throw new IllegalArgumentException("the cell '" + cell + "' has a comma in it");
            }
        }
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", cells[0]));
        for (int cell = 1; cell < cells.length; cell++) {
            int width = Math.max(
                    8, lines.isEmpty() ? 0 : lines.get(0).split(",")[cell].length());
            line.append("  ").append(String.format(Locale.ROOT, "%" + width + "s", cells[cell]));
        }
        out.println(line);
        out.flush();
        lines.add(String.join(",", cells));
    }

    /** Writes the file, where a folder was named. */
    public void keep() {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.write(Path.of(folder, name + ".csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the figures cannot be written to " + folder, e);
        }
    }

    /** A figure with so many digits behind its point. */
    public static String figure(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
