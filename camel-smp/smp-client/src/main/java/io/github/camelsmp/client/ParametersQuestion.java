package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first question on every line: how large and how many the device's buffers are (protocol.md 14.1). */
final class ParametersQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(ParametersQuestion.class);

    private final String address;
    private final SmpClientOptions options;
    private final Conversation conversation;

    ParametersQuestion(String address, SmpClientOptions options, Conversation conversation) {
        this.address = address;
        this.options = options;
        this.conversation = conversation;
    }

    /**
     * Asks, twice if need be. Neither is called when the line breaks before.
     *
     * @param told takes the parameters, or nothing from a device that has none to tell
     * @param silence takes what is known when no answer came
     */
    void ask(Consumer<Optional<McumgrParameters>> told, Consumer<SmpTimeoutException> silence) {
        Outstanding<OsGroup.ParametersResponse> question =
                Outstanding.probe(new OsGroup.Parameters(), new Attempts(options.parametersTimeout(), 1));
        question.answer().whenComplete((response, failure) -> {
            if (failure instanceof SmpTimeoutException timeout) {
                silence.accept(timeout);
            } else if (failure == null) {
                told.accept(Optional.of(response.parameters()));
            } else if (!(failure instanceof SmpTransportException)) {
                LOG.debug("{}: no MCUmgr parameters: {}", address, failure.getMessage());
                told.accept(Optional.empty());
            }
        });
        conversation.probe(question);
    }
}
