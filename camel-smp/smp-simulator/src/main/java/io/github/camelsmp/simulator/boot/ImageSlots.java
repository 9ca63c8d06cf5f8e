package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.boot.SlotTrailer.Magic;
import io.github.camelsmp.simulator.boot.SwapJournal.Entry;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.flash.FlashArea;
import java.util.List;
import java.util.Optional;

/** The slots of one image, and how the bootloader exchanges or replaces what is in them. */
public final class ImageSlots {

    private final BootloaderMode mode;
    private final Slot primary;
    private final Slot secondary;
    private final FlashArea scratch;
    private final SwapJournal journal;

    /**
     * @param secondary empty for a bootloader with a single slot
     */
    public ImageSlots(BootloaderMode mode, Flash flash, Slot primary, Optional<Slot> secondary) {
        this.mode = mode;
        this.primary = primary;
        this.secondary = secondary.orElse(null);
        this.scratch = new FlashArea(flash, flash.timing().pageSize());
        int journalSize = roundUp(3 * primary.area().size() / primary.area().pageSize() + 16, scratch.size());
        this.journal = new SwapJournal(new FlashArea(flash, journalSize));
    }

    private static int roundUp(int value, int unit) {
        return (value + unit - 1) / unit * unit;
    }

    /** Number of the image, from 0. */
    public int image() {
        return primary.image();
    }

    /** Slot 0. */
    public Slot primary() {
        return primary;
    }

    /** Slot 1, where there is one. */
    public Optional<Slot> secondary() {
        return Optional.ofNullable(secondary);
    }

    /** Slot 0, and slot 1 where there is one. */
    public List<Slot> all() {
        return secondary == null ? List.of(primary) : List.of(primary, secondary);
    }

    /** What the trailers ask the next boot to do. */
    public SwapType nextSwap() {
        return secondary == null ? SwapType.NONE : SwapType.of(primary.trailer(), secondary.trailer());
    }

    /** Goes on with an exchange that a power failure interrupted. */
    void resumeSwap() {
        journal.interrupted().ifPresent(this::exchange);
    }

    /** Exchanges the images. May be interrupted at any byte and repeated with {@link #resumeSwap}. */
    void swap(SwapType type) {
        int longest = Math.max(primary.content().length(), secondary.content().length());
        Entry entry = new Entry(type, (longest + scratch.size() - 1) / scratch.size());
        journal.begin(entry);
        exchange(entry);
    }

    private void exchange(Entry entry) {
        for (int page = 0; page < entry.pages(); page++) {
            int offset = page * scratch.size();
            step(3 * page, () -> copy(secondary.area(), offset, scratch, 0));
            if (!leavesCopy(entry.type())) {
                step(3 * page + 1, () -> copy(primary.area(), offset, secondary.area(), offset));
            }
            step(3 * page + 2, () -> copy(scratch, 0, primary.area(), offset));
        }
        step(3 * entry.pages(), () -> leaveTrailer(entry.type()));
        step(3 * entry.pages() + 1, () -> secondary.trailer().erase());
        journal.finish();
    }

    /** Going back, a bootloader that swaps using offset leaves the image it brings back in slot 1, too. */
    private boolean leavesCopy(SwapType type) {
        return type == SwapType.REVERT && mode == BootloaderMode.SWAP_USING_OFFSET;
    }

    private void step(int number, Runnable work) {
        if (!journal.isDone(number)) {
            work.run();
            journal.done(number);
        }
    }

    private static void copy(FlashArea from, int offset, FlashArea to, int at) {
        to.erase(at, to.pageSize());
        to.write(at, from.read(offset, to.pageSize()));
    }

    private void leaveTrailer(SwapType type) {
        SlotTrailer trailer = primary.trailer();
        trailer.erase();
        if (type != SwapType.TEST) {
            trailer.writeImageOk();
        }
        trailer.writeSwapInfo();
        trailer.writeMagic();
    }

    /**
     * Says that the swap of this image is complete. Called when those of all images are: an image of which this is
     * said, and which nobody confirms, goes back at the next boot, and images that belong together go together.
     */
    void completeSwap() {
        if (isSwapIncomplete()) {
            primary.trailer().writeCopyDone();
        }
    }

    /** Whether a swap brought the running image here and nobody said yet that it is complete. */
    boolean isSwapIncomplete() {
        SlotTrailer trailer = primary.trailer();
        return trailer.magic() == Magic.GOOD && trailer.swapInfo() && !trailer.copyDone();
    }

    /** Copies slot 1 over slot 0. The request stays until the copy is complete, so that a power failure repeats it. */
    void overwrite() {
        int length = secondary.content().length();
        primary.area().eraseAll();
        for (int at = 0; at < length; at += scratch.size()) {
            primary.area().write(at, secondary.area().read(at, Math.min(scratch.size(), length - at)));
        }
        secondary.trailer().erase();
        secondary.area().erase(0, scratch.size());
    }
}
