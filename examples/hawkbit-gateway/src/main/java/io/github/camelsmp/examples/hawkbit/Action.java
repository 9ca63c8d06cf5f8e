package io.github.camelsmp.examples.hawkbit;

import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What hawkBit wants of a device, while it is in hand. */
public final class Action {

    /** In these stages of an upgrade the device has not been told yet to boot anything else. */
    private static final Set<String> HARMLESS = Set.of("", "inspect", "query", "decide", "upload");

    private final Target target;
    private final String id;
    private State state = State.WAITING;
    private String stage = "";
    private long told = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

    private enum State {
        WAITING,
        RUNNING,
        STOPPING,
        CANCELLED
    }

    Action(Target target, String id) {
        this.target = target;
        this.id = id;
    }

    public Target target() {
        return target;
    }

    /** The number hawkBit gave it. */
    public String id() {
        return id;
    }

    /** Work on it begins, unless it was cancelled before. */
    public synchronized boolean start() {
        if (state == State.WAITING) {
            state = State.RUNNING;
        }
        return state == State.RUNNING;
    }

    /** The upgrade has come to a stage. Where there are several modules, the first that is booted ends the harmless ones. */
    synchronized void reached(String name) {
        if (HARMLESS.contains(stage)) {
            stage = name;
        }
    }

    /** Whether to tell how far it is: no if that was told within so many milliseconds. */
    public synchronized boolean tells(long pause) {
        long now = System.nanoTime();
        boolean tells = now - told >= TimeUnit.MILLISECONDS.toNanos(pause);
        told = tells ? now : told;
        return tells;
    }

    /** What becomes of the wish to cancel it. */
    synchronized Cancellation cancel() {
        if (state == State.STOPPING || state == State.CANCELLED) {
            return Cancellation.UNDER_WAY;
        }
        if (state == State.RUNNING) {
            if (!HARMLESS.contains(stage)) {
                return Cancellation.REFUSED;
            }
            state = State.STOPPING;
            return Cancellation.STOP;
        }
        state = State.CANCELLED;
        return Cancellation.DONE;
    }

    /** Whether it was to be stopped. */
    public synchronized boolean stopping() {
        return state == State.STOPPING;
    }

    /** Whether it was stopped in time: the device boots what it booted before. */
    public synchronized boolean stopped() {
        return state == State.STOPPING && HARMLESS.contains(stage);
    }
}
