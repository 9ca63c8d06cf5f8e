package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.routine.ImagePlan.Standing;
import io.github.camelsmp.client.routine.UpgradePlan.Clearing;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides from what a device said what is left to do (protocol.md 18.2, step 3). It asks nothing and sends nothing. */
final class UpgradeDecision {

    private final SmpAddress address;
    private final DeviceState state;
    private final UpgradeOptions options;

    UpgradeDecision(SmpAddress address, DeviceState state, UpgradeOptions options) {
        this.address = address;
        this.state = state;
        this.options = options;
    }

    /**
     * The plan for these images.
     *
     * @throws Refusal if the device cannot do what is wanted, or the options forbid it
     * @throws SmpImageException if an image does not fit its slot
     */
    UpgradePlan plan(List<FirmwareImage> images) {
        if (state.strategy() == BootStrategy.FIRMWARE_LOADER) {
            throw new Refusal("the device takes firmware through its firmware loader only:"
                    + " reset it with boot mode 1 and upload to the loader, which may have another address");
        }
        List<ImagePlan> plans = images.stream().map(this::judge).toList();
        List<FirmwareImage> absent = plans.stream()
                .filter(plan -> plan.standing() == Standing.ABSENT)
                .map(ImagePlan::firmware)
                .toList();
        for (FirmwareImage firmware : absent) {
            Optional<Obstacle> obstacle = obstacle(firmware);
            if (obstacle.isPresent()) {
                return new UpgradePlan(state, options.mode(), obstacle.get().clearing, obstacle.get().reason, plans);
            }
        }
        return new UpgradePlan(state, options.mode(), Clearing.NONE, "", plans);
    }

    private ImagePlan judge(FirmwareImage firmware) {
        Optional<ImageState> slot = state.holding(firmware);
        if (state.strategy() == BootStrategy.RECOVERY) {
            slot = slot.filter(held -> held.slot() == 0);
        }
        if (slot.isEmpty()) {
            requirePossible(firmware);
            requireRoom(firmware);
            return plan(firmware, Standing.ABSENT, "is not on the device and is uploaded");
        }
        if (state.strategy() == BootStrategy.RECOVERY) {
            return plan(firmware, Standing.PENDING, "is in its slot already; leaving the bootloader starts it");
        }
        return slot.get().active() ? judgeRunning(firmware, slot.get()) : judgeWaiting(firmware, slot.get());
    }

    private ImagePlan judgeRunning(FirmwareImage firmware, ImageState slot) {
        if (!slot.confirmed()) {
            return plan(firmware, Standing.RUNNING_UNCONFIRMED, "runs already, but is not confirmed");
        }
        if (options.skipInstalled()) {
            return plan(firmware, Standing.RUNNING_CONFIRMED, "runs already and is confirmed");
        }
        if (options.mode() == UpgradeMode.UPLOAD_ONLY) {
            return plan(firmware, Standing.ABSENT, "runs already and is uploaded once more");
        }
        throw new Refusal(named(firmware) + " runs already and is confirmed; a copy of it in another slot cannot be"
                + " told apart from it");
    }

    private ImagePlan judgeWaiting(FirmwareImage firmware, ImageState slot) {
        requirePossible(firmware);
        boolean returnedTo =
                slot.confirmed() && state.running(firmware.image()).stream().noneMatch(ImageState::confirmed);
        if (slot.pending() || returnedTo) {
            boolean stays = slot.permanent() || returnedTo;
            if (stays
                    && options.mode() == UpgradeMode.TEST_ONLY
                    && state.strategy().revertible()) {
                throw new Refusal(named(firmware) + " stays once the device resets: it is too late for a mere test");
            }
            return plan(firmware, Standing.PENDING, "is in slot " + slot.slot() + " and the next reset starts it");
        }
        return plan(firmware, Standing.STORED, "is in slot " + slot.slot() + " already and need not be uploaded");
    }

    private void requirePossible(FirmwareImage firmware) {
        boolean boots = options.mode() != UpgradeMode.UPLOAD_ONLY;
        if (boots && firmware.hash().length == 0) {
            throw new Refusal("the hash of " + named(firmware) + " is not known, so the device cannot be told to boot"
                    + " it; it can be uploaded only");
        }
        if (options.mode() == UpgradeMode.TEST_ONLY && !state.strategy().revertible()) {
            throw new Refusal("this device cannot boot an image for a test: " + whyNoTest());
        }
        Optional<SlotVersion> running =
                state.running(firmware.image()).flatMap(slot -> SlotVersion.parse(slot.version()));
        Optional<SlotVersion> wanted = SlotVersion.parse(firmware.version());
        boolean newer = running.isEmpty() || wanted.isPresent() && wanted.get().compareTo(running.get()) > 0;
        if (!newer && !options.allowDowngrade()) {
            throw new Refusal(named(firmware) + " is not newer than the " + runningVersion(firmware)
                    + " that runs, and a downgrade is not allowed");
        }
        if (!newer && boots && state.strategy().newerOnly()) {
            throw new Refusal("the bootloader starts the highest version, so " + named(firmware)
                    + " would never run beside " + runningVersion(firmware));
        }
    }

    private String whyNoTest() {
        return switch (state.strategy()) {
            case OVERWRITE -> "its bootloader overwrites the old image";
            case HIGHEST_VERSION -> "its bootloader starts the highest version and keeps to it";
            default -> "it has a single slot";
        };
    }

    private void requireRoom(FirmwareImage firmware) {
        OptionalLong room = state.room(firmware);
        if (room.isPresent() && firmware.length() > room.getAsLong()) {
            throw new SmpImageException(
                    address.toString(),
                    named(firmware) + " has " + firmware.length() + " bytes, the slot has room for "
                            + room.getAsLong());
        }
    }

    private record Obstacle(Clearing clearing, String reason) {}

    /** What makes the device refuse an upload into the other slot. */
    private Optional<Obstacle> obstacle(FirmwareImage firmware) {
        if (state.strategy() == BootStrategy.SINGLE_SLOT) {
            return Optional.of(clear(
                    Clearing.ENTER_RECOVERY,
                    "the device has a single slot, which only its bootloader's recovery writes"));
        }
        Optional<ImageState> taken = state.spokenFor(firmware.image());
        if (taken.isEmpty() || !state.strategy().settable()) {
            return Optional.empty();
        }
        String version =
                "version " + taken.get().version() + " in slot " + taken.get().slot();
        if (taken.get().pending()) {
            return Optional.of(clear(Clearing.RESET, version + " is about to be booted and keeps its slot until then"));
        }
        if (state.running(firmware.image()).stream().noneMatch(ImageState::confirmed)) {
            Clearing clearing = options.unfinished() == UpgradeOptions.Unfinished.CONFIRM
                    ? Clearing.CONFIRM_RUNNING
                    : Clearing.RESET;
            return Optional.of(clear(
                    clearing,
                    version + " keeps its slot, because the running " + runningVersion(firmware)
                            + " is not confirmed"));
        }
        return Optional.empty();
    }

    private Obstacle clear(Clearing clearing, String reason) {
        if (options.unfinished() == UpgradeOptions.Unfinished.REFUSE && clearing != Clearing.ENTER_RECOVERY) {
            throw new Refusal(reason + "; confirm what runs, or reset the device");
        }
        if (options.mode() == UpgradeMode.UPLOAD_ONLY) {
            throw new Refusal(reason + "; an upload alone cannot change that");
        }
        return new Obstacle(clearing, reason);
    }

    private ImagePlan plan(FirmwareImage firmware, Standing standing, String why) {
        return new ImagePlan(firmware, standing, runningVersion(firmware), named(firmware) + " " + why);
    }

    private String runningVersion(FirmwareImage firmware) {
        return state.running(firmware.image()).map(ImageState::version).orElse("");
    }

    private static String named(FirmwareImage firmware) {
        String version = firmware.version().isEmpty() ? "the file" : "version " + firmware.version();
        return firmware.image() == 0 ? version : version + " of image " + firmware.image();
    }
}
