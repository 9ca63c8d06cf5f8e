package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.util.concurrent.CompletableFuture;

/** Makes of a failure an exception that says where the upgrade stopped and what the device will boot next. */
final class UpgradeFailure {

    private static final String UNKNOWN = "unknown";

    private final SmpChannel channel;
    private final Stages stages;

    UpgradeFailure(SmpChannel channel, Stages stages) {
        this.channel = channel;
        this.stages = stages;
    }

    /** The exception for users, once the device was asked or did not answer. */
    CompletableFuture<RuntimeException> explain(RuntimeException cause) {
        boolean known = cause instanceof SmpException || cause instanceof Refusal;
        if (!known || cause instanceof SmpImageException) {
            return CompletableFuture.completedFuture(cause);
        }
        UpgradeStage stage = stages.current();
        return bootsNext(stage, cause).thenApply(bootsNext -> exception(stage, cause, bootsNext));
    }

    private CompletableFuture<String> bootsNext(UpgradeStage stage, RuntimeException cause) {
        boolean silent = cause instanceof SmpTimeoutException || cause instanceof SmpTransportException;
        if (stage == UpgradeStage.INSPECT || stage == UpgradeStage.QUERY && silent) {
            return CompletableFuture.completedFuture(UNKNOWN);
        }
        return channel.send(
                        new ImageGroup.StateRead(),
                        Attempts.once(channel.options().requestTimeout()))
                .handle((state, failure) -> failure == null ? NextBoot.describe(state.images()) : UNKNOWN);
    }

    private RuntimeException exception(UpgradeStage stage, RuntimeException cause, String bootsNext) {
        String address = channel.address().toString();
        String reason = cause.getMessage();
        String prefix = address + ": ";
        if (reason.startsWith(prefix)) {
            reason = reason.substring(prefix.length());
        }
        Throwable behind = cause instanceof Refusal ? cause.getCause() : cause;
        return new SmpUpgradeException(address, stage.label(), reason, bootsNext, behind);
    }
}
