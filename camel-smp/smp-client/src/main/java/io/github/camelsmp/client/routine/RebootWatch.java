package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Tells from what a device says of its images whether it has restarted. The old firmware goes on answering for a while
 * after it accepted a reset (protocol.md 6.0), and a bootloader that refuses an image brings the same firmware back.
 *
 * <p>A bootloader that was told to boot an image leaves a trace whatever it does: it swaps, or it strikes the image
 * out. So an unchanged list with a pending image means that the restart is still to come. Where nothing can be set, an
 * unchanged list counts once the device has been silent and has then said the same for a while.
 */
final class RebootWatch {

    static final Duration UNCHANGED_AFTER_SILENCE = Duration.ofSeconds(10);

    private final List<ImageState> before;
    private final List<FirmwareImage> expected;
    private final LongSupplier nanoTime;
    private final boolean leavesTrace;
    private boolean silenced;
    private OptionalLong unchangedSince = OptionalLong.empty();

    /**
     * @param before the images just before the reset
     * @param expected what should run afterwards; may be empty
     * @param strategy how the bootloader works
     */
    RebootWatch(List<ImageState> before, List<FirmwareImage> expected, BootStrategy strategy, LongSupplier nanoTime) {
        this.before = before;
        this.expected = expected;
        this.nanoTime = nanoTime;
        this.leavesTrace = strategy.settable() && before.stream().anyMatch(ImageState::pending);
    }

    /** A question was not answered. */
    void silence() {
        silenced = true;
        unchangedSince = OptionalLong.empty();
    }

    /** Whether the device, which has these images now, has restarted. */
    boolean hasRestarted(List<ImageState> now) {
        if (!expected.isEmpty() && expected.stream().allMatch(firmware -> runs(firmware, now))) {
            return true;
        }
        if (!same(before, now)) {
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

    /** Whether a question was left unanswered since the reset. */
    boolean wasSilent() {
        return silenced;
    }

    static boolean runs(FirmwareImage firmware, List<ImageState> images) {
        return images.stream().anyMatch(slot -> slot.active() && firmware.isIn(slot));
    }

    private static boolean same(List<ImageState> one, List<ImageState> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(ImageState one, ImageState other) {
        return one.image() == other.image()
                && one.slot() == other.slot()
                && Arrays.equals(one.hash(), other.hash())
                && one.pending() == other.pending()
                && one.confirmed() == other.confirmed()
                && one.active() == other.active()
                && one.permanent() == other.permanent();
    }
}
