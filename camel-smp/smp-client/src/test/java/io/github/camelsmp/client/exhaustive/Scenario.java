package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.client.routine.UpgradeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One board, where it stands, what it is to get, and how far. */
record Scenario(Setup setup, StartingState state, FileKind kind, UpgradeMode mode) {

    /** An upload alone, or a test, is nothing for boards on which somebody else's upgrade is under way. */
    private static final Set<StartingState> QUIET = Set.of(
            StartingState.OLD_RUNS,
            StartingState.NEW_IS_STORED,
            StartingState.NEW_IS_HALF_THERE,
            StartingState.NEW_WAS_HALF_THERE,
            StartingState.OTHER_IS_STORED,
            StartingState.OTHER_FILLS_THE_SLOT);

    /** All there are. How far an upgrade goes is tried with plain images, all files with the usual way. */
    static List<Scenario> all() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Setup setup : Setup.values()) {
            for (StartingState state : StartingState.values()) {
                for (FileKind kind : FileKind.values()) {
                    scenarios.add(new Scenario(setup, state, kind, UpgradeMode.TEST_AND_CONFIRM));
                }
                scenarios.add(new Scenario(setup, state, FileKind.IMAGE, UpgradeMode.CONFIRM_ONLY));
                scenarios.add(new Scenario(setup, state, FileKind.IMAGE, UpgradeMode.TEST_ONLY));
                scenarios.add(new Scenario(setup, state, FileKind.IMAGE, UpgradeMode.UPLOAD_ONLY));
            }
        }
        return scenarios.stream().filter(Scenario::exists).toList();
    }

    private boolean exists() {
        return state.fits(setup) && kind.fits(setup) && kindFitsState() && modeFits();
    }

    /**
     * A file for one slot does not fit a board that may leave its bootloader and then run from that slot. A bootloader
     * that reverts images in their slots wants a trailer, which the recovery does not leave behind.
     */
    private boolean kindFitsState() {
        if (kind == FileKind.IMAGE_FOR_NOWHERE) {
            return state == StartingState.OLD_RUNS || state == StartingState.OTHER_IS_STORED;
        }
        if (!setup.inPlace() || !state.isInBootloader()) {
            return true;
        }
        boolean trailer = setup != Setup.DIRECT_XIP_WITH_REVERT || kind == FileKind.CONFIRMED;
        return trailer && (state == StartingState.RECOVERY_RUNS_WITHOUT_IMAGE || kind == FileKind.DFU_ZIP_OF_VARIANTS);
    }

    private boolean modeFits() {
        return switch (mode) {
            case TEST_ONLY -> QUIET.contains(state) && setup.reverts();
            case UPLOAD_ONLY -> QUIET.contains(state) && !setup.hasOneSlot() && setup != Setup.DIRECT_XIP_WITH_REVERT;
            default -> true;
        };
    }

    /** Whether we must refuse for the board, before anything is written. */
    boolean isRefused() {
        boolean wouldNeverBoot = setup.newerOnly() && state == StartingState.HIGHER_RUNS;
        return wouldNeverBoot || kind == FileKind.IMAGE_FOR_NOWHERE;
    }

    /** Whether only the bootloader can know that what is in the slot already is of no use, and throws it away. */
    boolean failsAtFirst() {
        return state.other == StartingState.What.DAMAGED;
    }

    /** Whether the board ends up with the images another scenario brings it, too, only from another file. */
    boolean resemblesPlainImage() {
        return switch (kind) {
            case PADDED, CONFIRMED, HEX, MERGED_HEX, DFU_ZIP -> true;
            default -> false;
        };
    }
}
