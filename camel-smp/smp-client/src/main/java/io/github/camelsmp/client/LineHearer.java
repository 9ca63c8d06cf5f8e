package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.function.Consumer;

/** Passes on what a line brings: messages and damage to the conversation, text to the listeners, its end to its cycle. */
record LineHearer(Conversation conversation, Listeners listeners, Consumer<SmpTransportException> end)
        implements TransportListener {

    @Override
    public void message(byte[] message) {
        conversation.received(message);
    }

    @Override
    public void console(String line) {
        listeners.console(line);
    }

    @Override
    public void discarded(String reason) {
        conversation.discarded(reason);
    }

    @Override
    public void closed(SmpTransportException reason) {
        end.accept(reason);
    }
}
