package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpVersion;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, each time with a fresh sequence number, and sends them again when no answer comes in time. */
final class Transmitter {
    /** Hears of requests that came to nothing. */
    interface Failures {
        /** A request cannot be sent. */
        void failed(Outstanding<?> request, RuntimeException reason);

        /** A request was sent once more because its answer did not come in time. */
        void repeated(Outstanding<?> request);

        /** The last transmission was not answered in time. */
        void unanswered(Outstanding<?> request, SmpTimeoutException reason);

        /** A request that was under way is over, so there may be room for another one. */
        void leftRoom();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Transmitter.class);

    /** The first pause after a server said it is busy or out of memory; it doubles. */
    static final Duration BUSY_PAUSE = Duration.ofMillis(100);

    private static final int MOST_DOUBLINGS = 6;

    private final String address;
    private final SmpVersion version;
    private final Loop loop;
    private final Tally tally;
    private final SequenceTable sequences;
    private final Failures failures;

    private Consumer<byte[]> wire = message -> {};
    private int largestMessage;

    Transmitter(
            String address, SmpVersion version, Loop loop, Tally tally, SequenceTable sequences, Failures failures) {
        this.address = address;
        this.version = version;
        this.loop = loop;
        this.tally = tally;
        this.sequences = sequences;
        this.failures = failures;
    }

    /** Where messages go from now on. */
    void wire(Consumer<byte[]> line) {
        wire = line;
    }

    /** The largest message that is sent from now on, in bytes. */
    void largestMessage(int size) {
        largestMessage = size;
    }

    void transmit(Outstanding<?> request) {
        int sequence = sequences.next();
        byte[] message;
        try {
            message = SmpMessage.encode(request.request(), version, sequence);
        } catch (SmpProtocolException e) {
            failures.failed(
                    request,
                    new SmpProtocolException(address, request.asked() + " cannot be sent: " + e.getMessage(), e));
            return;
        } catch (RuntimeException e) {
            failures.failed(request, e);
            return;
        }
        if (message.length > largestMessage) {
            failures.failed(request, tooLarge(request, message.length));
            return;
        }
        tally.sent(message.length, request.wasSent());
        long now = loop.now();
        sequences.assign(request, message.length, now);
        request.transmitted(sequence, message.length, now);
        request.timer(loop.after(request.timeout(), () -> expired(request)));
        wire.accept(message);
    }

    /** Sends a request again when the server had a little time to catch up. */
    void transmitLater(Outstanding<?> request) {
        Duration pause = BUSY_PAUSE.multipliedBy(1L << Math.min(request.repeats() - 1, MOST_DOUBLINGS));
        request.timer(loop.after(pause, () -> transmitAgain(request)));
    }

    /** Says whether that was possible: by now messages may have to be smaller than they were. */
    private boolean transmitAgain(Outstanding<?> request) {
        transmit(request);
        if (request.isDone()) {
            failures.leftRoom();
            return false;
        }
        return true;
    }

    /** Why a request of so many bytes is not sent, or not once more. */
    SmpProtocolException tooLarge(Outstanding<?> request, int size) {
        return new SmpProtocolException(
                address,
                request.asked() + " takes " + size + " bytes, and the device accepts at most " + largestMessage
                        + " on this line; "
                        + (request.wasSent() ? "what was sent is lost" : "nothing was sent"),
                null);
    }

    private void expired(Outstanding<?> request) {
        tally.timedOut();
        if (request.takeRepeatAfterSilence(loop.now())) {
            LOG.debug("{}: no answer to {} in {}, asking again", address, request.asked(), request.timeout());
            if (transmitAgain(request)) {
                failures.repeated(request);
            }
        } else {
            failures.unanswered(
                    request,
                    new SmpTimeoutException(
                            address, request.asked(), request.transmissions(), loop.since(request.firstSent())));
        }
    }
}
