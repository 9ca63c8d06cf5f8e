package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.boot.NextBoot.Kind;
import io.github.camelsmp.simulator.boot.SlotTrailer.Magic;
import java.util.List;
import java.util.Optional;

/** MCUboot: decides at every boot which images run, and moves them where they have to be. */
public final class Bootloader {

    private final BootloaderMode mode;
    private final List<ImageSlots> images;
    private final boolean preventsDowngrade;
    private final int[] active;

    /**
     * @param images in the order of their numbers
     * @param preventsDowngrade whether an image with a lower version than the running one is thrown away
     */
    public Bootloader(BootloaderMode mode, List<ImageSlots> images, boolean preventsDowngrade) {
        this.mode = mode;
        this.images = List.copyOf(images);
        this.preventsDowngrade = preventsDowngrade;
        this.active = new int[images.size()];
    }

    /** How it was built. */
    public BootloaderMode mode() {
        return mode;
    }

    /** Whether an image with a lower version than the running one is thrown away. */
    public boolean preventsDowngrade() {
        return preventsDowngrade;
    }

    /** All images, in the order of their numbers. */
    public List<ImageSlots> images() {
        return images;
    }

    /** The slot that the running part of an image came from. */
    public Slot active(int image) {
        ImageSlots slots = images.get(image);
        return active[image] == 0 ? slots.primary() : slots.secondary().orElseThrow();
    }

    /** The other slot of an image, where there is one. */
    public Optional<Slot> inactive(int image) {
        ImageSlots slots = images.get(image);
        return active[image] == 0 ? slots.secondary() : Optional.of(slots.primary());
    }

    /**
     * Does what a reset makes it do. May be cut short by a power failure anywhere, and called again.
     *
     * @param loader whether the firmware loader is wanted instead of the application; means nothing in other modes
     * @return whether the application of image 0, or the loader, runs
     */
    public boolean boot(boolean loader) {
        if (mode == BootloaderMode.FIRMWARE_LOADER) {
            return bootLoaderOrApplication(loader);
        }
        if (mode.choosesSlot()) {
            return images.stream().map(this::choose).reduce(true, Boolean::logicalAnd);
        }
        boolean completing = images.stream().anyMatch(ImageSlots::isSwapIncomplete);
        images.forEach(slots -> prepare(slots, completing));
        images.forEach(ImageSlots::completeSwap);
        return images.stream()
                .allMatch(slots -> slots.image() > 0 || slots.primary().isSound());
    }

    /** Whether what runs is the firmware loader, in slot 1. */
    public boolean runsLoader() {
        return mode == BootloaderMode.FIRMWARE_LOADER && active[0] == 1;
    }

    private boolean bootLoaderOrApplication(boolean loader) {
        ImageSlots slots = images.get(0);
        boolean application = !loader && slots.primary().isSound();
        active[0] = application ? 0 : 1;
        return application || slots.secondary().orElseThrow().isSound();
    }

    /** An image does not go back as long as the swap of another that belongs to it is not complete. */
    private void prepare(ImageSlots slots, boolean completing) {
        slots.resumeSwap();
        SwapType swap = slots.nextSwap();
        if (swap == SwapType.REVERT) {
            if (mode.swaps() && !completing) {
                slots.swap(swap);
            }
        } else if (swap == SwapType.TEST || swap == SwapType.PERMANENT) {
            install(slots, swap);
        }
    }

    private void install(ImageSlots slots, SwapType swap) {
        Slot candidate = slots.secondary().orElseThrow();
        if (!candidate.isSound() || isRefusedDowngrade(candidate, slots.primary())) {
            candidate.area().eraseAll();
        } else if (mode.swaps()) {
            slots.swap(swap);
        } else {
            slots.overwrite();
        }
    }

    private boolean isRefusedDowngrade(Slot candidate, Slot running) {
        return preventsDowngrade
                && running.isSound()
                && candidate.content().version().compareTo(running.content().version()) < 0;
    }

    private boolean choose(ImageSlots slots) {
        Optional<Slot> best = slots.all().stream()
                .filter(this::mayRun)
                .reduce((first, second) ->
                        second.content().version().compareTo(first.content().version()) > 0 ? second : first);
        if (best.isEmpty()) {
            return slots.image() > 0;
        }
        Slot chosen = best.get();
        active[slots.image()] = chosen.number();
        if (mode == BootloaderMode.DIRECT_XIP_WITH_REVERT && !chosen.trailer().copyDone()) {
            chosen.trailer().writeCopyDone();
        }
        if (!isLinkedElsewhere(chosen, slots)) {
            return true;
        }
        return mode == BootloaderMode.DIRECT_XIP_WITH_REVERT && watchdogResets(slots);
    }

    /** The image that crashed was not confirmed, so it does not survive the reset that follows. */
    private boolean watchdogResets(ImageSlots slots) {
        return !active(slots.image()).trailer().imageOk() && choose(slots);
    }

    private boolean mayRun(Slot slot) {
        if (slot.content().isListed() && !slot.isSound()) {
            slot.area().eraseAll();
        }
        if (!slot.isSound() || isForAnotherAddress(slot)) {
            return false;
        }
        if (mode != BootloaderMode.DIRECT_XIP_WITH_REVERT) {
            return true;
        }
        SlotTrailer trailer = slot.trailer();
        if (trailer.magic() == Magic.GOOD && (trailer.imageOk() || !trailer.copyDone())) {
            return true;
        }
        slot.area().eraseAll();
        return false;
    }

    private static boolean isForAnotherAddress(Slot slot) {
        StoredImage image = slot.content();
        return (image.flags() & StoredImage.ROM_FIXED) != 0 && image.loadAddress() != slot.address();
    }

    /** An image linked for the other slot is accepted by everyone, and crashes (protocol.md 22, 34). */
    private boolean isLinkedElsewhere(Slot slot, ImageSlots slots) {
        long start = slot.content().resetVector();
        return mode != BootloaderMode.RAM_LOAD
                && slots.all().stream()
                        .filter(other -> other != slot)
                        .anyMatch(other -> start >= other.address()
                                && start < other.address() + other.area().size());
    }

    /** What the application believes the next boot will start. */
    public NextBoot next(int image) {
        if (mode.choosesSlot()) {
            return nextChoice(image);
        }
        if (mode == BootloaderMode.FIRMWARE_LOADER) {
            return new NextBoot(active[image], Kind.NORMAL);
        }
        return switch (images.get(image).nextSwap()) {
            case NONE -> new NextBoot(0, Kind.NORMAL);
            case TEST -> new NextBoot(1, Kind.TEST);
            case PERMANENT -> new NextBoot(1, Kind.NORMAL);
            case REVERT -> new NextBoot(1, Kind.REVERT);
        };
    }

    private NextBoot nextChoice(int image) {
        Slot running = active(image);
        Optional<Slot> other = inactive(image).filter(slot -> slot.content().isListed());
        if (mode == BootloaderMode.DIRECT_XIP_WITH_REVERT) {
            return nextWithRevert(running, other);
        }
        boolean otherIsNewer = other.isPresent()
                && other.get().content().version().compareTo(running.content().version()) > 0;
        return new NextBoot(otherIsNewer ? other.get().number() : running.number(), Kind.NORMAL);
    }

    private static NextBoot nextWithRevert(Slot running, Optional<Slot> other) {
        if (other.isPresent() && other.get().trailer().magic() == Magic.GOOD) {
            Slot slot = other.get();
            if (!running.trailer().imageOk()) {
                return new NextBoot(slot.number(), Kind.REVERT);
            }
            if (slot.content().version().compareTo(running.content().version()) > 0) {
                return new NextBoot(slot.number(), slot.trailer().imageOk() ? Kind.NORMAL : Kind.TEST);
            }
        }
        return new NextBoot(running.number(), Kind.NORMAL);
    }
}
