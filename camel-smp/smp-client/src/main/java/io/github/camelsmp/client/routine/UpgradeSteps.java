package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.Sighting.Software;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.ZephyrBasicGroup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The stages of an upgrade that change the device. */
final class UpgradeSteps {

    private static final int STAY_IN_BOOTLOADER = 1;

    private final SmpChannel channel;
    private final UpgradeOptions options;
    private final UpgradeListener listener;
    private final Stages stages;
    private final BooleanSupplier over;
    private final ImageMarking marking;
    private final Map<Integer, Long> sent = new HashMap<>();
    private Runnable cancelUpload = () -> {};

    /** @param over whether nobody waits for the upgrade any more */
    UpgradeSteps(
            SmpChannel channel, UpgradeOptions options, UpgradeListener listener, Stages stages, BooleanSupplier over) {
        this.channel = channel;
        this.options = options;
        this.listener = listener;
        this.stages = stages;
        this.over = over;
        this.marking = new ImageMarking(channel);
    }

    /** Stops what is being uploaded. */
    void cancel() {
        cancelUpload.run();
    }

    /** Removes what keeps the device from being upgraded. */
    CompletableFuture<?> clear(UpgradePlan plan) {
        return switch (plan.clearing()) {
            case NONE -> CompletableFuture.completedFuture(null);
            case RESET -> restart(plan, List.of(), 0);
            case ENTER_LOADER -> restart(plan, List.of(), STAY_IN_BOOTLOADER);
            case CONFIRM_RUNNING ->
                stages.run(
                        UpgradeStage.CONFIRM,
                        () -> oneAfterAnother(plan.state().unconfirmed(), marking::confirmRunning));
        };
    }

    /** Does what a plan says. */
    CompletableFuture<Outcome> carryOut(UpgradePlan plan) {
        return uploadAll(plan)
                .thenCompose(uploaded -> setState(plan))
                .thenCompose(set -> boot(plan))
                .thenCompose(images -> confirm(plan, images));
    }

    private CompletableFuture<Void> uploadAll(UpgradePlan plan) {
        return plan.uploads().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : stages.run(
                        UpgradeStage.UPLOAD,
                        () -> oneAfterAnother(plan.uploads(), firmware -> upload(firmware, plan.state())));
    }

    private CompletableFuture<Void> upload(FirmwareImage firmware, DeviceState state) {
        ImageUpload upload = new ImageUpload(
                channel,
                firmware,
                options.upload().withNumber(state.uploadNumber(firmware.image()).orElse(firmware.image())),
                new ImageProgress(firmware.image(), listener));
        cancelUpload = upload::cancel;
        return upload.start().thenAccept(uploaded -> {
            cancelUpload = () -> {};
            sent.put(firmware.image(), uploaded.sent());
        });
    }

    /** How many bytes of an image were sent so far. */
    long sent(FirmwareImage firmware) {
        return sent.getOrDefault(firmware.image(), 0L);
    }

    /** All images are set before the one reset, so that they change together. */
    private CompletableFuture<Void> setState(UpgradePlan plan) {
        Function<FirmwareImage, CompletableFuture<Void>> mark =
                options.mode() == UpgradeMode.CONFIRM_ONLY ? marking::makePermanent : marking::test;
        if (plan.toSet().isEmpty() && !erasesStorage(plan)) {
            return CompletableFuture.completedFuture(null);
        }
        return stages.run(UpgradeStage.SET_STATE, () -> oneAfterAnother(plan.toSet(), mark)
                .thenCompose(marked -> eraseStorage(plan)));
    }

    private boolean erasesStorage(UpgradePlan plan) {
        return options.eraseStorage() && !plan.toBoot().isEmpty();
    }

    /** What the old firmware stored goes just before it does; a device without the command keeps it. */
    private CompletableFuture<Void> eraseStorage(UpgradePlan plan) {
        if (!erasesStorage(plan)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> erased =
                channel.send(new ZephyrBasicGroup.EraseStorage()).thenAccept(done -> {});
        return Refused.whereUnknown(erased, null);
    }

    private CompletableFuture<Sighting> boot(UpgradePlan plan) {
        if (plan.toBoot().isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Sighting(Software.APPLICATION, plan.state().images()));
        }
        return restart(plan, plan.toBoot(), 0)
                .thenCompose(arrival -> stages.run(UpgradeStage.VERIFY, () -> {
                    plan.images().forEach(image -> arrival.require(image.firmware()));
                    return CompletableFuture.completedFuture(arrival.after());
                }));
    }

    private CompletableFuture<Arrival> restart(UpgradePlan plan, List<FirmwareImage> expected, int bootMode) {
        OsGroup.Reset reset = new OsGroup.Reset(options.force(), bootMode);
        Restart restart = new Restart(channel, reset, options.swapTimeout(), over);
        return stages.run(
                        UpgradeStage.RESET,
                        () -> restart.reset(expected, plan.state().strategy()))
                .thenCompose(accepted -> stages.run(UpgradeStage.WAIT, restart::awaitReturn));
    }

    private CompletableFuture<Outcome> confirm(UpgradePlan plan, Sighting running) {
        List<ImageState> unconfirmed = plan.images().stream()
                .flatMap(image -> running.unconfirmed(image.firmware()).stream())
                .sorted(Comparator.comparingInt(ImageState::image))
                .toList();
        if (plan.confirms() && !unconfirmed.isEmpty()) {
            return stages.run(UpgradeStage.CONFIRM, () -> oneAfterAnother(unconfirmed, marking::confirmRunning))
                    .thenApply(confirmed -> Outcome.UPGRADED);
        }
        boolean confirmedItself = plan.outcome() == Outcome.TESTING && unconfirmed.isEmpty();
        return CompletableFuture.completedFuture(confirmedItself ? Outcome.UPGRADED : plan.outcome());
    }

    private static <T> CompletableFuture<Void> oneAfterAnother(List<T> all, Function<T, CompletableFuture<Void>> work) {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (T next : all) {
            chain = chain.thenCompose(done -> work.apply(next));
        }
        return chain;
    }
}
