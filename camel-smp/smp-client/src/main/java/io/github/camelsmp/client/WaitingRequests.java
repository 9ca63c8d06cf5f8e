package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Requests that wait for their turn or for a line, first come first served.
 *
 * <p>For a turn a request waits as long as it takes. For a line it waits {@code connectTimeout}, or, if it was sent
 * before the line broke, as long as it would have waited for its answer.
 */
final class WaitingRequests {
    private final String address;
    private final Duration connectTimeout;
    private final Loop loop;
    private final InFlight inFlight;
    private final Deque<Outstanding<?>> queue = new ArrayDeque<>();
    private SmpException trouble;
    private boolean lineProven;

    WaitingRequests(String address, Duration connectTimeout, Loop loop, InFlight inFlight) {
        this.address = address;
        this.connectTimeout = connectTimeout;
        this.loop = loop;
        this.inFlight = inFlight;
        this.trouble = stillOpening();
    }

    private SmpTransportException stillOpening() {
        return new SmpTransportException(address, "the line is still being opened");
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void add(Outstanding<?> request) {
        queue.add(request);
        if (!lineProven) {
            awaitLine(request);
        }
    }

    /** Takes back, in their order, what was sent on a line that broke; they go first. */
    void putBack(List<Outstanding<?>> sent) {
        for (int i = sent.size() - 1; i >= 0; i--) {
            sent.get(i).onNewLine();
            queue.addFirst(sent.get(i));
        }
    }

    void remove(Outstanding<?> request) {
        queue.remove(request);
    }

    /** The next one somebody still waits for. */
    Optional<Outstanding<?>> poll() {
        Outstanding<?> next = queue.poll();
        while (next != null && next.isDone()) {
            next.stopTimer();
            next = queue.poll();
        }
        if (next != null) {
            next.stopTimer();
        }
        return Optional.ofNullable(next);
    }

    /** The device answers: from now on requests wait for their turn only. */
    void lineProven() {
        lineProven = true;
        trouble = stillOpening();
        for (Outstanding<?> request : queue) {
            request.stopTimer();
            if (!request.wasSent()) {
                request.giveUpAt(OptionalLong.empty());
            }
        }
    }

    /** There is no line, or none that answers. */
    void lineDown(SmpException reason) {
        lineProven = false;
        trouble = reason;
        for (Outstanding<?> request : List.copyOf(queue)) {
            if (!request.hasTimer()) {
                awaitLine(request);
            }
        }
    }

    void failAll(SmpException reason) {
        List<Outstanding<?>> all = new ArrayList<>(queue);
        queue.clear();
        for (Outstanding<?> request : all) {
            request.stopTimer();
            request.fail(reason);
        }
    }

    private void awaitLine(Outstanding<?> request) {
        if (request.givesUpAt().isEmpty()) {
            request.giveUpAt(OptionalLong.of(loop.now() + patience(request).toNanos()));
        }
        Duration left = Duration.ofNanos(Math.max(0, request.givesUpAt().getAsLong() - loop.now()));
        request.timer(loop.after(left, () -> giveUp(request)));
    }

    private Duration patience(Outstanding<?> request) {
        Duration patience = request.patience();
        return request.wasSent() && patience.compareTo(connectTimeout) > 0 ? patience : connectTimeout;
    }

    private void giveUp(Outstanding<?> request) {
        queue.remove(request);
        request.stopTimer();
        request.fail(noLineFor(request));
    }

    private SmpException noLineFor(Outstanding<?> request) {
        if (trouble instanceof SmpTimeoutException silence) {
            return unanswered("the question", request, silence.transmissions(), silence.waited());
        }
        Optional<Outstanding<?>> question = inFlight.probe();
        if (question.isPresent()) {
            Outstanding<?> ahead = question.get();
            Duration waited = Duration.ofNanos(loop.now() - ahead.firstSent());
            return unanswered(ahead.asked(), request, ahead.transmissions(), waited);
        }
        return new SmpTransportException(
                address,
                request.asked() + " found no line within "
                        + patience(request).toMillis() / 1000.0 + " s: "
                        + Faults.withoutAddress(trouble),
                trouble);
    }

    /** The line is open, what is missing is the device. */
    private SmpTimeoutException unanswered(
            String question, Outstanding<?> request, int transmissions, Duration waited) {
        return new SmpTimeoutException(
                address, question + " that goes ahead of " + request.asked(), transmissions, waited);
    }
}
