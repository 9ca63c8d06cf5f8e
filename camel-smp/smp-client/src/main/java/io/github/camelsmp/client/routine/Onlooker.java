package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.Sighting.Software;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks at what answers on a line, by questions that change nothing. */
final class Onlooker {

    private static final int MORE_OFTEN = 3;

    private final SmpChannel channel;

    Onlooker(SmpChannel channel) {
        this.channel = channel;
    }

    /** For a device that has just answered something else: it is there, so its line is what fails. */
    Attempts patiently() {
        return new Attempts(
                channel.options().requestTimeout(),
                MORE_OFTEN * channel.options().retries());
    }

    /** What answers, whether that is the recovery included. */
    CompletableFuture<Sighting> look(Attempts attempts) {
        return images(attempts).thenCompose(images -> isRecovery(attempts)
                .thenApply(recovery ->
                        recovery ? new Sighting(Software.RECOVERY, images.orElse(List.of())) : application(images)));
    }

    /** What answers, where that cannot be the recovery or does not matter: one question less. */
    CompletableFuture<Sighting> glance(Attempts attempts) {
        return images(attempts).thenApply(Onlooker::application);
    }

    private static Sighting application(Optional<List<ImageState>> images) {
        return images.map(list -> new Sighting(Software.APPLICATION, list))
                .orElseGet(() -> new Sighting(Software.APPLICATION_WITHOUT_IMAGES, List.of()));
    }

    /** Empty where the software that answers does not know of images. */
    CompletableFuture<Optional<List<ImageState>>> images(Attempts attempts) {
        CompletableFuture<Optional<List<ImageState>>> images =
                channel.send(new ImageGroup.StateRead(), attempts).thenApply(answer -> Optional.of(answer.images()));
        return Refused.whereUnknown(images, Optional.empty());
    }

    /** MCUboot accepts the legacy console echo control, which it ignores; Zephyr does not know it. */
    CompletableFuture<Boolean> isRecovery(Attempts attempts) {
        CompletableFuture<Boolean> accepted =
                channel.send(new OsGroup.ConsoleEchoControl(false), attempts).thenApply(response -> true);
        return Refused.instead(accepted, refusal -> false);
    }
}
