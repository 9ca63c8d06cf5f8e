package io.github.camelsmp.simulator.flash;

import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The flash part of one device: what its areas share. Nothing here waits; the time that writing and erasing take adds
 * up until whoever caused it asks for it.
 */
public final class Flash {

    private static final long NEVER = Long.MAX_VALUE;

    private final FlashTiming timing;
    private final Map<Operation, Integer> faults = new EnumMap<>(Operation.class);
    private boolean faultless;
    private long busyNanos;
    private long bytesWritten;
    private long pagesErased;
    private long bytesUntilCut = NEVER;
    private long pagesUntilCut = NEVER;

    /** An empty part with this page size and these times. */
    public Flash(FlashTiming timing) {
        this.timing = timing;
    }

    /** The part. */
    public FlashTiming timing() {
        return timing;
    }

    /** The time all work since the last call takes. */
    public Duration takeBusyTime() {
        long taken = busyNanos;
        busyNanos = 0;
        return Duration.ofNanos(taken);
    }

    /** Bytes written since the device was made. */
    public long bytesWritten() {
        return bytesWritten;
    }

    /** Pages erased since the device was made. */
    public long pagesErased() {
        return pagesErased;
    }

    /** Power fails when this many more bytes are written; the next byte is not. */
    public void cutPowerAfterBytes(long bytes) {
        bytesUntilCut = bytes;
    }

    /** Power fails when this many more pages are erased; the next page is left half erased. */
    public void cutPowerAfterPages(long pages) {
        pagesUntilCut = pages;
    }

    /** Makes the driver report a failure the next {@code times} times. */
    public void fail(Operation operation, int times) {
        faults.put(operation, times);
    }

    /** Does something that no failure asked for touches, such as a look at the flash from outside. */
    public <T> T withoutFaults(Supplier<T> work) {
        boolean before = faultless;
        faultless = true;
        try {
            return work.get();
        } finally {
            faultless = before;
        }
    }

    void failIfAsked(Operation operation) {
        int left = faultless ? 0 : faults.getOrDefault(operation, 0);
        if (left > 0) {
            faults.put(operation, left - 1);
            throw new FlashFault(operation);
        }
    }

    /** How many of {@code wanted} bytes can be written before power fails. Writing them takes its time. */
    public int spendBytes(int wanted) {
        int granted = (int) Math.min(wanted, bytesUntilCut);
        if (bytesUntilCut != NEVER) {
            bytesUntilCut -= granted;
        }
        bytesWritten += granted;
        busyNanos += granted * timing.byteWrite().toNanos();
        return granted;
    }

    /** Whether one more page can be erased before power fails. Erasing it takes its time. */
    public boolean spendPage() {
        if (pagesUntilCut == 0) {
            return false;
        }
        if (pagesUntilCut != NEVER) {
            pagesUntilCut--;
        }
        pagesErased++;
        busyNanos += timing.pageErase().toNanos();
        return true;
    }

    /** What to throw when less was granted than wanted; the cut is over with it. */
    public PowerLost powerLost() {
        bytesUntilCut = NEVER;
        pagesUntilCut = NEVER;
        return new PowerLost();
    }
}
