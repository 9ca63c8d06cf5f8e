package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many simulated devices on bad links, each upgraded, filled with files, asked and talked to again and again in one
 * process. Prints a line now and then: what was done, what failed and how, and what the process holds.
 *
 * <p>Arguments: devices, minutes, seconds between lines.
 */
public final class Soak {

    private Soak() {}

    public static void main(String[] arguments) throws InterruptedException {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long minutes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 60;
        long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : 60;
        Tally tally = new Tally();
        try (SimulatorThreads threads = SimulatorThreads.create("soak");
                SmpResources resources = SmpResources.create()) {
            List<Station> stations = new ArrayList<>();
            for (int number = 0; number < devices; number++) {
                stations.add(new Station(number, threads, resources, SmpClientOptions.DEFAULT, tally));
            }
            stations.forEach(Station::start);
            long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(Duration.ofSeconds(seconds).toMillis());
                System.out.println(tally.line());
            }
            stations.forEach(Station::stop);
            tally.awaitEnd();
            System.out.println("end: " + tally.line());
            stations.forEach(Station::close);
        }
    }
}
