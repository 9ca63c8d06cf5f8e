package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.Optional;

/** What a device says: put together, and told to whom it is for. Any thread may call it. */
final class Incoming {

    private final TransportListener listener;
    private final Reassembler reassembler;
    private final Unanswered unanswered = new Unanswered();
    private volatile boolean silent = true;
    private volatile Optional<ReassemblyTrial> trial = Optional.empty();

    Incoming(TransportListener listener) {
        this.listener = listener;
        this.reassembler = new Reassembler(this::message, listener::discarded);
    }

    void notified(byte[] chunk) {
        silent = false;
        unanswered.heard();
        synchronized (reassembler) {
            reassembler.feed(chunk);
        }
    }

    private void message(byte[] message) {
        if (trial.filter(running -> running.takes(message)).isEmpty()) {
            listener.message(message);
        }
    }

    /** Whether the device has said nothing yet. */
    boolean isSilent() {
        return silent;
    }

    /** Remembers a message of several writes that is about to be sent; whether it was sent before and nothing followed. */
    boolean isRepeated(byte[] message) {
        return unanswered.sent(message);
    }

    /** What is there of a message will not become whole. */
    void forgetParts() {
        synchronized (reassembler) {
            reassembler.reset();
        }
        unanswered.heard();
    }

    /** The answer to a trial goes to the trial. */
    void expect(ReassemblyTrial running) {
        trial = Optional.of(running);
    }

    void expectNoTrial() {
        trial = Optional.empty();
    }
}
