package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving half of console framing. Text that no newline ends, such as a prompt, is handed out when nothing has
 * followed it for a while. One thread feeds and the loop watches for pauses, so both take the lock.
 */
final class ConsoleReceiver implements StreamFraming.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleReceiver.class);

    /** Longer than a device that has other things to do pauses within a line. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final ScheduledExecutorService loop;
    private final ConsoleDecoder decoder;
    private long chunks;
    private boolean watching;

    ConsoleReceiver(TransportListener listener, ScheduledExecutorService loop) {
        this.loop = loop;
        this.decoder = new ConsoleDecoder(new ConsoleDecoder.Listener() {
            @Override
            public void message(byte[] message) {
                listener.message(message);
            }

            @Override
            public void line(String line) {
                listener.console(line);
            }

            @Override
            public void text(byte[] source, int offset, int length) {
                listener.text(source, offset, length);
            }

            @Override
            public void discarded(String reason) {
                listener.discarded(reason);
            }
        });
    }

    @Override
    public synchronized void feed(byte[] chunk, int offset, int length) {
        decoder.feed(chunk, offset, length);
        chunks++;
        watchHalfLine();
    }

    /** There is one timer at a time, however many chunks come: it looks whether there were any. */
    private void watchHalfLine() {
        if (watching || !decoder.hasHalfLine()) {
            return;
        }
        long seen = chunks;
        try {
            loop.schedule(() -> pauseIsOver(seen), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            watching = true;
        } catch (RejectedExecutionException e) {
            LOG.debug("The loop has ended, nobody waits for half a line any more", e);
        }
    }

    private synchronized void pauseIsOver(long seen) {
        watching = false;
        if (chunks == seen) {
            decoder.flushLine();
        } else {
            watchHalfLine();
        }
    }

    @Override
    public synchronized void end() {
        decoder.flushLine();
    }
}
