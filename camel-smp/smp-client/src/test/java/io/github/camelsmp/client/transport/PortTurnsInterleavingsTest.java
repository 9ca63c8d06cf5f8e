package io.github.camelsmp.client.transport;

import io.github.camelsmp.client.Interleavings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two want to have one port. */
@Tag("interleavings")
public class PortTurnsInterleavingsTest {

    private final PortTurns turns = new PortTurns();
    private final AtomicInteger holders = new AtomicInteger();

    @Operation
    public int opensAndCloses() throws InterruptedException {
        CountDownLatch turn = turns.await("COM3");
        int together = holders.incrementAndGet();
        holders.decrementAndGet();
        turns.end("COM3", turn);
        return together;
    }

    @Test
    void onlyOneHasAPortAtATime() {
        Interleavings.check(PortTurnsInterleavingsTest.class);
    }
}
