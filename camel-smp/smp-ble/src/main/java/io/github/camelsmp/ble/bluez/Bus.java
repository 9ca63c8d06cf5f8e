package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private connection to a message bus. Calls are made of single messages: the proxies of the library lose the names of
 * errors and have one time limit for all calls.
 */
final class Bus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

    /** How often a call that waits looks whether there is still hope. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final DBusConnection connection;

    private Bus(DBusConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param address of the bus; empty for the system bus
     * @param gone is called when the bus ends the connection
     */
    static Bus connect(Optional<String> address, Runnable gone) throws IOException {
        DBusConnectionBuilder builder = address.map(DBusConnectionBuilder::forAddress)
                .orElseGet(DBusConnectionBuilder::forSystemBus)
                .withShared(false)
                .withDisconnectCallback(new IDisconnectCallback() {
                    @Override
                    public void disconnectOnError(IOException error) {
                        gone.run();
                    }

                    @Override
                    public void clientDisconnect() {
                        gone.run();
                    }
                });
        try {
            return new Bus(builder.build());
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException("the D-Bus system bus cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Hears signals of one kind, whoever they are from, on the one thread of this connection that brings them in order. */
    void listen(String interfaceName, String signal, DBusSigHandler<DBusSignal> handler) throws IOException {
        listen(signals(interfaceName, signal), handler);
    }

    /** As {@link #listen}, of objects whose paths begin so. */
    void listenBelow(String path, String interfaceName, String signal, DBusSigHandler<DBusSignal> handler)
            throws IOException {
        listen(signals(interfaceName, signal).withPathNamespace(path), handler);
    }

    /** Hears that a name on the bus gets another owner, or none. */
    void listenToOwner(String name, DBusSigHandler<DBusSignal> handler) throws IOException {
        listen(signals("org.freedesktop.DBus", "NameOwnerChanged").withArg0123(0, name), handler);
    }

    private static DBusMatchRuleBuilder signals(String interfaceName, String signal) {
        return DBusMatchRuleBuilder.create()
                .withType("signal")
                .withInterface(interfaceName)
                .withMember(signal);
    }

    /** Closing the connection ends it. */
    private void listen(DBusMatchRuleBuilder rule, DBusSigHandler<DBusSignal> handler) throws IOException {
        try {
            connection.addGenericSigHandler(rule.build(), handler);
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException("the bus refuses to tell of " + rule.build() + ": " + e.getMessage(), e);
        }
    }

    /** Lets others on the bus call an object of ours. */
    void export(String path, DBusInterface object) throws IOException {
        try {
            connection.exportObject(path, object);
        } catch (DBusException e) {
            throw new IOException("an object cannot be offered on the bus: " + e.getMessage(), e);
        }
    }

    void unexport(String path) {
        connection.unExportObject(path);
    }

    /** A call of BlueZ. */
    Object[] call(
            String path,
            String interfaceName,
            String method,
            Duration limit,
            BooleanSupplier hopeless,
            String signature,
            Object... arguments)
            throws IOException, InterruptedException {
        return call(BlueZ.SERVICE, path, interfaceName, method, limit, hopeless, signature, arguments);
    }

    /**
     * Calls a method and waits for its answer.
     *
     * @param limit how long it may take
     * @param hopeless whether there is no use in waiting any longer
     * @param signature of the arguments; null for none
     * @return what it answered
     * @throws BusException with the error it answered, or because it did not answer in time
     */
    Object[] call(
            String service,
            String path,
            String interfaceName,
            String method,
            Duration limit,
            BooleanSupplier hopeless,
            String signature,
            Object... arguments)
            throws IOException, InterruptedException {
        Message answer;
        try {
            MethodCall call = connection
                    .getMessageFactory()
                    .createMethodCall(service, path, interfaceName, method, (byte) 0, signature, arguments);
            connection.sendMessage(call);
            answer = await(call, limit, hopeless);
            if (answer == null) {
                throw new BusException("no answer", method + " did not end within " + limit.toMillis() / 1000.0 + " s");
            }
            Object[] parameters = Optional.ofNullable(answer.getParameters()).orElse(new Object[0]);
            if (answer instanceof Error) {
                throw new BusException(answer.getName(), parameters.length == 0 ? "" : String.valueOf(parameters[0]));
            }
            return parameters;
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException(method + " could not be called: " + e.getMessage(), e);
        }
    }

    private static Message await(MethodCall call, Duration limit, BooleanSupplier hopeless)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Message answer = null;
        for (long left = limit.toNanos();
                answer == null && left > 0 && !hopeless.getAsBoolean();
                left = end - System.nanoTime()) {
            answer = call.getReply(
                    Math.max(1, Math.min(LOOK.toMillis(), Duration.ofNanos(left).toMillis())));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException | DBusExecutionException e) {
            LOG.debug("The connection to the bus did not close well: {}", e.toString());
        }
    }
}
