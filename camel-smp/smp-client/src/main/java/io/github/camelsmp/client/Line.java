package io.github.camelsmp.client;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The line to the device, as those see it who want something of it. When it is opened, proven and opened again is the
 * matter of its {@link LineCycle}. Everything but {@link #view} lives on the loop.
 */
final class Line {
    private final String address;
    private final LineCycle cycle;
    private final Conversation conversation;

    Line(
            SmpAddress address,
            SmpClientOptions options,
            Supplier<Transport> transports,
            Loop loop,
            Tally tally,
            Listeners listeners) {
        this.address = address.toString();
        this.cycle = new LineCycle(this.address, options, transports, loop, tally, listeners);
        this.conversation = cycle.conversation();
    }

    LineStatus.View view() {
        return cycle.view();
    }

    void send(Outstanding<?> request) {
        if (cycle.is(State.CLOSED)) {
            request.fail(
                    new SmpTransportException(address, request.asked() + " was not sent, the connection is closed"));
            return;
        }
        conversation.submit(request);
        cycle.openIfIdle();
    }

    void forget(Outstanding<?> request) {
        conversation.forget(request);
        cycle.askAgainLater();
    }

    void connect(CompletableFuture<Void> done) {
        switch (cycle.view().state()) {
            case CONNECTED -> done.complete(null);
            case CLOSED -> done.completeExceptionally(closed());
            default -> cycle.connect(done);
        }
    }

    /** From now on the line is opened again whenever it breaks, whether anybody asks something or not. */
    void keep() {
        cycle.keep();
    }

    void keepNoLonger() {
        cycle.keepNoLonger();
    }

    void letGo() {
        cycle.letGo();
    }

    /** The device resets: nothing is sent while its bootloader may take that for a wish to stay there. */
    void awaitReset() {
        cycle.awaitReset();
    }

    void close() {
        if (!cycle.is(State.CLOSED)) {
            cycle.close(closed());
        }
    }

    private SmpTransportException closed() {
        return new SmpTransportException(address, "the connection is closed");
    }
}
