package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.routine.ImagePlan.Standing;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is to be done with a device.
 *
 * @param state what was found
 * @param mode how far to go
 * @param clearing what has to happen before, after which everything is looked at again
 * @param clearingReason why, in a sentence; empty if nothing has to
 * @param images one entry a file, in their order
 */
record UpgradePlan(
        DeviceState state, UpgradeMode mode, Clearing clearing, String clearingReason, List<ImagePlan> images) {

    /** What stands between a device and its upgrade. */
    enum Clearing {
        NONE,
        /** A reset finishes, or undoes, what somebody else began. */
        RESET,
        /** The running image is confirmed, so that the other slot is free. */
        CONFIRM_RUNNING,
        /** The bootloader's recovery, or a firmware loader, has to take over. */
        ENTER_LOADER
    }

    List<FirmwareImage> uploads() {
        return firmware(image -> image.standing() == Standing.ABSENT);
    }

    List<FirmwareImage> toSet() {
        return mode == UpgradeMode.UPLOAD_ONLY || !state.strategy().settable()
                ? List.of()
                : firmware(image -> image.standing() == Standing.ABSENT || image.standing() == Standing.STORED);
    }

    /** The images that a reset starts; none if there is no reset. */
    List<FirmwareImage> toBoot() {
        return mode == UpgradeMode.UPLOAD_ONLY
                ? List.of()
                : firmware(image -> image.standing().compareTo(Standing.PENDING) <= 0);
    }

    /** Whether images that run unconfirmed in the end are confirmed. */
    boolean confirms() {
        boolean wanted = mode == UpgradeMode.TEST_AND_CONFIRM || mode == UpgradeMode.CONFIRM_ONLY;
        return wanted && (state.strategy().settable() || !state.strategy().newerOnly());
    }

    /** How it ends if all goes well. */
    Outcome outcome() {
        if (images.stream().allMatch(image -> image.standing() == Standing.RUNNING_CONFIRMED)) {
            return Outcome.ALREADY_INSTALLED;
        }
        return switch (mode) {
            case PLAN -> Outcome.PLANNED;
            case TEST_AND_CONFIRM, CONFIRM_ONLY -> Outcome.UPGRADED;
            case TEST_ONLY -> Outcome.TESTING;
            case UPLOAD_ONLY ->
                images.stream().anyMatch(image -> image.standing().compareTo(Standing.PENDING) < 0)
                        ? Outcome.UPLOADED
                        : Outcome.PENDING;
        };
    }

    /** The sentences behind it. */
    List<String> reasons() {
        Stream<String> before = clearing == Clearing.NONE ? Stream.empty() : Stream.of(clearingReason);
        return Stream.concat(before, images.stream().map(ImagePlan::why)).toList();
    }

    private List<FirmwareImage> firmware(Predicate<ImagePlan> which) {
        return images.stream().filter(which).map(ImagePlan::firmware).toList();
    }
}
