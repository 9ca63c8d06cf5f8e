package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** One device on one bad link, and what is done to it, one job after another. */
final class Station implements AutoCloseable {

    private static final int JOBS = 5;
    private static final int FIRMWARE = 12_000;
    private static final int FILE = 4_000;

    private final Random random;
    private final SimulatedDevice device;
    private final SmpClient client;
    private final Tally tally;
    private int versions = 1;
    private volatile boolean stopped;

    Station(int number, SimulatorThreads threads, SmpResources resources, SmpClientOptions options, Tally tally) {
        this.random = new Random(number);
        this.tally = tally;
        device = SimulatedDevice.builder("soak-" + number)
                .threads(threads)
                .running(FirmwareImage.ofSize("1.0.0", FIRMWARE))
                .slotSize(32_768)
                .bootTime(Duration.ofMillis(500))
                .impairment(weather().withSeed(number))
                .build();
        client = SmpClient.of(device.listenUdp(0).address(), options, resources);
    }

    private Impairment weather() {
        return new Impairment(way(), way(), 1);
    }

    private Way way() {
        Way way = Way.CLEAN
                .withLoss(random.nextDouble() * 0.1)
                .withDuplication(random.nextDouble() * 0.05)
                .withReordering(random.nextDouble() * 0.05)
                .withDelay(Duration.ofMillis(random.nextInt(30)))
                .withJitter(Duration.ofMillis(random.nextInt(30)));
        return random.nextInt(5) == 0 ? way.withOutages(Duration.ofSeconds(60), Duration.ofSeconds(8)) : way;
    }

    void start() {
        tally.stationRuns();
        next();
    }

    /** No job follows the one on its way. */
    void stop() {
        stopped = true;
    }

    private void next() {
        if (stopped) {
            tally.stationStopped();
            return;
        }
        int job = random.nextInt(JOBS);
        tally.begin();
        run(job).whenComplete((answer, failure) -> {
            tally.end(name(job), failure == null ? null : cause(failure));
            client.connection().loop().execute(this::next);
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private static String name(int job) {
        return switch (job) {
            case 0 -> "upgrade";
            case 1 -> "file up";
            case 2 -> "file down";
            case 3 -> "shell";
            default -> "echo";
        };
    }

    private CompletableFuture<?> run(int job) {
        return switch (job) {
            case 0 ->
                client.upgrade(FirmwareImages.of(FirmwareImage.ofSize("2.0." + versions++, FIRMWARE)
                                .bytes())
                        .get(0));
            case 1 -> client.files().upload("/lfs1/soak", content());
            case 2 -> client.files().download("/lfs1/soak");
            case 3 -> client.shell().execute("kernel version");
            default -> client.os().echo("still there");
        };
    }

    private byte[] content() {
        byte[] content = new byte[FILE];
        random.nextBytes(content);
        return content;
    }

    @Override
    public void close() {
        client.close();
        device.close();
    }
}
