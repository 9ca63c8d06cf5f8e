package io.github.camelsmp.simulator.line;

/** A connection of a central to the SMP characteristic of a simulated device. Any thread may call it. */
public final class GattConnection {

    private final GattLine line;
    private final GattLine.Central central;
    private final GattReceiver receiver;
    private final ConnectionEvents toDevice;
    private final ConnectionEvents fromDevice;
    private boolean subscribed;
    private volatile boolean ended;

    GattConnection(GattLine line, GattLine.Central central, Serving serving) {
        this.line = line;
        this.central = central;
        this.receiver = new GattReceiver(serving, line.host(), message -> line.received(message, this));
        this.toDevice = new ConnectionEvents(line.host(), line.link());
        this.fromDevice = new ConnectionEvents(line.host(), line.link());
    }

    /**
     * Writes without response.
     *
     * @throws IllegalArgumentException if the value is larger than the connection allows
     */
    public void write(byte[] value) {
        if (value.length > line.link().largestValue()) {
            throw new IllegalArgumentException("a write of " + value.length + " bytes on a connection with MTU "
                    + line.link().mtu());
        }
        onDevice(() -> {
            if (line.isLost(value)) {
                line.host().traffic().withoutBuffer();
            } else if (line.reassembles()) {
                receiver.write(value);
            } else {
                line.received(value, this);
            }
        });
    }

    /** Turns notifications on or off. Turning them off makes the server forget parts of messages. */
    public void subscribe(boolean on) {
        onDevice(() -> {
            subscribed = on;
            if (!on) {
                receiver.drop();
            }
        });
    }

    /** Whether it ended, from whichever side. */
    public boolean isEnded() {
        return ended;
    }

    /** Ends the connection. */
    public void disconnect() {
        line.host().run(() -> {
            end();
            line.ended(this);
        });
    }

    private void onDevice(Runnable arrival) {
        line.host()
                .run(() -> toDevice.carry(() -> {
                    if (!ended) {
                        arrival.run();
                    }
                }));
    }

    void notifyOf(byte[] value) {
        if (subscribed && !ended) {
            fromDevice.carry(() -> {
                if (!ended) {
                    central.notified(value);
                }
            });
        }
    }

    /** It ended without the central's doing. */
    void lost() {
        if (!ended) {
            end();
            central.disconnected();
        }
    }

    private void end() {
        ended = true;
        receiver.drop();
    }
}
