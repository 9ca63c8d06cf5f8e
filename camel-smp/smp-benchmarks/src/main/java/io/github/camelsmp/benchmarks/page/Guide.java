package io.github.camelsmp.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guides to how fast all this is, what it withstands, and what that comes to with many devices. Their words are
 * written by hand; the pictures, and every table that a comment {@code // table: name} stands above, are made of
 * {@code data/name.csv}, or computed from such files.
 */
final class Guide {

    private static final Pattern TABLE =
            Pattern.compile("(// table: (\\S+)\n(?:\\[[^\n]*]\n)?)\\|===\n(?:.*?\n)??\\|===", Pattern.DOTALL);
    private static final List<String> PAGES = List.of("benchmarks.adoc", "scale.adoc", "robustness.adoc");
    private static final String BOUND = "#777777";
    private static final String ONE = "#c4551d";
    private static final String AUTO = "#0b5cad";

    private final Path folder;

    /** @param folder of the guides */
    Guide(Path folder) {
        this.folder = folder;
    }

    /** What each file that is made of figures should be. */
    Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        files.put(folder.resolve("images/goodput.svg"), goodput().svg());
        files.put(folder.resolve("images/fleet.svg"), fleet().svg());
        files.put(folder.resolve("images/soak.svg"), soak().svg());
        Map<String, Figures> computed =
                new Scale(figures("scale"), figures("profiles"), figures("fleet"), figures("heap")).tables();
        for (String name : PAGES) {
            Path page = folder.resolve(name);
            files.put(page, withTables(Files.readString(page), computed));
        }
        return files;
    }

    private Figures figures(String name) {
        return Figures.read(folder.resolve("data").resolve(name + ".csv"));
    }

    private String withTables(String page, Map<String, Figures> computed) {
        Matcher tables = TABLE.matcher(page);
        return tables.replaceAll(table -> Matcher.quoteReplacement(table.group(1)
                + Optional.ofNullable(computed.get(table.group(2)))
                        .orElseGet(() -> figures(table.group(2)))
                        .asTable()));
    }

    private Plot goodput() {
        Figures figures = figures("round-trips");
        double[] millis = figures.column("round trip ms");
        double[] bound = figures.column("bound kB/s");
        double[] one = figures.column("window 1");
        double[] auto = figures.column("auto");
        return new Plot(
                "Image upload over UDP, 4 buffers of 2048 bytes",
                Axis.logarithmic("round trip, ms", millis),
                Axis.logarithmic("firmware, kB/s", Plot.all(bound, one, auto)),
                List.of(
                        new Plot.Line("bound", BOUND, true, millis, bound),
                        new Plot.Line("window 1", ONE, false, millis, one),
                        new Plot.Line("window auto", AUTO, false, millis, auto)));
    }

    private Plot fleet() {
        Figures figures = figures("fleet");
        double[] devices = figures.column("devices at once");
        double[] seconds = figures.column("seconds");
        return new Plot(
                "Whole upgrade of a fleet over UDP, 256 KiB each, round trip 20 ms",
                Axis.logarithmic("devices at once", devices),
                Axis.fromZero("seconds until the last one has confirmed", seconds),
                List.of(new Plot.Line("measured", AUTO, false, devices, seconds)));
    }

    private Plot soak() {
        Figures figures = figures("soak");
        double[] minutes = figures.column("minute");
        double[] heap = figures.column("heap MiB");
        double[] threads = figures.column("threads");
        double[] handles = figures.column("handles");
        return new Plot(
                "200 devices on bad lines, one process",
                Axis.fromZero("minutes", minutes),
                Axis.fromZero("what the process holds", Plot.all(heap, threads, handles)),
                List.of(
                        new Plot.Line("handles", BOUND, false, minutes, handles),
                        new Plot.Line("threads", ONE, false, minutes, threads),
                        new Plot.Line("heap, MiB", AUTO, false, minutes, heap)));
    }
}
