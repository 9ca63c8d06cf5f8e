package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.ProgressListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Makes events of the progress of one file or image: at most ten a second, and always the last. */
final class ProgressReport implements ProgressListener {

    /** Hears of it, on whatever thread the routine runs. */
    interface Listener {

        /**
         * @param progress the body of the event
         * @param moved bytes that arrived since the event before
         */
        void progressed(Map<String, Object> progress, long moved);

        /**
         * @param size requests that may be in flight
         * @param inFlight requests that are
         */
        default void window(int size, int inFlight) {}
    }

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, Object> about;
    private final LongSupplier nanoTime;
    private final Listener listener;
    private boolean started;
    private long startTime;
    private long startOffset;
    private long lastTime;
    private long toldTime;
    private long furthest;
    private long moved;
    private long movedBefore;
    private Runnable withheld = () -> {};

    /**
     * @param about what every event says: the operation, and the image where there is one
     * @param nanoTime a clock of which only differences mean something
     */
    ProgressReport(Map<String, Object> about, LongSupplier nanoTime, Listener listener) {
        this.about = about;
        this.nanoTime = nanoTime;
        this.listener = listener;
    }

    @Override
    public void progress(long offset, long length) {
        long now = nanoTime.getAsLong();
        if (!started) {
            started = true;
            startTime = now;
            startOffset = offset;
            furthest = offset;
            toldTime = now - PAUSE;
        }
        lastTime = now;
        // a device that forgot an upload gets again what it had
        moved += Math.max(0, offset - furthest);
        furthest = Math.max(furthest, offset);
        withheld = () -> tell(body(offset, length, now));
        if (now - toldTime >= PAUSE || offset == length) {
            toldTime = now;
            end();
        }
    }

    @Override
    public void window(int size, int inFlight) {
        listener.window(size, inFlight);
    }

    /** Tells what was withheld; the routine is over. */
    void end() {
        withheld.run();
        withheld = () -> {};
    }

    /** Bytes that arrived, each counted once. */
    long moved() {
        return moved;
    }

    /** Time from where it began to where it stands. */
    long nanos() {
        return lastTime - startTime;
    }

    private void tell(Map<String, Object> progress) {
        long arrived = moved - movedBefore;
        movedBefore = moved;
        listener.progressed(progress, arrived);
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
