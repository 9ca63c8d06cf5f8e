package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.UpgradePlan.Clearing;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Brings a device from what it runs to other firmware (protocol.md 18.2): inspect, query, decide, upload, set state,
 * reset, wait, verify, confirm. Each time it looks first at where the device stands, so an upgrade that was interrupted
 * anywhere ends in the same good place when it is started again.
 *
 * <p>It fails with an {@link io.github.camelsmp.protocol.SmpUpgradeException}, or, before anything is sent that changes
 * the device, with an {@link io.github.camelsmp.protocol.SmpImageException} where the image is at fault.
 */
public final class FirmwareUpgrade extends LoopRoutine<UpgradeResult> {

    private static final int MOST_CLEARINGS = 3;

    private final List<FirmwareImage> images;
    private final UpgradeOptions options;
    private final Stages stages;
    private final UpgradeSteps steps;

    /**
     * @param images one for each image number to be upgraded, in the order of their upload; or several for one, built
     *     for a slot each, of which the right one is chosen
     */
    public FirmwareUpgrade(
            SmpChannel channel, List<FirmwareImage> images, UpgradeOptions options, UpgradeListener listener) {
        super(channel);
        this.images = List.copyOf(images);
        this.options = options;
        this.stages = new Stages(channel::nanoTime, listener, this::isOver);
        this.steps = new UpgradeSteps(channel, options, listener, stages, this::isOver);
    }

    @Override
    void begin() {
        CompletableFuture<UpgradeResult> upgrade = stages.run(UpgradeStage.INSPECT, this::inspect)
                .thenCompose(inspected -> clearedPlan(0))
                .thenCompose(this::carryOut);
        UpgradeFailure failure = new UpgradeFailure(channel, stages);
        when(upgrade, this::finish, cause -> when(failure.explain(cause), this::fail, this::fail));
    }

    @Override
    void end() {
        steps.cancel();
    }

    private CompletableFuture<Void> inspect() {
        if (images.isEmpty()) {
            throw new Refusal("there is no image to upgrade to");
        }
        Set<List<Integer>> places = new HashSet<>();
        for (FirmwareImage firmware : images) {
            if (!places.add(List.of(firmware.image(), firmware.slot().orElse(-1)))) {
                throw new Refusal("two files are for the same slot of image " + firmware.image());
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    /** A plan with nothing in its way; to get there the device may have to be reset, and asked anew. */
    private CompletableFuture<UpgradePlan> clearedPlan(int cleared) {
        boolean forSlots = images.stream().anyMatch(firmware -> firmware.slot().isPresent());
        return stages.run(UpgradeStage.QUERY, new DeviceQuery(channel, forSlots)::state)
                .thenCompose(state -> stages.run(UpgradeStage.DECIDE, () -> decide(state)))
                .thenCompose(plan -> cleared(plan, cleared));
    }

    private CompletableFuture<UpgradePlan> decide(DeviceState state) {
        UpgradeDecision decision = new UpgradeDecision(channel.address(), state, options);
        return CompletableFuture.completedFuture(decision.plan(images));
    }

    private CompletableFuture<UpgradePlan> cleared(UpgradePlan plan, int cleared) {
        if (plan.clearing() == Clearing.NONE || options.mode() == UpgradeMode.PLAN) {
            return CompletableFuture.completedFuture(plan);
        }
        if (cleared == MOST_CLEARINGS) {
            throw new Refusal(plan.clearingReason() + "; " + MOST_CLEARINGS + " attempts have not changed that");
        }
        return steps.clear(plan).thenCompose(done -> clearedPlan(cleared + 1));
    }

    private CompletableFuture<UpgradeResult> carryOut(UpgradePlan plan) {
        CompletableFuture<Outcome> outcome = options.mode() == UpgradeMode.PLAN
                ? CompletableFuture.completedFuture(plan.outcome())
                : steps.carryOut(plan);
        return outcome.thenApply(reached -> new UpgradeResult(
                reached,
                plan.images().stream()
                        .map(image -> image.result(steps.sent(image.firmware())))
                        .toList(),
                stages.total(),
                stages.durations(),
                plan.reasons()));
    }
}
