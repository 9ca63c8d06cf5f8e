package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.routine.ImagePlan.Standing;
import io.github.camelsmp.client.routine.UpgradePlan.Clearing;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import java.util.Optional;

/** Decides from what a device said what is left to do (protocol.md 18.2, step 3). It asks nothing and sends nothing. */
final class UpgradeDecision {

    private final VariantChoice variants;
    private final SlotRoom room;
    private final DeviceState state;
    private final UpgradeOptions options;
    private final UpgradeLimits limits;

    UpgradeDecision(SmpAddress address, DeviceState state, UpgradeOptions options) {
        this.variants = new VariantChoice(address, state);
        this.room = new SlotRoom(address);
        this.limits = new UpgradeLimits(state, options);
        this.state = state;
        this.options = options;
    }

    /**
     * The plan for these images.
     *
     * @param files one or, where it depends on the slot, several for each image
     * @throws Refusal if the device cannot do what is wanted, or the options forbid it
     * @throws SmpImageException if an image does not fit its slot, or none is built for it
     */
    UpgradePlan plan(List<FirmwareImage> files) {
        List<FirmwareImage> images =
                variants.pick(files).stream().map(this::asUploaded).toList();
        List<ImagePlan> plans = images.stream().map(this::judge).toList();
        limits.requireCompany(images);
        Obstacle obstacle = plans.stream()
                .filter(plan -> plan.standing() == Standing.ABSENT)
                .flatMap(plan -> obstacle(plan.firmware()).stream())
                .findFirst()
                .or(() -> halfTested(plans))
                .orElse(Obstacle.NONE);
        return new UpgradePlan(state, options.mode(), obstacle.clearing, obstacle.reason, plans);
    }

    /** What a trailer would ask for is asked for by us, and not before all is there; a recovery cannot be asked. */
    private FirmwareImage asUploaded(FirmwareImage file) {
        return state.strategy().writesFirstSlot() && file.isConfirmed() ? file : file.withoutTrailer();
    }

    /** An image that runs for a test would not survive the reset that starts the others, so they start together. */
    private Optional<Obstacle> halfTested(List<ImagePlan> plans) {
        boolean othersStart = options.mode() != UpgradeMode.UPLOAD_ONLY
                && plans.stream().anyMatch(plan -> plan.standing().compareTo(Standing.PENDING) <= 0);
        return plans.stream()
                .filter(plan -> othersStart && plan.standing() == Standing.RUNNING_UNCONFIRMED)
                .findFirst()
                .map(plan -> unfinished(plan.firmware() + " runs for a test without the other images"));
    }

    private ImagePlan judge(FirmwareImage firmware) {
        Optional<ImageState> slot = state.holding(firmware);
        if (state.strategy().writesFirstSlot()) {
            slot = slot.filter(held -> held.slot() == 0);
        }
        if (slot.isEmpty()) {
            limits.requireWanted(firmware);
            limits.requireBootable(firmware);
            room.require(firmware, state);
            return plan(firmware, Standing.ABSENT, "is not on the device and is uploaded");
        }
        if (state.strategy().writesFirstSlot()) {
            return plan(firmware, Standing.PENDING, "is in its slot already; a reset starts it");
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
        throw new Refusal(firmware + " runs already and is confirmed; a copy of it in another slot cannot be"
                + " told apart from it");
    }

    private ImagePlan judgeWaiting(FirmwareImage firmware, ImageState slot) {
        limits.requireWanted(firmware);
        boolean returnedTo =
                slot.confirmed() && state.running(firmware.image()).stream().noneMatch(ImageState::confirmed);
        if (!returnedTo) {
            limits.requireBootable(firmware);
        }
        if (slot.pending() || returnedTo) {
            boolean stays = slot.permanent() || returnedTo;
            if (stays
                    && options.mode() == UpgradeMode.TEST_ONLY
                    && state.strategy().revertible()) {
                throw new Refusal(firmware + " stays once the device resets: it is too late for a mere test");
            }
            return plan(firmware, Standing.PENDING, "is in slot " + slot.slot() + " and the next reset starts it");
        }
        return plan(firmware, Standing.STORED, "is in slot " + slot.slot() + " already and need not be uploaded");
    }

    private record Obstacle(Clearing clearing, String reason) {
        static final Obstacle NONE = new Obstacle(Clearing.NONE, "");
    }

    /** What makes the device refuse an upload into the other slot. */
    private Optional<Obstacle> obstacle(FirmwareImage firmware) {
        if (state.strategy().needsLoader()) {
            return Optional.of(clear(
                    Clearing.ENTER_LOADER,
                    state.strategy() == BootStrategy.SINGLE_SLOT
                            ? "the device has a single slot, which only its bootloader's recovery writes"
                            : "only the firmware loader of the device knows its slot and writes it"));
        }
        Optional<ImageState> taken = state.spokenFor(firmware.image());
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        String version =
                "version " + taken.get().version() + " in slot " + taken.get().slot();
        if (taken.get().pending()) {
            return Optional.of(clear(Clearing.RESET, version + " is about to be booted and keeps its slot until then"));
        }
        boolean unfinished = state.strategy().settable()
                && state.running(firmware.image()).stream().noneMatch(ImageState::confirmed);
        if (unfinished) {
            return Optional.of(unfinished(version + " keeps its slot, because the running "
                    + state.runningVersion(firmware.image()) + " is not confirmed"));
        }
        return Optional.empty();
    }

    private Obstacle unfinished(String reason) {
        boolean confirm = options.unfinished() == UpgradeOptions.Unfinished.CONFIRM;
        return clear(confirm ? Clearing.CONFIRM_RUNNING : Clearing.RESET, reason);
    }

    private Obstacle clear(Clearing clearing, String reason) {
        if (options.unfinished() == UpgradeOptions.Unfinished.REFUSE && clearing != Clearing.ENTER_LOADER) {
            throw new Refusal(reason + "; confirm what runs, or reset the device");
        }
        if (options.mode() == UpgradeMode.UPLOAD_ONLY) {
            throw new Refusal(reason + "; an upload alone cannot change that");
        }
        return new Obstacle(clearing, reason);
    }

    private ImagePlan plan(FirmwareImage firmware, Standing standing, String why) {
        return new ImagePlan(firmware, standing, state.runningVersion(firmware.image()), firmware + " " + why);
    }
}
