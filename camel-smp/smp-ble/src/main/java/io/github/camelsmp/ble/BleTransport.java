package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line to the SMP characteristic of one device (protocol.md 10). */
final class BleTransport implements Transport {

    private final BleTarget target;
    private final TransportOptions options;
    private final RadioAccess radios;
    private final Sessions sessions;
    private final MuteTargets mute;
    private Optional<BleSession> session = Optional.empty();
    private boolean closed;

    BleTransport(BleTarget target, TransportOptions options, RadioAccess radios, Sessions sessions, MuteTargets mute) {
        this.target = target;
        this.options = options;
        this.radios = radios;
        this.sessions = sessions;
        this.mute = mute;
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new SmpTransportException("ble:" + target.value(), "the line was closed before it was opened"));
        }
        BleSession opening = new BleSession(target, options, radios, sessions, mute, listener);
        session = Optional.of(opening);
        return opening.open();
    }

    @Override
    public void send(byte[] message) {
        session.ifPresent(open -> open.send(message));
    }

    /** What fits one write: whether the server puts more together is not known yet. */
    @Override
    public int largestMessage() {
        return session.map(BleSession::largestWrite).orElse(SmpGatt.SMALLEST_WRITE);
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return session.filter(BleSession::isReassembled).isPresent()
                ? parameters.bufferSize()
                : Math.min(parameters.bufferSize(), largestMessage());
    }

    @Override
    public CompletionStage<Void> tryOut(McumgrParameters parameters) {
        return session.map(open -> open.tryReassembly(parameters.bufferSize()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** A device found by name may be back under another address, and a new connection clears what a server waits with. */
    @Override
    public boolean worthReopening() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        session.ifPresent(BleSession::close);
    }
}
