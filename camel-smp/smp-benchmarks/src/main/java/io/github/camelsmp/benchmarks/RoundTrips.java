package io.github.camelsmp.benchmarks;

import static io.github.camelsmp.benchmarks.Results.figure;

import io.github.camelsmp.client.SmpResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is left of an upload's speed over UDP when the round trip grows, with one request in flight and with as many as prove good. */
public final class RoundTrips {

    private static final int[] MILLIS = {2, 5, 10, 20, 50, 100, 200};
    private static final int RUNS = 3;
    private static final double KILO = 1000;

    /** Chunks of an upload: enough for the first, which goes alone, not to count. */
    private static final int IMAGE = 200_000;

    private RoundTrips() {}

    /** @param arguments how many uploads each figure is the median of, 3 unless told */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        Results table = Results.begin("round-trips", "round trip ms", "bound kB/s", "window 1", "auto");
        try (SmpResources resources = SmpResources.create()) {
            Uploads uploads = new Uploads(resources);
            uploads.run(Profile.overUdp(Duration.ZERO, IMAGE), 0, 0);
            for (int millis : MILLIS) {
                Profile profile = Profile.overUdp(Duration.ofMillis(millis), IMAGE);
                table.row(
                        String.valueOf(millis),
                        figure(profile.bound() / KILO, 1),
                        figure(goodput(uploads, profile, 1, runs) / KILO, 1),
                        figure(goodput(uploads, profile, 0, runs) / KILO, 1));
            }
        }
        table.keep();
    }

    private static double goodput(Uploads uploads, Profile profile, int window, int runs) {
        List<Measurement> measured = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            measured.add(uploads.run(profile, window, run));
        }
        return Measurement.median(measured).goodput();
    }
}
