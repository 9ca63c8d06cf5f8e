package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.client.SmpConnectionListener;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The one connection of a context to a device: what everyone who names the device sends on and listens to. */
final class SharedConnection implements SmpConnectionListener {

    private final SmpConnection connection;
    private final Activity activity;
    private final List<Consumer<SmpEvent>> listeners = new CopyOnWriteArrayList<>();

    SharedConnection(SmpConnection connection, Activity activity) {
        this.connection = connection;
        this.activity = activity;
        connection.listen(this);
    }

    SmpAddress address() {
        return connection.address();
    }

    SmpConnection connection() {
        return connection;
    }

    /** Where what is done on the connection is counted. */
    Activity activity() {
        return activity;
    }

    /** The state as users write names: {@code waitingToReconnect}. */
    String stateName() {
        StringBuilder name = new StringBuilder();
        for (String part : connection.state().name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    /** The options the connection was made with. */
    SmpClientOptions options() {
        return connection.options();
    }

    /**
     * Passes every event on, on the connection's thread, until {@link #forget}. Who comes when the device is connected
     * already is told that first.
     */
    void listen(Consumer<SmpEvent> listener) {
        connection.loop().execute(() -> {
            if (connection.state() == State.CONNECTED) {
                listener.accept(SmpEvent.connected(address(), connection.parameters()));
            }
            listeners.add(listener);
        });
    }

    void forget(Consumer<SmpEvent> listener) {
        connection.loop().execute(() -> listeners.remove(listener));
    }

    /** Tells everyone who listens. */
    void publish(SmpEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /** What it counted is taken down when it counts no more. */
    void close() {
        connection.close();
        try {
            connection.loop().execute(() -> activity.closed(this));
        } catch (RejectedExecutionException e) {
            activity.closed(this);
        }
    }

    @Override
    public void connected(Optional<McumgrParameters> parameters) {
        publish(SmpEvent.connected(address(), parameters));
    }

    @Override
    public void disconnected(SmpTransportException reason) {
        publish(SmpEvent.disconnected(address(), reason));
    }

    @Override
    public void message(SmpMessage message) {
        publish(SmpEvent.message(message));
    }

    @Override
    public void console(String line) {
        publish(SmpEvent.console(line));
    }
}
