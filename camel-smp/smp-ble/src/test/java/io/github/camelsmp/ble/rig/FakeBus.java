package io.github.camelsmp.ble.rig;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.AbstractConnection;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message bus of its own with the name {@code org.bluez} on it, and the objects that are offered there. */
final class FakeBus implements Calls.ObjectManager, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FakeBus.class);
    private static final String SERVICE = "org.bluez";

    private final String address;
    private final Optional<OwnDaemon> daemon;
    private final Map<String, BusObject> objects = new LinkedHashMap<>();
    private final Map<DBusPath, String> agents = new LinkedHashMap<>();
    private volatile DBusConnection connection;

    /** A bus of its own. */
    FakeBus() {
        this(new OwnDaemon());
    }

    private FakeBus(OwnDaemon own) {
        this(own.address(), Optional.of(own));
    }

    /** A bus that is there already. */
    FakeBus(String address) {
        this(address, Optional.empty());
    }

    private FakeBus(String address, Optional<OwnDaemon> daemon) {
        this.address = address;
        this.daemon = daemon;
        try {
            begin();
        } catch (DBusException e) {
            throw new IllegalStateException("the fake service does not start", e);
        }
    }

    String address() {
        return address;
    }

    private void begin() throws DBusException {
        connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        connection.exportObject("/", this);
        for (BusObject object : List.copyOf(objects.values())) {
            connection.exportObject(object.getObjectPath(), object);
        }
        connection.requestBusName(SERVICE);
    }

    /** Ends the service and starts it anew, as {@code systemctl restart bluetooth} does. */
    void restart() {
        stopService();
        try {
            begin();
        } catch (DBusException e) {
            throw new IllegalStateException("the fake service does not start anew", e);
        }
    }

    /** Ends the service. */
    void stopService() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void export(String path, DBusInterface object) {
        try {
            connection.exportObject(path, object);
        } catch (DBusException e) {
            throw new IllegalStateException("the object at " + path + " cannot be offered", e);
        }
    }

    /** Offers an object and tells everybody. */
    synchronized void add(BusObject object) {
        objects.put(object.getObjectPath(), object);
        export(object.getObjectPath(), object);
        signal(
                "/",
                "org.freedesktop.DBus.ObjectManager",
                "InterfacesAdded",
                "oa{sa{sv}}",
                new DBusPath(object.getObjectPath()),
                object.interfaces());
    }

    /** Takes an object back and tells everybody. */
    synchronized void remove(BusObject object) {
        if (objects.remove(object.getObjectPath()) != null) {
            connection.unExportObject(object.getObjectPath());
            signal(
                    "/",
                    "org.freedesktop.DBus.ObjectManager",
                    "InterfacesRemoved",
                    "oas",
                    new DBusPath(object.getObjectPath()),
                    List.of(object.interfaceName()));
        }
    }

    /** Takes everything back without a word, as a service does that ends. */
    synchronized void forgetAll() {
        objects.keySet().forEach(connection::unExportObject);
        objects.clear();
    }

    synchronized void propertiesChanged(String path, String interfaceName, Map<String, Variant<?>> changed) {
        signal(
                path,
                "org.freedesktop.DBus.Properties",
                "PropertiesChanged",
                "sa{sv}as",
                interfaceName,
                changed,
                new String[0]);
    }

    private void signal(String path, String interfaceName, String name, String signature, Object... arguments) {
        if (!connection.isConnected()) {
            return;
        }
        try {
            connection.sendMessage(
                    connection.getMessageFactory().createSignal(null, path, interfaceName, name, signature, arguments));
        } catch (NotConnected e) {
            LOG.debug("{} is not told, the service ends", name);
        } catch (DBusException e) {
            throw new IllegalStateException("the signal " + name + " cannot be sent", e);
        }
    }

    /** The caller offers to answer what is asked while it pairs. */
    synchronized void registered(DBusPath agent) {
        agents.put(agent, caller());
    }

    synchronized void unregistered(DBusPath agent) {
        agents.remove(agent);
    }

    synchronized int agents() {
        return agents.size();
    }

    /** The agent of whoever calls at the moment, if it has one. */
    synchronized Optional<Calls.Agent1> agentOfCaller() {
        String caller = caller();
        return agents.entrySet().stream()
                .filter(agent -> agent.getValue().equals(caller))
                .map(agent -> remote(caller, agent.getKey()))
                .findFirst();
    }

    private Calls.Agent1 remote(String owner, DBusPath agent) {
        try {
            return connection.getRemoteObject(owner, agent.getPath(), Calls.Agent1.class);
        } catch (DBusException e) {
            throw new IllegalStateException("the agent at " + agent + " cannot be called", e);
        }
    }

    private static String caller() {
        return AbstractConnection.getCallInfo().getSource();
    }

    @Override
    public synchronized Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new LinkedHashMap<>();
        objects.forEach((path, object) -> all.put(new DBusPath(path), object.interfaces()));
        return all;
    }

    @Override
    public String getObjectPath() {
        return "/";
    }

    /** How many are connected beside the service itself. */
    int clients() {
        try {
            return (int) Stream.of(connection
                            .getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                            .ListNames())
                    .filter(name -> name.startsWith(":") && !name.equals(connection.getUniqueName()))
                    .count();
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the whole bus. */
    void stopBus() {
        daemon.ifPresent(OwnDaemon::stop);
    }

    @Override
    public void close() {
        stopService();
        daemon.ifPresent(OwnDaemon::close);
    }
}
