package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpCounters;
import java.time.Instant;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;

/** What JMX shows of a connection. */
@ManagedResource(description = "Connection to an SMP device")
public final class ManagedConnection {

    private final SharedConnection shared;

    ManagedConnection(SharedConnection shared) {
        this.shared = shared;
    }

    @ManagedAttribute(description = "Address of the device")
    public String getAddress() {
        return shared.address().toString();
    }

    @ManagedAttribute(description = "State: idle, connecting, connected, silent, waitingToReconnect or closed")
    public String getState() {
        return shared.stateName();
    }

    @ManagedAttribute(description = "Why the device cannot be reached, empty if it can or nobody tried")
    public String getTrouble() {
        return connection().trouble().map(Throwable::getMessage).orElse("");
    }

    @ManagedAttribute(description = "Largest request in bytes that the device takes")
    public int getLargestMessage() {
        return connection().largestMessage();
    }

    @ManagedAttribute(description = "Requests the device can have outstanding")
    public int getLargestWindow() {
        return connection().largestWindow();
    }

    @ManagedAttribute(description = "Requests that are not answered yet")
    public long getOutstanding() {
        return counters().outstanding();
    }

    @ManagedAttribute(description = "Requests made")
    public long getRequests() {
        return counters().requests();
    }

    @ManagedAttribute(description = "Messages sent, repeated ones included")
    public long getTransmissions() {
        return counters().transmissions();
    }

    @ManagedAttribute(description = "Messages that repeated an earlier one")
    public long getRetransmissions() {
        return counters().retransmissions();
    }

    @ManagedAttribute(description = "Transmissions not answered in time")
    public long getTimeouts() {
        return counters().timeouts();
    }

    @ManagedAttribute(description = "What looked like a message and was none")
    public long getDiscardedFrames() {
        return counters().discardedFrames();
    }

    @ManagedAttribute(description = "Bytes of messages sent, without framing")
    public long getBytesOut() {
        return counters().bytesOut();
    }

    @ManagedAttribute(description = "Bytes of messages received, without framing")
    public long getBytesIn() {
        return counters().bytesIn();
    }

    @ManagedAttribute(description = "How often the device answered on a new line")
    public long getConnects() {
        return counters().connects();
    }

    @ManagedAttribute(description = "How often such a line was lost or let go")
    public long getDisconnects() {
        return counters().disconnects();
    }

    @ManagedAttribute(description = "Smoothed round trip in milliseconds, -1 before the first")
    public double getRoundTripMillis() {
        return counters().roundTrip().map(time -> time.toNanos() / 1e6).orElse(-1.0);
    }

    @ManagedAttribute(description = "When the device last answered, empty if it never did")
    public String getLastAnswer() {
        return counters().lastAnswer().map(Instant::toString).orElse("");
    }

    private SmpConnection connection() {
        return shared.connection();
    }

    private SmpCounters counters() {
        return connection().counters();
    }
}
