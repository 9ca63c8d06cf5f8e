package io.github.camelsmp.benchmarks;

import io.github.camelsmp.client.SmpResources;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a table: for each profile the bound of link and flash, and what uploads reach with one request in flight and
 * with as many as prove good. The two take turns, and the figures are medians.
 */
public final class EndToEnd {

    private static final int RUNS = 5;
    private static final double KILO = 1000;
    private static final String ROW = "| %-26s | %8s | %8s | %8s | %6s | %6s | %7s |%n";

    private final PrintStream out;
    private final int runs;

    private EndToEnd(PrintStream out, int runs) {
        this.out = out;
        this.runs = runs;
    }

    /** @param arguments how many uploads each figure is the median of, 5 unless told; then part of the names of profiles */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        String named = arguments.length > 1 ? arguments[1] : "";
        new EndToEnd(System.out, runs).print(named);
    }

    private void print(String named) {
        row("profile", "bound", "window 1", "auto", "/bound", "/one", "resent");
        try (SmpResources resources = SmpResources.create()) {
            Uploads uploads = new Uploads(resources);
            for (Profile profile : Profile.all()) {
                if (profile.name().contains(named)) {
                    measure(profile, uploads);
                }
            }
        }
    }

    private void measure(Profile profile, Uploads uploads) {
        List<Measurement> one = new ArrayList<>();
        List<Measurement> auto = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            one.add(uploads.run(profile, 1, run));
            auto.add(uploads.run(profile, 0, run));
        }
        double oneAtATime = Measurement.median(one).goodput();
        Measurement many = Measurement.median(auto);
        row(
                profile.name(),
                kilobytes(profile.bound()),
                kilobytes(oneAtATime),
                kilobytes(many.goodput()),
                ratio(many.goodput() / profile.bound()),
                ratio(many.goodput() / oneAtATime),
                String.valueOf(many.retransmissions()));
    }

    private void row(String... cells) {
        out.printf(Locale.ROOT, ROW, (Object[]) cells);
        out.flush();
    }

    private static String kilobytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / KILO);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
