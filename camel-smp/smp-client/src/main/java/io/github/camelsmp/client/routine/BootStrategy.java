package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.BootloaderMode;
import java.util.EnumSet;
import java.util.Set;

/** What it takes to bring an image to run: the bootloader modes of protocol.md 18.1, by what they ask of a client. */
enum BootStrategy {
    /** The images change places; a test that is not confirmed is undone. */
    SWAP(Trait.SETTABLE, Trait.REVERTIBLE),
    /** The new image replaces the old one, once and for all. */
    OVERWRITE(Trait.SETTABLE),
    /** The highest version runs where it lies; nothing can be set. */
    DIRECT_XIP(Trait.NEWER_ONLY, Trait.IN_PLACE),
    /** The highest version runs where it lies; a test that is not confirmed is undone. */
    DIRECT_XIP_WITH_REVERT(Trait.SETTABLE, Trait.REVERTIBLE, Trait.NEWER_ONLY, Trait.IN_PLACE),
    /** The highest version is copied to where it runs; nothing can be set. */
    RAM_LOAD(Trait.NEWER_ONLY),
    /** The highest version is copied to where it runs; a test that is not confirmed is undone. */
    RAM_LOAD_WITH_REVERT(Trait.SETTABLE, Trait.REVERTIBLE, Trait.NEWER_ONLY),
    /** MCUboot's serial recovery answers; the image goes where it will run. */
    RECOVERY(Trait.FIRST_SLOT),
    /** The running application has no slot to spare; its bootloader's recovery takes images. */
    SINGLE_SLOT,
    /** The running application has no slot to spare and does not tell of it; a loader of its own takes images. */
    FIRMWARE_LOADER,
    /** That loader answers; the image goes where it will run. */
    LOADER(Trait.FIRST_SLOT);

    private enum Trait {
        SETTABLE,
        REVERTIBLE,
        NEWER_ONLY,
        IN_PLACE,
        FIRST_SLOT
    }

    private final Set<Trait> traits;

    BootStrategy(Trait... traits) {
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(Set.of(traits));
    }

    /**
     * What a mode asks for.
     *
     * @param settable whether the state of an image can be set; tells apart what the mode leaves open
     * @param inPlace whether something but the mode tells that images run where they lie
     */
    static BootStrategy of(BootloaderMode mode, boolean settable, boolean inPlace) {
        return switch (mode) {
            case SWAP_USING_SCRATCH, SWAP_USING_MOVE, SWAP_USING_OFFSET -> SWAP;
            case OVERWRITE_ONLY -> OVERWRITE;
            case DIRECT_XIP -> DIRECT_XIP;
            case DIRECT_XIP_WITH_REVERT -> DIRECT_XIP_WITH_REVERT;
            case RAM_LOAD -> settable ? RAM_LOAD_WITH_REVERT : RAM_LOAD;
            case SINGLE_APPLICATION, SINGLE_RAM_LOAD -> SINGLE_SLOT;
            case FIRMWARE_LOADER -> FIRMWARE_LOADER;
            case UNKNOWN -> settable ? (inPlace ? DIRECT_XIP_WITH_REVERT : SWAP) : DIRECT_XIP;
        };
    }

    /** Whether the device must be told which image to boot. */
    boolean settable() {
        return traits.contains(Trait.SETTABLE);
    }

    /** Whether an image can be booted for a test. */
    boolean revertible() {
        return traits.contains(Trait.REVERTIBLE);
    }

    /** Whether only an image with a higher version than the running one ever boots. */
    boolean newerOnly() {
        return traits.contains(Trait.NEWER_ONLY);
    }

    /** Whether an image runs from the slot it is uploaded to, for which it has to be built. */
    boolean runsInPlace() {
        return traits.contains(Trait.IN_PLACE);
    }

    /** Whether an upload replaces what would boot now. */
    boolean writesFirstSlot() {
        return traits.contains(Trait.FIRST_SLOT);
    }

    /** Whether the software that answers has to make way for another one before images can be uploaded. */
    boolean needsLoader() {
        return this == SINGLE_SLOT || this == FIRMWARE_LOADER;
    }
}
