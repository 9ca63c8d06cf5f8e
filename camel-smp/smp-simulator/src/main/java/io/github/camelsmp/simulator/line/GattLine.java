package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.ReplyPath;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The SMP characteristic of a device, as a Bluetooth radio reaches it (protocol.md 10). The device advertises while it is
 * up and nobody is connected; one central at a time is. The connection ends when the device goes down.
 */
public final class GattLine extends DeviceLine {

    /** The other end of a connection. Called while the device does nothing else; must not block. */
    public interface Central {

        /** What one notification brought. */
        void notified(byte[] value);

        /** The connection ended without the central's doing. */
        void disconnected();
    }

    private final RadioLink link;
    private final boolean reassembly;
    private Optional<GattConnection> connection = Optional.empty();
    private Predicate<byte[]> lost = value -> false;

    private GattLine(LineHost host, RadioLink link, boolean reassembly) {
        super(host);
        this.link = link;
        this.reassembly = reassembly;
    }

    /**
     * A characteristic of a device.
     *
     * @param reassembly whether its server puts requests of several writes together
     */
    public static GattLine open(LineHost host, RadioLink link, boolean reassembly) {
        return new GattLine(host, link, reassembly);
    }

    @Override
    public String address() {
        return "ble:" + host().name();
    }

    /** How connections carry packets. */
    public RadioLink link() {
        return link;
    }

    /** Whether the device advertises at the moment. */
    public boolean isAdvertising() {
        return ask(this::advertises);
    }

    private boolean advertises() {
        return connection.isEmpty() && serving().isPresent();
    }

    /** From now on writes of which this is true vanish in the device, as those for which it has no buffer do. */
    public void lose(Predicate<byte[]> writes) {
        host().run(() -> lost = writes);
    }

    boolean isLost(byte[] value) {
        return lost.test(value);
    }

    /**
     * Connects.
     *
     * @throws IllegalStateException if the device does not advertise
     */
    public GattConnection connect(Central central) {
        return ask(() -> {
            if (!advertises()) {
                throw new IllegalStateException(host().name() + " does not advertise");
            }
            GattConnection made = new GattConnection(this, central, serving().orElseThrow());
            connection = Optional.of(made);
            return made;
        });
    }

    private <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        host().run(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Cuts the connection, if there is one, as when the device is carried away. It advertises again. */
    public void cut() {
        host().run(() -> {
            Optional<GattConnection> last = connection;
            connection = Optional.empty();
            last.ifPresent(GattConnection::lost);
        });
    }

    /** A connection is no more. */
    void ended(GattConnection finished) {
        if (connection.equals(Optional.of(finished))) {
            connection = Optional.empty();
        }
    }

    boolean reassembles() {
        return reassembly;
    }

    @Override
    public void deviceDown() {
        cut();
    }

    @Override
    void release() {
        cut();
    }

    void received(byte[] message, GattConnection from) {
        accept(message, path(from));
    }

    private ReplyPath path(GattConnection connected) {
        return (message, transmitted) -> {
            for (int at = 0; at < message.length; at += link.largestValue()) {
                connected.notifyOf(Arrays.copyOfRange(message, at, Math.min(message.length, at + link.largestValue())));
            }
            transmitted.run();
        };
    }
}
