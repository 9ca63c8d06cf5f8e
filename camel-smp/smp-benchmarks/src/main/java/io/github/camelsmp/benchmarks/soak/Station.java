package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** One device on one bad line, and what is done to it, one exchange after another. */
final class Station implements AutoCloseable {

    /** Short enough for lines to be closed and opened again between exchanges. */
    private static final String OPTIONS = "idleTimeout=3s";

    private static final int FIRMWARE = 12_000;
    private static final int FILE = 4_000;
    private static final int LONGEST_PAUSE_MILLIS = 8_000;
    private static final int ACCIDENT_EVERY = 25;
    private static final Duration REPAIR = Duration.ofSeconds(3);
    private static final int MOST_FAREWELLS = 3;

    private final int number;
    private final Random random;
    private final SimulatorThreads threads;
    private final SimulatedDevice device;
    private final Cable cable;
    private final ProducerTemplate template;
    private final Endpoint endpoint;
    private final Ledger ledger;
    private int versions = 1;
    private byte[] stored = {};
    private boolean known;
    private int farewells;
    private boolean wellInTheEnd;
    private volatile boolean stopping;

    Station(int number, SimulatorThreads threads, ProducerTemplate template, Path links, Ledger ledger) {
        this.number = number;
        this.random = new Random(number);
        this.threads = threads;
        this.template = template;
        this.ledger = ledger;
        device = SimulatedDevice.builder("soak-" + number)
                .threads(threads)
                .running(FirmwareImage.ofSize("1.0.0", FIRMWARE))
                .slotSize(32_768)
                .bootTime(Duration.ofMillis(500))
                .build();
        cable = Cable.to(device, number, links, OPTIONS);
        endpoint = template.getCamelContext().getEndpoint(cable.uri());
    }

    void start() {
        threads.after(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)), this::next);
    }

    /** The line is a good one from now on, and what follows the exchange on its way is one last upgrade. */
    void stop() {
        stopping = true;
        cable.impair().accept(Weather.CLEAR);
    }

    private void next() {
        if (wellInTheEnd || farewells == MOST_FAREWELLS) {
            ledger.leave(number, wellInTheEnd);
        } else if (stopping) {
            farewells++;
            ask(Job.UPGRADE, Weather.CLEAR);
        } else {
            Job job = Job.values()[random.nextInt(Job.values().length)];
            if (random.nextInt(ACCIDENT_EVERY) == 0) {
                threads.after(Duration.ofMillis(random.nextInt(1000)), this::breakAndMend);
            }
            ask(job, Weather.of(random));
        }
    }

    private void ask(Job job, Weather weather) {
        cable.impair().accept(weather);
        Object body = body(job);
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(job.headers());
        ledger.begin(number);
        template.asyncSend(endpoint, exchange).whenComplete((done, failure) -> {
            end(job, weather, body, done, Optional.ofNullable(failure == null ? done.getException() : failure));
            threads.after(pauseAfter(weather), this::next);
        });
    }

    private Duration pauseAfter(Weather weather) {
        int latest = weather.troubles().contains(Trouble.LATENESS) ? Trouble.LATEST_MILLIS : 0;
        return Duration.ofMillis(latest + random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    private void breakAndMend() {
        cable.pull().run();
        threads.after(REPAIR, cable.mend());
    }

    private Object body(Job job) {
        return switch (job) {
            case UPGRADE -> FirmwareImage.ofSize("2.0." + versions, FIRMWARE).bytes();
            case FILE_UPLOAD -> content();
            case FILE_DOWNLOAD -> "";
            case SHELL -> "kernel version";
            case ECHO -> "still there " + random.nextInt();
        };
    }

    private byte[] content() {
        byte[] content = new byte[FILE];
        random.nextBytes(content);
        return content;
    }

    private void end(Job job, Weather weather, Object body, Exchange done, Optional<Throwable> failure) {
        // nobody notices a wrong bit on a line without checksums
        boolean tellsTheTruth = cable.hasChecksum() || !weather.troubles().contains(Trouble.CORRUPTION);
        Optional<String> complaint = failure.isEmpty() && tellsTheTruth ? complaint(job, body, done) : Optional.empty();
        // a chunk that comes after the one that was sent in its place, and after the check, writes over the file
        boolean stays = !weather.troubles().contains(Trouble.LATENESS);
        remember(job, body, tellsTheTruth && stays && failure.isEmpty() && matched(done));
        wellInTheEnd = weather.equals(Weather.CLEAR) && failure.isEmpty() && complaint.isEmpty();
        ledger.end(number, job, cable.kind(), weather, failure, complaint);
    }

    private Optional<String> complaint(Job job, Object body, Exchange done) {
        boolean right =
                switch (job) {
                    case UPGRADE ->
                        device.runningVersion()
                                .filter(("2.0." + versions)::equals)
                                .isPresent();
                    case FILE_DOWNLOAD ->
                        !known || Arrays.equals(stored, done.getMessage().getBody(byte[].class));
                    case ECHO -> body.equals(done.getMessage().getBody(String.class));
                    case FILE_UPLOAD, SHELL -> done.getMessage().getBody() != null;
                };
        return right
                ? Optional.empty()
                : Optional.of("the answer is wrong: " + done.getMessage().getBody());
    }

    /** That what arrived is not what was sent is an answer too. */
    private static boolean matched(Exchange done) {
        return done.getMessage().getBody() instanceof Map<?, ?> result && Boolean.TRUE.equals(result.get("match"));
    }

    /** An upload that failed has left the old bytes, the new ones, or some of them. */
    private void remember(Job job, Object body, boolean certain) {
        if (job == Job.UPGRADE) {
            versions++;
        } else if (job == Job.FILE_UPLOAD) {
            stored = (byte[]) body;
            known = certain;
        }
    }

    @Override
    public void close() {
        cable.release().run();
        device.close();
    }
}
