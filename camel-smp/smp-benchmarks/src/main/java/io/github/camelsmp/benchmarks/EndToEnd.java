package io.github.camelsmp.benchmarks;

import static io.github.camelsmp.benchmarks.Results.figure;

import io.github.camelsmp.client.SmpResources;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a table: for each profile the bound of link and flash, and what uploads reach with one request in flight and
 * with as many as prove good. The two take turns, and the figures are medians.
 */
public final class EndToEnd {

    private static final int RUNS = 5;
    private static final double KILO = 1000;

    private final Results table = Results.begin(
            "profiles",
            "profile",
            "bound kB/s",
            "window 1",
            "auto",
            "auto / bound",
            "auto / window 1",
            "chunks sent again");
    private final int runs;

    private EndToEnd(int runs) {
        this.runs = runs;
    }

    /** @param arguments how many uploads each figure is the median of, 5 unless told; then part of the names of profiles */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        String named = arguments.length > 1 ? arguments[1] : "";
        new EndToEnd(runs).print(named);
    }

    private void print(String named) {
        try (SmpResources resources = SmpResources.create()) {
            Uploads uploads = new Uploads(resources);
            for (Profile profile : Profile.all()) {
                if (profile.name().contains(named)) {
                    measure(profile, uploads);
                }
            }
        }
        table.keep();
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
        table.row(
                profile.name().replace(",", ";"),
                figure(profile.bound() / KILO, 1),
                figure(oneAtATime / KILO, 1),
                figure(many.goodput() / KILO, 1),
                figure(many.goodput() / profile.bound(), 2),
                figure(many.goodput() / oneAtATime, 2),
                String.valueOf(many.retransmissions()));
    }
}
