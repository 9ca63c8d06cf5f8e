package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.simulator.FirmwareImage;
import java.util.Optional;

/** Where a board stands when its upgrade begins (protocol.md 18.2, step 3). */
enum StartingState {
    OLD_RUNS(Firmware.OLD, What.NOTHING, Then.NOTHING),
    HIGHER_RUNS(Firmware.HIGHER, What.NOTHING, Then.NOTHING),
    NEW_RUNS(Firmware.OLD, What.NEW, Then.KEEP),
    NEW_RUNS_UNCONFIRMED(Firmware.OLD, What.NEW, Then.TEST),
    NEW_IS_STORED(Firmware.OLD, What.NEW, Then.NOTHING),
    NEW_IS_STORED_DAMAGED(Firmware.OLD, What.DAMAGED, Then.NOTHING),
    NEW_IS_PENDING(Firmware.OLD, What.NEW, Then.ASK_FOR_TEST),
    NEW_IS_PENDING_FOR_GOOD(Firmware.OLD, What.NEW, Then.ASK_TO_KEEP),
    NEW_IS_PENDING_DAMAGED(Firmware.OLD, What.DAMAGED, Then.ASK_FOR_TEST),
    NEW_IS_HALF_THERE(Firmware.OLD, What.NOTHING, Then.UPLOAD_HALF),
    NEW_WAS_HALF_THERE(Firmware.OLD, What.NOTHING, Then.UPLOAD_HALF_AND_RESET),
    OTHER_IS_STORED(Firmware.OLD, What.LOWER, Then.NOTHING),
    OTHER_FILLS_THE_SLOT(Firmware.OLD, What.FULL, Then.NOTHING),
    OTHER_IS_PENDING(Firmware.OLD, What.OTHER, Then.ASK_FOR_TEST),
    OTHER_IS_PENDING_FOR_GOOD(Firmware.OLD, What.OTHER, Then.ASK_TO_KEEP),
    OTHER_RUNS_UNCONFIRMED(Firmware.OLD, What.OTHER, Then.TEST),
    RECOVERY_RUNS(Firmware.OLD, What.NOTHING, Then.STAY_IN_BOOTLOADER),
    RECOVERY_RUNS_WITHOUT_IMAGE(Firmware.OLD, What.NOTHING, Then.BREAK);

    /** What is in the other slot. */
    enum What {
        NOTHING,
        NEW,
        DAMAGED,
        LOWER,
        OTHER,
        /** An image up to the end of its slot, where others have their trailer. */
        FULL
    }

    /** What happened then. */
    enum Then {
        NOTHING,
        ASK_FOR_TEST,
        ASK_TO_KEEP,
        TEST,
        KEEP,
        UPLOAD_HALF,
        UPLOAD_HALF_AND_RESET,
        STAY_IN_BOOTLOADER,
        BREAK
    }

    final Firmware first;
    final What other;
    final Then then;

    StartingState(Firmware first, What other, Then then) {
        this.first = first;
        this.other = other;
        this.then = then;
    }

    boolean fits(Setup setup) {
        boolean possible =
                switch (then) {
                    case ASK_FOR_TEST, ASK_TO_KEEP -> setup.takesState();
                    case TEST -> setup.reverts();
                    case UPLOAD_HALF, UPLOAD_HALF_AND_RESET -> !setup.hasOneSlot();
                    default -> true;
                };
        return possible && (other == What.NOTHING || this == NEW_RUNS || !setup.hasOneSlot());
    }

    /** The slot that new firmware has to be built for. */
    int slotToFill(Setup setup) {
        return !setup.inPlace() || isInBootloader() || this == OTHER_IS_PENDING_FOR_GOOD ? 0 : 1;
    }

    /** Whether the software that answers writes the slot that runs. */
    boolean isInBootloader() {
        return then == Then.STAY_IN_BOOTLOADER || then == Then.BREAK;
    }

    /** What the board runs at first. */
    FirmwareImage running(Setup setup, FileKind kind) {
        if (this == NEW_RUNS && setup.hasOneSlot()) {
            return kind.bare(setup, 0);
        }
        return then == Then.BREAK ? first.in(setup, 0).damaged() : first.in(setup, 0);
    }

    /** What its other slot holds by now. */
    Optional<FirmwareImage> stored(Setup setup, FileKind kind) {
        if (setup.hasOneSlot()) {
            return Optional.empty();
        }
        return switch (other) {
            case NOTHING -> Optional.empty();
            case NEW -> Optional.of(kind.bare(setup, slotToFill(setup)));
            case DAMAGED -> Optional.of(kind.bare(setup, slotToFill(setup)).damaged());
            case LOWER -> Optional.of(Firmware.LOWER.in(setup, 1));
            case OTHER -> Optional.of(Firmware.OTHER.in(setup, 1));
            case FULL -> Optional.of(Firmware.LOWER.filling(setup, 1));
        };
    }
}
