package io.github.camelsmp.client.model;

import static java.util.Map.entry;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * What a connection may do, as few rules as will do: which state follows which, when a line may be opened, which message
 * may go out, and how a request may end.
 */
final class ConnectionModel {

    /** What one task of the loop may make of a state. */
    private static final Map<State, Set<State>> NEXT = Map.ofEntries(
            entry(State.IDLE, EnumSet.of(State.CONNECTING, State.WAITING_TO_RECONNECT, State.CLOSED)),
            entry(
                    State.CONNECTING,
                    EnumSet.of(State.CONNECTED, State.SILENT, State.IDLE, State.WAITING_TO_RECONNECT, State.CLOSED)),
            entry(State.CONNECTED, EnumSet.of(State.SILENT, State.IDLE, State.WAITING_TO_RECONNECT, State.CLOSED)),
            entry(State.SILENT, EnumSet.of(State.CONNECTING, State.IDLE, State.WAITING_TO_RECONNECT, State.CLOSED)),
            entry(State.WAITING_TO_RECONNECT, EnumSet.of(State.CONNECTING, State.IDLE, State.CLOSED)),
            entry(State.CLOSED, EnumSet.noneOf(State.class)));

    final List<Question> questions = new ArrayList<>();
    final List<CompletableFuture<Void>> calls = new ArrayList<>();
    final Pauses pauses;
    int keepers;

    private final Rules rules;
    private final LongSupplier clock;
    private final List<Transmission> sent = new ArrayList<>();
    private State state = State.IDLE;
    private int smallestLimit = Integer.MAX_VALUE;
    private long lastNeeded;

    ConnectionModel(SmpClientOptions options, Rules rules, LongSupplier clock) {
        this.rules = rules;
        this.clock = clock;
        this.pauses = new Pauses(options, rules, clock);
    }

    List<Transmission> sent() {
        return sent;
    }

    /** Looks at the connection between two tasks of its loop. */
    void observe(SmpConnection connection) {
        rules.check();
        State now = connection.state();
        rules.require(now == state || NEXT.get(state).contains(now), "%s does not follow %s", now, state);
        pauses.observe(now, state);
        state = now;
        smallestLimit = Math.min(smallestLimit, connection.largestMessage());
        rules.require(state != State.CONNECTED || connection.trouble().isEmpty(), "connected and in trouble");
        long waiting = questions.stream().filter(question -> !question.isOver()).count();
        rules.require(
                connection.counters().outstanding() == waiting,
                "%d are outstanding, it says %d",
                waiting,
                connection.counters().outstanding());
        rules.require(connection.counters().requests() == questions.size(), "it miscounts requests");
        rules.require(connection.counters().transmissions() == sent.size(), "it miscounts transmissions");
        if (isNeeded()) {
            lastNeeded = clock.getAsLong();
        }
    }

    private boolean isNeeded() {
        return keepers > 0
                || calls.stream().anyMatch(call -> !call.isDone())
                || questions.stream().anyMatch(question -> !question.isOver());
    }

    /** A line is about to be opened. */
    void opens() {
        rules.require(state != State.CLOSED, "a closed connection opens a line");
        rules.require(isNeeded() || lastNeeded == clock.getAsLong(), "nobody needs the line that is opened");
        pauses.opens(state);
    }

    /** A message is about to go out. */
    void sends(Transmission transmission, int line, int size, SmpConnection connection) {
        pauses.speaks();
        int number = sent.size();
        for (Transmission earlier : sent.subList(Math.max(0, number - Transmission.NUMBERS_LAST), number)) {
            rules.require(
                    earlier.header().sequence() != transmission.header().sequence(),
                    "sequence number %d is used again after %d messages",
                    transmission.header().sequence(),
                    number - earlier.number());
        }
        transmission.question().ifPresent(question -> sends(question, line, size, connection));
        sent.add(transmission);
    }

    private void sends(Question question, int line, int size, SmpConnection connection) {
        rules.require(
                !question.isOver() || question.endedAt == clock.getAsLong(),
                "%s is over and is sent once more",
                question);
        rules.require(
                question.request.repeatable() || question.transmissions == 0,
                "%s must not be repeated and is",
                question);
        rules.require(size <= connection.largestMessage(), "%s has %d bytes, too many", question, size);
        if (question.transmissions++ == 0) {
            rules.require(
                    questions.subList(0, question.number).stream()
                            .allMatch(earlier -> earlier.transmissions > 0 || earlier.isOver()),
                    "%s goes ahead of an earlier one",
                    question);
        }
        if (question.line != line) {
            question.line = line;
            question.transmissionsOnLine = 0;
            beginsOn(line, question, connection);
        }
        question.transmissionsOnLine++;
        rules.require(
                question.transmissionsOnLine <= 2 * question.retries + 2,
                "%s is sent %d times on one line",
                question,
                question.transmissionsOnLine);
    }

    private void beginsOn(int line, Question question, SmpConnection connection) {
        State now = connection.state();
        rules.require(
                now == State.CONNECTED || now == State.SILENT, "%s goes out although the line is %s", question, now);
        long others = questions.stream()
                .filter(other -> other != question && other.line == line && !other.isOver())
                .count();
        int window = now == State.SILENT ? 1 : connection.largestWindow();
        rules.require(others < window, "%s is one more than %d in flight", question, window);
    }

    /** A request ended. */
    void ends(Question question, Throwable failure, SmpConnection connection) {
        question.endedAt = clock.getAsLong();
        question.ends++;
        rules.require(question.ends == 1, "%s ends twice", question);
        if (failure == null) {
            rules.require(question.answerHeard, "%s succeeds without an answer", question);
            rules.require(
                    question.answer.join().number("n") == question.number,
                    "%s has the answer to another one",
                    question);
        } else if (failure instanceof SmpErrorException) {
            rules.require(question.refusalHeard, "%s is refused by nobody", question);
        } else if (failure instanceof SmpProtocolException) {
            rules.require(
                    question.damageHeard || question.largest > Math.min(smallestLimit, connection.largestMessage()),
                    "%s fails for damage that was not there: %s",
                    question,
                    failure);
        } else {
            rules.require(
                    failure instanceof SmpTimeoutException
                            || failure instanceof SmpTransportException
                            || failure instanceof CancellationException,
                    "%s fails with %s",
                    question,
                    failure);
        }
    }
}
