package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everyone who hears what happens on a connection. One that fails does not keep the others from hearing. */
final class Listeners implements SmpConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<SmpConnectionListener> listeners = new CopyOnWriteArrayList<>();

    AutoCloseable add(SmpConnectionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void connected(Optional<McumgrParameters> parameters) {
        tell(listener -> listener.connected(parameters));
    }

    @Override
    public void disconnected(SmpTransportException reason) {
        tell(listener -> listener.disconnected(reason));
    }

    @Override
    public void message(SmpMessage message) {
        tell(listener -> listener.message(message));
    }

    @Override
    public void console(String line) {
        tell(listener -> listener.console(line));
    }

    private void tell(Consumer<SmpConnectionListener> event) {
        for (SmpConnectionListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of an SMP connection failed", e);
            }
        }
    }
}
