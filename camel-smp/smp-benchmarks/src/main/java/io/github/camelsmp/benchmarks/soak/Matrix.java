package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.benchmarks.Results;
import io.github.camelsmp.benchmarks.soak.Cell.End;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Everything that lines do wrong, alone, on every kind of line: upgrades that end upgraded, or in a typed error with a
 * device that is upgraded as soon as nothing goes wrong any more. Ends with 1 if one did not.
 *
 * <p>Arguments: how many upgrades each, with the seeds 1, 2, and so on.
 */
public final class Matrix {

    /** The kinds of lines and the numbers that {@link Cable} has for them. */
    private static final Map<String, Integer> LINES = lines();

    private Matrix() {}

    private static Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        lines.put("udp", 5);
        lines.put("tcp console", 2);
        lines.put("tcp raw", 1);
        lines.put("serial", 0);
        return Collections.unmodifiableMap(lines);
    }

    public static void main(String[] arguments) throws Exception {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Map<Trouble, Map<String, List<End>>> ends = run(seeds);
        List<String> columns = new ArrayList<>(LINES.keySet());
        columns.add(0, "upgraded + failed with a type");
        Results table = Results.begin("impairments", columns.toArray(String[]::new));
        ends.forEach((trouble, lines) -> table.row(row(trouble, lines)));
        table.keep();
        System.exit(
                ends.values().stream().flatMap(lines -> lines.values().stream()).anyMatch(Matrix::lost) ? 1 : 0);
    }

    private static boolean lost(List<End> ends) {
        return ends.contains(End.LOST);
    }

    /** How the upgrades ended, by what went wrong and the line it went wrong on. */
    static Map<Trouble, Map<String, List<End>>> run(int seeds) throws Exception {
        Map<Trouble, Map<String, List<End>>> ends = new LinkedHashMap<>();
        Path links = Files.createTempDirectory("matrix");
        try (SimulatorThreads threads = SimulatorThreads.create("matrix");
                CamelContext context = new DefaultCamelContext()) {
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            for (long seed = 1; seed <= seeds; seed++) {
                runAllAtOnce(seed, threads, template, links, ends);
            }
        }
        Files.delete(links);
        return ends;
    }

    private static void runAllAtOnce(
            long seed,
            SimulatorThreads threads,
            ProducerTemplate template,
            Path links,
            Map<Trouble, Map<String, List<End>>> ends) {
        List<Cell> cells = new ArrayList<>();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            Map<String, List<End>> lines = ends.computeIfAbsent(trouble, key -> new LinkedHashMap<>());
            LINES.forEach((name, number) -> {
                List<End> own = lines.computeIfAbsent(name, key -> Collections.synchronizedList(new ArrayList<>()));
                Cell cell = new Cell(trouble, number, seed, threads, template, links);
                cells.add(cell);
                running.add(cell.run().thenAccept(own::add));
            });
        }
        running.forEach(CompletableFuture::join);
        cells.forEach(Cell::close);
    }

    private static String[] row(Trouble trouble, Map<String, List<End>> lines) {
        List<String> row = new ArrayList<>();
        row.add(trouble.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        lines.values()
                .forEach(ends -> row.add(count(ends, End.UPGRADED) + " + " + count(ends, End.FAILED_WITH_A_TYPE)));
        return row.toArray(String[]::new);
    }

    private static long count(List<End> ends, End end) {
        return ends.stream().filter(end::equals).count();
    }
}
