package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiFunction;

/** One thing that links do wrong, from a little to a lot. */
enum Trouble {
    LOSS((way, random) -> way.withLoss(random.nextDouble() * 0.2)),
    DUPLICATION((way, random) -> way.withDuplication(random.nextDouble() * 0.1)),
    REORDERING((way, random) -> way.withReordering(random.nextDouble() * 0.1)),
    CORRUPTION((way, random) -> way.withCorruption(random.nextDouble() * 0.05)),
    TRUNCATION((way, random) -> way.withTruncation(random.nextDouble() * 0.05)),
    DELAY((way, random) -> way.withDelay(Duration.ofMillis(random.nextInt(100)))),
    JITTER((way, random) -> way.withJitter(Duration.ofMillis(random.nextInt(200)))),
    LATENESS((way, random) ->
            way.withLateEvery(2 + random.nextInt(20), Duration.ofMillis(random.nextInt(Trouble.LATEST_MILLIS)))),
    SLOW_DRAIN((way, random) -> way.withBytesPerSecond(600 + random.nextInt(10_000))),
    FLAPPING((way, random) -> {
        Duration every = Duration.ofSeconds(5 + random.nextInt(30));
        return way.withOutages(every, every.multipliedBy(random.nextInt(60)).dividedBy(100));
    }),
    /** From some moment on requests arrive, and no answer does. */
    HALF_OPEN((way, random) -> {
        Duration ever = Duration.ofHours(10);
        return way.withOutages(ever, ever.minusMillis(random.nextInt(4_000)));
    });

    /** So much later nothing arrives any more. */
    static final int LATEST_MILLIS = 5_000;

    private final BiFunction<Way, Random, Way> doing;

    Trouble(BiFunction<Way, Random, Way> doing) {
        this.doing = doing;
    }

    /** The link with this trouble on top of what it does already. */
    Impairment on(Impairment link, Random random) {
        Impairment answers = link.withFromDevice(doing.apply(link.fromDevice(), random));
        return this == HALF_OPEN ? answers : answers.withToDevice(doing.apply(link.toDevice(), random));
    }
}
