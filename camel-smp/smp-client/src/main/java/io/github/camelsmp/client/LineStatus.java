package io.github.camelsmp.client;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.Optional;

/** Where a line stands, for those who look, those who listen and those who count. */
final class LineStatus {
    /**
     * What anyone may see at any time.
     *
     * @param parameters as last told
     * @param agreedMessage bytes of the largest message by what line and device say
     * @param largestMessage bytes of the largest message by what was lost
     * @param largestWindow requests
     * @param trouble why the device cannot be reached, as far as that was found out
     */
    record View(
            State state,
            Optional<McumgrParameters> parameters,
            int agreedMessage,
            int largestMessage,
            int largestWindow,
            Optional<SmpException> trouble) {

        /** Requests of so many bytes. */
        int largestWindow(int message) {
            return largestMessage == agreedMessage
                    ? largestWindow
                    : Math.max(1, Math.min(largestWindow, largestMessage / Math.max(1, message)));
        }

        View in(State other, Optional<SmpException> reason) {
            return new View(other, parameters, agreedMessage, largestMessage, largestWindow, reason);
        }
    }

    private final Tally tally;
    private final Listeners listeners;
    private volatile View view;

    LineStatus(Tally tally, Listeners listeners, int largestMessage) {
        this.tally = tally;
        this.listeners = listeners;
        this.view = new View(State.IDLE, Optional.empty(), largestMessage, largestMessage, 1, Optional.empty());
    }

    View view() {
        return view;
    }

    boolean is(State state) {
        return view.state() == state;
    }

    /** Changes the state, and says whether the device was connected until now. */
    boolean enter(State state) {
        return enter(state, view.trouble());
    }

    /**
     * The same, with why the device cannot be reached, which is remembered until it is.
     *
     * @param trouble empty if the line was closed on purpose
     */
    boolean enter(State state, Optional<SmpException> trouble) {
        boolean wasConnected = is(State.CONNECTED);
        view = view.in(state, trouble);
        return wasConnected;
    }

    void resized(int largestMessage) {
        view = new View(
                view.state, view.parameters, view.agreedMessage, largestMessage, view.largestWindow, view.trouble);
    }

    void connected(Negotiated agreed, int largestMessage) {
        view = new View(
                State.CONNECTED,
                agreed.parameters(),
                agreed.largestMessage(),
                largestMessage,
                agreed.largestWindow(),
                Optional.empty());
        tally.connected();
        listeners.connected(agreed.parameters());
    }

    void disconnected(SmpTransportException reason) {
        tally.disconnected();
        listeners.disconnected(reason);
    }
}
