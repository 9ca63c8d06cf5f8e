package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.function.Predicate;

/** Hears one line, hands over to the loop, and is deaf as soon as there is another line. */
final class Ear implements TransportListener {
    private final Loop loop;
    private final Predicate<Ear> current;
    private final TransportListener hearer;

    /**
     * @param current whether an ear is that of the line there is now; asked on the loop
     * @param hearer is called on the loop
     */
    Ear(Loop loop, Predicate<Ear> current, TransportListener hearer) {
        this.loop = loop;
        this.current = current;
        this.hearer = hearer;
    }

    @Override
    public void message(byte[] message) {
        onLoop(() -> hearer.message(message));
    }

    @Override
    public void console(String line) {
        onLoop(() -> hearer.console(line));
    }

    @Override
    public void discarded(String reason) {
        onLoop(() -> hearer.discarded(reason));
    }

    @Override
    public void closed(SmpTransportException reason) {
        onLoop(() -> hearer.closed(reason));
    }

    /** Runs something that concerns this line, unless it is gone by then. */
    void onLoop(Runnable event) {
        loop.execute(() -> {
            if (current.test(this)) {
                event.run();
            }
        });
    }
}
