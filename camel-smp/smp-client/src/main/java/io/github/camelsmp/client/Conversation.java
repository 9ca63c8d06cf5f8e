package io.github.camelsmp.client;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests on their way and what comes back: sequence numbers, deadlines, retransmission, late answers. It knows
 * nothing of how a line is opened and lives on the loop.
 */
final class Conversation {
    /** Hears what an answer, or its absence, says of the line. */
    interface Observer {
        /** The device answered something this connection asked, now or earlier. */
        void answered();

        /** A request of a user was given up after its last transmission. */
        void unanswered(Outstanding<?> request, SmpTimeoutException reason);

        /** A message came that answers nothing. */
        void unasked(SmpMessage message);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** Server codes that are worth another attempt (protocol.md 13.4). */
    private static final int NO_MEMORY = 2;

    private static final int CORRUPT = 9;
    private static final int BUSY = 10;

    /** The first pause after a server said it is busy or out of memory; it doubles. */
    static final Duration BUSY_PAUSE = Duration.ofMillis(100);

    private final String address;
    private final SmpVersion version;
    private final Loop loop;
    private final Tally tally;
    private final Observer observer;
    private final SequenceTable sequences = new SequenceTable();
    private final Set<Outstanding<?>> inFlight = new LinkedHashSet<>();
    private final WaitingRequests waiting;

    private Consumer<byte[]> wire = message -> {};
    private int window;
    private int largestMessage;

    Conversation(String address, SmpClientOptions options, Loop loop, Tally tally, Observer observer) {
        this.address = address;
        this.version = options.version();
        this.loop = loop;
        this.tally = tally;
        this.observer = observer;
        this.waiting = new WaitingRequests(address, options.transport().connectTimeout(), loop);
    }

    /** Whether anybody waits for anything. */
    boolean hasWork() {
        return !inFlight.isEmpty() || !waiting.isEmpty();
    }

    /** Whether an answer is awaited. */
    boolean isAwaitingAnswer() {
        return !inFlight.isEmpty();
    }

    /** A line is there, but nothing except {@link #probe} goes out before {@link #flow}. */
    void lineUp(Consumer<byte[]> line, int largest) {
        wire = line;
        largestMessage = largest;
        hold();
    }

    /** Lets nothing but {@link #probe} go out until {@link #flow}. */
    void hold() {
        window = 0;
    }

    /** Lets requests go out, so many at a time and so large. */
    void flow(int requests, int largest) {
        largestMessage = largest;
        window = Math.min(requests, SequenceTable.MOST_OUTSTANDING);
        pump();
    }

    /** The device answers: what still waits, waits for its turn and no more for a line. */
    void lineProven() {
        waiting.lineProven();
    }

    /** There is no line that answers, and requests that wait for one in vain will say why. */
    void lineTrouble(SmpException trouble) {
        waiting.lineDown(trouble);
    }

    void submit(Outstanding<?> request) {
        waiting.add(request);
        pump();
    }

    /** Forgets a request whose caller lost interest. */
    void forget(Outstanding<?> request) {
        release(request);
        pump();
    }

    /** Sends at once, past those that wait. */
    void probe(Outstanding<?> request) {
        inFlight.add(request);
        transmit(request);
    }

    /** The line is gone. What may be repeated waits for the next one, the rest fails. */
    void lineDown(SmpTransportException reason) {
        window = 0;
        wire = message -> {};
        Outstanding<?>[] interrupted = inFlight.toArray(Outstanding<?>[]::new);
        inFlight.clear();
        for (int i = interrupted.length - 1; i >= 0; i--) {
            interrupted[i].stopTimer();
            if (interrupted[i].survivesBreak() && !interrupted[i].isDone()) {
                interrupted[i].onNewLine();
                waiting.putBack(interrupted[i]);
            }
        }
        waiting.lineDown(reason);
        for (Outstanding<?> request : interrupted) {
            if (!request.survivesBreak()) {
                sequences.retire(request);
                request.fail(new SmpTransportException(
                        address, request.asked() + " was interrupted: " + Faults.withoutAddress(reason), reason));
            }
        }
    }

    /** Fails everything. */
    void close(SmpTransportException reason) {
        window = 0;
        wire = message -> {};
        Outstanding<?>[] interrupted = inFlight.toArray(Outstanding<?>[]::new);
        inFlight.clear();
        for (Outstanding<?> request : interrupted) {
            request.stopTimer();
            sequences.retire(request);
            request.fail(reason);
        }
        waiting.failAll(reason);
    }

    void discarded(String reason) {
        tally.discardedFrames.incrementAndGet();
        LOG.debug("{}: discarded {}", address, reason);
    }

    void received(byte[] message) {
        tally.bytesIn.addAndGet(message.length);
        SmpHeader header;
        try {
            header = SmpHeader.readFrom(message, 0, message.length);
        } catch (SmpProtocolException e) {
            discarded(e.getMessage());
            return;
        }
        if (!sequences.wasAsked(header)) {
            unasked(message);
            return;
        }
        tally.answered();
        observer.answered();
        Optional<Outstanding<?>> request =
                sequences.waitingFor(header.sequence()).filter(asked -> !asked.isDone());
        if (request.isEmpty() || request.get().latestSequence() != header.sequence()) {
            tally.lateAnswers.incrementAndGet();
        }
        request.ifPresent(asked -> answered(asked, header, message));
    }

    private void unasked(byte[] message) {
        tally.unknownAnswers.incrementAndGet();
        try {
            observer.unasked(SmpMessage.decode(message));
        } catch (SmpProtocolException e) {
            discarded(e.getMessage());
        }
    }

    private void answered(Outstanding<?> request, SmpHeader header, byte[] message) {
        if (request.request().patience() == Patience.REQUEST) {
            tally.roundTrip(loop.since(sequences.sentAt(header.sequence())));
        }
        try {
            CborMap payload = SmpMessage.decode(message).payload();
            Optional<SmpError> error = request.request().errorIn(payload);
            if (error.isPresent()) {
                refused(request, error.get(), payload);
            } else {
                release(request);
                request.succeed(address, payload);
            }
        } catch (SmpProtocolException e) {
            damaged(request, e);
        } catch (RuntimeException e) {
            fail(request, e);
        }
        pump();
    }

    private void refused(Outstanding<?> request, SmpError error, CborMap payload) {
        boolean common = error.group() == SmpError.NO_GROUP;
        boolean overloaded = common && (error.code() == BUSY || error.code() == NO_MEMORY);
        if (overloaded && request.takeRepeat()) {
            Duration pause = BUSY_PAUSE.multipliedBy(1L << Math.min(request.repeats() - 1, 6));
            request.timer(loop.after(pause, () -> transmit(request)));
        } else if (common && error.code() == CORRUPT && request.takeRepeatAfterDamage()) {
            transmit(request);
        } else {
            fail(request, new SmpErrorException(address, request.asked(), error, payload));
        }
    }

    private void damaged(Outstanding<?> request, SmpProtocolException damage) {
        discarded(damage.getMessage());
        if (request.takeRepeatAfterDamage()) {
            transmit(request);
        } else {
            fail(
                    request,
                    new SmpProtocolException(
                            address,
                            "the answer to " + request.asked() + " is damaged: " + damage.getMessage(),
                            damage));
        }
    }

    private void pump() {
        while (inFlight.size() < window) {
            Optional<Outstanding<?>> next = waiting.poll();
            if (next.isEmpty()) {
                return;
            }
            inFlight.add(next.get());
            transmit(next.get());
        }
    }

    private void transmit(Outstanding<?> request) {
        long now = loop.now();
        int sequence = sequences.assign(request, now);
        byte[] message;
        try {
            message = SmpMessage.encode(request.request(), version, sequence);
        } catch (RuntimeException e) {
            fail(request, e);
            return;
        }
        if (message.length > largestMessage) {
            fail(request, tooLarge(request, message.length));
            return;
        }
        tally.sent(message.length, request.wasSent());
        request.transmitted(sequence, now);
        request.timer(loop.after(request.timeout(), () -> expired(request)));
        wire.accept(message);
    }

    private SmpProtocolException tooLarge(Outstanding<?> request, int size) {
        return new SmpProtocolException(
                address,
                request.asked() + " takes " + size + " bytes, and the device accepts at most " + largestMessage
                        + " on this line; nothing was sent",
                null);
    }

    private void expired(Outstanding<?> request) {
        tally.timeouts.incrementAndGet();
        if (request.takeRepeat()) {
            LOG.debug("{}: no answer to {} in {}, asking again", address, request.asked(), request.timeout());
            transmit(request);
        } else {
            SmpTimeoutException reason = new SmpTimeoutException(
                    address, request.asked(), request.transmissions(), loop.since(request.firstSent()));
            fail(request, reason);
            if (!request.isProbe()) {
                observer.unanswered(request, reason);
            }
        }
        pump();
    }

    private void fail(Outstanding<?> request, RuntimeException reason) {
        release(request);
        request.fail(reason);
    }

    private void release(Outstanding<?> request) {
        request.stopTimer();
        sequences.retire(request);
        if (!inFlight.remove(request)) {
            waiting.remove(request);
        }
    }
}
