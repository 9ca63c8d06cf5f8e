package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.protocol.SmpException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which exchanges began and how each ended. One is lost if it ends with neither an answer nor an {@link SmpException}, or
 * does not end, or its answer is wrong. That a device on a dead line was given up after its time is an answer of sorts.
 */
final class Ledger {

    /** Exchanges of one kind by their ends. */
    static final class Count {
        private long answered;
        private long failed;

        long answered() {
            return answered;
        }

        long failed() {
            return failed;
        }
    }

    private final Map<Integer, Long> open = new HashMap<>();
    private final Map<Trouble, Count> troubles = new EnumMap<>(Trouble.class);
    private final Map<String, Count> cables = new TreeMap<>();
    private final Map<String, Long> ends = new TreeMap<>();
    private long begun;
    private long ended;
    private long lost;
    private int left;

    synchronized void begin(int device) {
        begun++;
        open.put(device, System.nanoTime());
    }

    /** @param complaint what is wrong with an answer */
    synchronized void end(
            int device,
            Job job,
            String cable,
            Weather weather,
            Optional<Throwable> failure,
            Optional<String> complaint) {
        open.remove(device);
        ended++;
        boolean untyped =
                failure.filter(cause -> !(cause instanceof SmpException)).isPresent();
        if (untyped || complaint.isPresent()) {
            lost++;
            System.err.println("device " + device + " " + job + " on " + cable + " in " + weather.troubles() + ": "
                    + complaint.orElse("") + failure.map(Throwable::toString).orElse(""));
            failure.ifPresent(Throwable::printStackTrace);
        }
        String how = failure.map(cause -> cause.getClass().getSimpleName()).orElse("answered");
        ends.merge(job + " " + how, 1L, Long::sum);
        weather.troubles().forEach(trouble -> add(troubles.computeIfAbsent(trouble, key -> new Count()), failure));
        add(cables.computeIfAbsent(cable, key -> new Count()), failure);
    }

    private static void add(Count count, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            count.answered++;
        } else {
            count.failed++;
        }
    }

    /** A device that cannot be upgraded on a good line, after all that happened, counts as a loss too. */
    synchronized void leave(int device, boolean well) {
        left++;
        if (!well) {
            lost++;
            System.err.println("device " + device + " cannot be upgraded any more");
        }
        notifyAll();
    }

    /** Waits for what is on its way; what has not ended then is lost. */
    synchronized void awaitEnd(int devices, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (left < devices && System.nanoTime() < end) {
            wait(1000);
        }
        lost += open.size();
    }

    synchronized long begun() {
        return begun;
    }

    synchronized long ended() {
        return ended;
    }

    synchronized long lost() {
        return lost;
    }

    /** How long the oldest one has been on its way, in seconds. */
    synchronized long oldestSeconds() {
        long now = System.nanoTime();
        return open.values().stream()
                .mapToLong(since -> (now - since) / 1_000_000_000L)
                .max()
                .orElse(0);
    }

    synchronized Map<Trouble, Count> troubles() {
        return new EnumMap<>(troubles);
    }

    synchronized Map<String, Count> cables() {
        return new TreeMap<>(cables);
    }

    synchronized Map<String, Long> ends() {
        return new TreeMap<>(ends);
    }
}
