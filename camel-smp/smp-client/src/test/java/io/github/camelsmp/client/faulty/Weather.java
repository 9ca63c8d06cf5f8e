package io.github.camelsmp.client.faulty;

import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.time.Duration;
import java.util.Random;

/** What a link does in one run: any mixture of what links do. */
final class Weather {

    static final double MOST_LOSS = 0.2;
    static final double MOST_CORRUPTION = 0.05;
    private static final double MOST_OF_THE_REST = 0.1;
    private static final int SLOWEST_BYTES_PER_SECOND = 300;

    private final Random random;

    Weather(Random random) {
        this.random = random;
    }

    Impairment impairment() {
        Way toDevice = way();
        boolean halfOpen = random.nextInt(10) == 0;
        return new Impairment(toDevice, halfOpen ? dyingAway(toDevice) : way(), random.nextLong());
    }

    private Way way() {
        Way way = Way.CLEAN
                .withLoss(perhaps(MOST_LOSS))
                .withCorruption(perhaps(MOST_CORRUPTION))
                .withDuplication(perhaps(MOST_OF_THE_REST))
                .withReordering(perhaps(MOST_OF_THE_REST))
                .withTruncation(perhaps(MOST_CORRUPTION))
                .withDelay(Duration.ofMillis(random.nextInt(100)))
                .withJitter(Duration.ofMillis(random.nextInt(200)));
        if (random.nextInt(4) == 0) {
            way = way.withBytesPerSecond(SLOWEST_BYTES_PER_SECOND + random.nextInt(20_000));
        }
        if (random.nextInt(8) == 0) {
            way = way.withLateEvery(2 + random.nextInt(20), Duration.ofMillis(random.nextInt(5000)));
        }
        return random.nextInt(5) == 0 ? flapping(way) : way;
    }

    private Way flapping(Way way) {
        Duration every = Duration.ofSeconds(5 + random.nextInt(60));
        return way.withOutages(every, every.multipliedBy(random.nextInt(60)).dividedBy(100));
    }

    /** Nothing arrives any more from some moment on. */
    private Way dyingAway(Way way) {
        Duration ever = Duration.ofHours(10);
        return way.withOutages(ever, ever.minusMillis(random.nextInt(60_000)));
    }

    private double perhaps(double most) {
        return random.nextBoolean() ? random.nextDouble() * most : 0;
    }
}
