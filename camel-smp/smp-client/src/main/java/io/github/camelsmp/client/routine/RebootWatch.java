package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Tells from what a device says whether it has restarted. The old firmware goes on answering for a while after it
 * accepted a reset (protocol.md 6.0), and a bootloader that refuses an image brings the same firmware back.
 *
 * <p>A bootloader that was told to boot an image leaves a trace whatever it does: it swaps, or it strikes the image
 * out. So an unchanged list with a pending image means that the restart is still to come. Where nothing can be set, an
 * unchanged list counts once the device has been silent and has then said the same for a while.
 */
final class RebootWatch {

    static final Duration UNCHANGED_AFTER_SILENCE = Duration.ofSeconds(10);

    private final Sighting before;
    private final List<FirmwareImage> expected;
    private final LongSupplier nanoTime;
    private final boolean leavesTrace;
    private boolean silenced;
    private OptionalLong unchangedSince = OptionalLong.empty();

    /**
     * @param before what answered just before the reset
     * @param expected what should run afterwards; may be empty
     * @param strategy how the bootloader works
     */
    RebootWatch(Sighting before, List<FirmwareImage> expected, BootStrategy strategy, LongSupplier nanoTime) {
        this.before = before;
        this.expected = expected;
        this.nanoTime = nanoTime;
        this.leavesTrace = strategy.settable() && before.images().stream().anyMatch(ImageState::pending);
    }

    /** A question was not answered. */
    void silence() {
        silenced = true;
        unchangedSince = OptionalLong.empty();
    }

    /** Whether the device, which says this now, has restarted. */
    boolean hasRestarted(Sighting now) {
        if (!expected.isEmpty() && expected.stream().allMatch(now::shows)) {
            return true;
        }
        if (!now.isSameAs(before)) {
            return true;
        }
        if (unchangedSince.isEmpty()) {
            unchangedSince = OptionalLong.of(nanoTime.getAsLong());
        }
        return silenced && !leavesTrace && unchanged().compareTo(UNCHANGED_AFTER_SILENCE) >= 0;
    }

    /** For how long the device has said what it said before the reset, without a silence. */
    Duration unchanged() {
        return unchangedSince.isPresent()
                ? Duration.ofNanos(nanoTime.getAsLong() - unchangedSince.getAsLong())
                : Duration.ZERO;
    }

    /**
     * Whether a device that says the same as before has not restarted. One that would leave a trace has not, whatever was
     * not answered meanwhile; of another one that is known if it has answered all along.
     *
     * @param longEnough how long that is
     */
    boolean isStillThere(Duration longEnough) {
        return leavesTrace || !silenced && unchanged().compareTo(longEnough) > 0;
    }
}
