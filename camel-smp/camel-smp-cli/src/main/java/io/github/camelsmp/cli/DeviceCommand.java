package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A command that asks one device for one thing.
 *
 * @param <T> what the device makes of it
 */
abstract class DeviceCommand<T> extends AddressedCommand {

    private Progress progress = Progress.NONE;

    /**
     * Asks for it. Cancelling the future ends what it stands for.
     *
     * @throws IOException if a file of this computer cannot be read or written
     */
    abstract CompletableFuture<T> start(SmpClient device) throws IOException;

    /** What to say of it. */
    abstract Reply reply(T answer) throws IOException;

    /** What to say where Ctrl-C ended it. */
    String cancelled() {
        return "cancelled";
    }

    /** Where to tell how far it is. */
    final Progress progress() {
        return progress;
    }

    @Override
    final ExitCode execute() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (Interrupt interrupt = new Interrupt(() -> end.cancel(false));
                SmpClient device = SmpClient.of(address(), connection().clientOptions())) {
            try {
                return talk(device, end);
            } catch (CancellationException e) {
                output().say(cancelled());
                return ExitCode.CANCELLED;
            }
        }
    }

    private ExitCode talk(SmpClient device, CompletableFuture<Void> end) throws Exception {
        Reply reply = reply(answer(device, end));
        output().print(reply);
        return reply.exitCode();
    }

    private T answer(SmpClient device, CompletableFuture<Void> end) throws Exception {
        progress = output().progress();
        try (Progress shown = progress) {
            CompletableFuture<T> question = start(device);
            end.whenComplete((nothing, cancelled) -> question.cancel(false));
            return question.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
