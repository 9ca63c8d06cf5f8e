package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * Requests on their way and what comes back: never more of them at a time than the device has room for, and over more
 * than one line if need be. It knows nothing of how a line is opened, and lives on the loop.
 */
final class Conversation {
    /** Hears what an answer, or its absence, says of the line. */
    interface Observer {
        /** The device answered something this connection asked, now or earlier. */
        void answered();

        /** Messages may be so large from now on, in bytes: larger ones are lost, or are not. */
        void resized(int largest);

        /** A request of a user was given up after its last transmission. */
        void unanswered(Outstanding<?> request, SmpTimeoutException reason);

        /** A message came that answers nothing. */
        void unasked(SmpMessage message);
    }

    private final String address;
    private final SmpClientOptions options;
    private final Loop loop;
    private final Tally tally;
    private final Observer observer;
    private final InFlight inFlight = new InFlight();
    private final MessageSize size = new MessageSize();
    private final WaitingRequests waiting;
    private final Transmitter transmitter;
    private final Answers answers;
    private int window;

    Conversation(String address, SmpClientOptions options, Loop loop, Tally tally, Observer observer) {
        this.address = address;
        this.options = options;
        this.loop = loop;
        this.tally = tally;
        this.observer = observer;
        this.waiting = new WaitingRequests(address, options.transport().connectTimeout(), loop, inFlight);
        this.transmitter = new Transmitter(address, options.version(), loop, tally, inFlight.sequences(), new Failed());
        this.answers = new Answers(address, loop, tally, inFlight, size, new Answered());
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
        transmitter.wire(line);
        transmitter.largestMessage(largest);
        hold();
    }

    /** Lets nothing but {@link #probe} go out until {@link #flow}. */
    void hold() {
        window = 0;
    }

    /**
     * How large messages may be, in bytes: as large as the line allows, unless something smaller is known to work.
     *
     * @param wholeFragments rounds a size down to one that fills the last fragment of a message
     */
    int sizeUp(int largest, IntUnaryOperator wholeFragments) {
        size.begin(largest, wholeFragments);
        return size.limit();
    }

    /** Lets requests go out, so many at a time and so large. */
    void flow(int requests, int largest) {
        transmitter.largestMessage(largest);
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
        transmitter.transmit(request);
    }

    void received(byte[] message) {
        answers.received(message);
        pump();
    }

    void discarded(String reason) {
        answers.discarded(reason);
    }

    /** The line is gone. What may be repeated waits for the next one, the rest fails. */
    void lineDown(SmpTransportException reason) {
        List<Outstanding<?>> interrupted = unplug();
        waiting.putBack(interrupted.stream()
                .filter(request -> request.survivesBreak() && !request.isDone())
                .toList());
        waiting.lineDown(reason);
        for (Outstanding<?> request : interrupted) {
            if (!request.survivesBreak()) {
                inFlight.release(request);
                request.fail(new SmpTransportException(
                        address, request.asked() + " was interrupted: " + Faults.withoutAddress(reason), reason));
            }
        }
    }

    /** Fails everything. */
    void close(SmpTransportException reason) {
        for (Outstanding<?> request : unplug()) {
            inFlight.release(request);
            request.fail(reason);
        }
        waiting.failAll(reason);
    }

    private List<Outstanding<?>> unplug() {
        hold();
        transmitter.wire(message -> {});
        return inFlight.interrupt();
    }

    private void pump() {
        while (inFlight.size() < window) {
            Optional<Outstanding<?>> next = waiting.poll();
            if (next.isEmpty()) {
                return;
            }
            inFlight.add(next.get());
            transmitter.transmit(next.get());
        }
    }

    private void askBehind(Outstanding<?> request) {
        if (inFlight.contains(request)) {
            Outstanding<?> question =
                    Outstanding.probe(new OsGroup.Parameters(), Attempts.once(options.parametersTimeout()));
            request.answer().whenComplete((response, failure) -> release(question));
            probe(question);
        }
    }

    private void release(Outstanding<?> request) {
        if (!inFlight.release(request)) {
            waiting.remove(request);
        }
    }

    private final class Failed implements Transmitter.Failures {
        @Override
        public void failed(Outstanding<?> request, RuntimeException reason) {
            release(request);
            request.fail(reason);
        }

        /**
         * Whether its size is the reason shows in a question that is answered although it came later. A server with room
         * for one request at a time is not asked.
         */
        @Override
        public void repeated(Outstanding<?> request) {
            if (window > 1 && !request.isProbe() && size.tells(request.size())) {
                Duration wait = RetransmissionTimer.firstWait(tally.roundTrip(), options.parametersTimeout());
                ScheduledFuture<?> question = loop.after(wait, () -> askBehind(request));
                request.answer().whenComplete((response, failure) -> question.cancel(false));
            }
        }

        @Override
        public void unanswered(Outstanding<?> request, SmpTimeoutException reason) {
            failed(request, reason);
            if (!request.isProbe()) {
                observer.unanswered(request, reason);
            }
            pump();
        }

        @Override
        public void leftRoom() {
            pump();
        }
    }

    private final class Answered implements Answers.Meaning {
        @Override
        public void answered() {
            observer.answered();
        }

        @Override
        public void resized() {
            transmitter.largestMessage(size.limit());
            observer.resized(size.limit());
            for (Outstanding<?> request : inFlight.largerThan(size.limit())) {
                release(request);
                request.fail(transmitter.tooLarge(request, request.size()));
            }
        }

        @Override
        public void unasked(SmpMessage message) {
            observer.unasked(message);
        }

        @Override
        public void over(Outstanding<?> request) {
            release(request);
        }

        @Override
        public void again(Outstanding<?> request) {
            transmitter.transmit(request);
        }

        @Override
        public void later(Outstanding<?> request) {
            transmitter.transmitLater(request);
        }
    }
}
