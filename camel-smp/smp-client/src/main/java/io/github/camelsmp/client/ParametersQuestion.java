package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first question on every line: how large and how many the device's buffers are (protocol.md 14.1). A server that
 * knows no such question may say nothing, so an echo follows before a device is called silent; and a lossy line may have
 * lost the question, so it is put once more to a device that answers the echo.
 */
final class ParametersQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(ParametersQuestion.class);

    private final String address;
    private final SmpClientOptions options;
    private final Conversation conversation;
    private final Tally tally;

    ParametersQuestion(String address, SmpClientOptions options, Conversation conversation, Tally tally) {
        this.address = address;
        this.options = options;
        this.conversation = conversation;
        this.tally = tally;
    }

    /**
     * Asks. Neither is called when the line breaks before.
     *
     * @param told takes the parameters, or nothing from a device that has none to tell
     * @param silence takes what is known when no answer came
     */
    void ask(Consumer<Optional<McumgrParameters>> told, Consumer<SmpTimeoutException> silence) {
        ask(
                new OsGroup.Parameters(),
                new Attempts(options.parametersTimeout(), 1),
                answer -> told.accept(answer.map(OsGroup.ParametersResponse::parameters)),
                unanswered -> askEcho(told, unanswered, silence));
    }

    /** The device is there, and how fast it answers is known: it does not cost much to tell a loss from ignorance. */
    private void askOnceMore(Consumer<Optional<McumgrParameters>> told) {
        Duration wait = RetransmissionTimer.firstWait(tally.roundTrip(), options.parametersTimeout());
        ask(
                new OsGroup.Parameters(),
                new Attempts(wait, 2),
                answer -> told.accept(answer.map(OsGroup.ParametersResponse::parameters)),
                unanswered -> told.accept(Optional.empty()));
    }

    private void askEcho(
            Consumer<Optional<McumgrParameters>> told,
            SmpTimeoutException parameters,
            Consumer<SmpTimeoutException> silence) {
        OsGroup.Echo echo = new OsGroup.Echo("");
        ask(
                echo,
                Attempts.once(options.parametersTimeout()),
                answer -> askOnceMore(told),
                unanswered -> silence.accept(new SmpTimeoutException(
                        address,
                        new OsGroup.Parameters().describe() + " and " + echo.describe(),
                        parameters.transmissions() + unanswered.transmissions(),
                        parameters.waited().plus(unanswered.waited()))));
    }

    /** An error is an answer as well. */
    private <R> void ask(
            SmpRequest<R> request,
            Attempts attempts,
            Consumer<Optional<R>> answered,
            Consumer<SmpTimeoutException> unanswered) {
        Outstanding<R> question = Outstanding.probe(request, attempts);
        question.answer().whenComplete((response, failure) -> {
            if (failure instanceof SmpTimeoutException timeout) {
                unanswered.accept(timeout);
            } else if (failure == null) {
                answered.accept(Optional.of(response));
            } else if (!(failure instanceof SmpTransportException)) {
                LOG.debug("{}: {}", address, failure.getMessage());
                answered.accept(Optional.empty());
            }
        });
        conversation.probe(question);
    }
}
