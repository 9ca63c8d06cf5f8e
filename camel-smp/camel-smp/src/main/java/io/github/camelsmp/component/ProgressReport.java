package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.ProgressListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Makes events of the progress of one routine: at most ten a second, and always the last. */
final class ProgressReport implements ProgressListener {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, Object> about;
    private final LongSupplier nanoTime;
    private final Consumer<SmpEvent> listeners;
    private boolean started;
    private long startTime;
    private long startOffset;
    private long lastTime;
    private Runnable withheld = () -> {};

    /**
     * @param about what every event says: the operation, and the image where there is one
     * @param nanoTime a clock of which only differences mean something
     * @param listeners hear of it, on whatever thread the routine runs
     */
    ProgressReport(Map<String, Object> about, LongSupplier nanoTime, Consumer<SmpEvent> listeners) {
        this.about = about;
        this.nanoTime = nanoTime;
        this.listeners = listeners;
    }

    @Override
    public void progress(long offset, long length) {
        long now = nanoTime.getAsLong();
        if (!started) {
            started = true;
            startTime = now;
            startOffset = offset;
            lastTime = now - PAUSE;
        }
        withheld = () -> listeners.accept(SmpEvent.progress(body(offset, length, now)));
        if (now - lastTime >= PAUSE || offset == length) {
            lastTime = now;
            end();
        }
    }

    /** Tells what was withheld; the routine is over. */
    void end() {
        withheld.run();
        withheld = () -> {};
    }

    private Map<String, Object> body(long offset, long length, long now) {
        Map<String, Object> body = new LinkedHashMap<>(about);
        body.put("offset", offset);
        body.put("length", length);
        body.put("bytesPerSecond", bytesPerSecond(offset, now));
        return body;
    }

    private long bytesPerSecond(long offset, long now) {
        long nanos = now - startTime;
        return nanos == 0 ? 0 : Math.round((offset - startOffset) * 1e9 / nanos);
    }
}
