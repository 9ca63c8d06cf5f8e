package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Many simulated devices on lines that do everything wrong, each upgraded, filled with files, asked and talked to again and
 * again by one Camel context. Every so often a line says what was done and what the process holds; the last lines say how
 * everything ended. Ends with 1 if an exchange was lost.
 *
 * <p>Arguments: devices, minutes, seconds between lines.
 */
public final class Soak {

    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Duration length = Duration.ofMinutes(arguments.length > 1 ? Long.parseLong(arguments[1]) : 60);
        Duration between = Duration.ofSeconds(arguments.length > 2 ? Long.parseLong(arguments[2]) : 60);
        Ledger ledger = new Ledger();
        Report report = new Report(ledger);
        Path links = Files.createTempDirectory("soak");
        try (SimulatorThreads threads = SimulatorThreads.create("soak");
                CamelContext context = new DefaultCamelContext()) {
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            List<Station> stations = new ArrayList<>();
            for (int number = 0; number < devices; number++) {
                stations.add(new Station(number, threads, template, links, ledger));
            }
            stations.forEach(Station::start);
            for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(between)) {
                Thread.sleep(between.toMillis());
                report.sample();
            }
            stations.forEach(Station::stop);
            ledger.awaitEnd(devices, LONGEST_END.toNanos());
            report.sample();
            stations.forEach(Station::close);
        }
        report.sample();
        Files.delete(links);
        report.end();
        System.exit(ledger.lost() == 0 ? 0 : 1);
    }
}
