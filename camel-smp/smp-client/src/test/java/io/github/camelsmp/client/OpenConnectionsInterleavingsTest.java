package io.github.camelsmp.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections are made while the resources they share are closed. */
@Tag("interleavings")
public class OpenConnectionsInterleavingsTest {

    private final OpenConnections<AtomicInteger> connections = new OpenConnections<>(AtomicInteger::incrementAndGet);
    private final ConcurrentLinkedQueue<AtomicInteger> made = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Operation
    public void connects() {
        AtomicInteger closings = new AtomicInteger();
        made.add(closings);
        connections.add(closings);
    }

    @Operation(nonParallelGroup = "owner")
    public void closesAll() {
        connections.closeAll();
        closed.set(true);
    }

    @Validate
    public void nobodyIsLeftOpen() {
        List<AtomicInteger> open = new ArrayList<>(made);
        open.removeIf(closings -> closings.get() > 0);
        if (closed.get() && !open.isEmpty()) {
            throw new AssertionError(open.size() + " connections outlive what they share");
        }
    }

    @Test
    void noConnectionOutlivesWhatItShares() {
        Interleavings.check(OpenConnectionsInterleavingsTest.class);
    }
}
