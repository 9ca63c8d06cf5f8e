package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import io.github.camelsmp.client.Interleavings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ports are listed while others open and close: whoever opens one while they are listed uses a freed entry. */
@Tag("interleavings")
public class PortTableInterleavingsTest {

    private final AtomicInteger changing = new AtomicInteger();
    private final AtomicInteger listing = new AtomicInteger();
    private final AtomicInteger freed = new AtomicInteger();
    private final PortTable table = new PortTable(this::look);

    private List<SerialPort> look() {
        listing.incrementAndGet();
        freed.addAndGet(changing.get());
        listing.decrementAndGet();
        return List.of();
    }

    @Operation
    public int lists() {
        table.list();
        return freed.get();
    }

    @Operation
    public int opens() {
        table.beginChange();
        changing.incrementAndGet();
        int whileListing = listing.get();
        changing.decrementAndGet();
        table.endChange();
        return whileListing + freed.get();
    }

    @Test
    void noPortOpensWhilePortsAreListed() {
        Interleavings.check(PortTableInterleavingsTest.class);
    }
}
