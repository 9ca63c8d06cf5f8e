package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears one line, hands over to the loop, and is deaf as soon as there is another line. */
final class Ear implements TransportListener {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

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

    /** On the thread of the transport: the bytes are not worth a copy where nobody wants them. */
    @Override
    public void text(byte[] source, int offset, int length) {
        hearer.text(source, offset, length);
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
        try {
            loop.execute(() -> {
                if (current.test(this)) {
                    event.run();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The loop has ended, nobody hears what the line still brings", e);
        }
    }
}
