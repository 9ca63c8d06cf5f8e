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
     * @param agreed by what line and device said last
     * @param largestMessage bytes of the largest message by what was lost
     * @param trouble why the device cannot be reached, as far as that was found out
     */
    record View(State state, Negotiated agreed, int largestMessage, Optional<SmpException> trouble) {

        Optional<McumgrParameters> parameters() {
            return agreed.parameters();
        }

        int largestWindow() {
            return agreed.largestWindow();
        }

        boolean isConsole() {
            return agreed.console();
        }

        /** Requests of so many bytes. */
        int largestWindow(int message) {
            return largestMessage == agreed.largestMessage()
                    ? largestWindow()
                    : Math.max(1, Math.min(largestWindow(), largestMessage / Math.max(1, message)));
        }

        View in(State other, Optional<SmpException> reason) {
            return new View(other, agreed, largestMessage, reason);
        }
    }

    private final Tally tally;
    private final Listeners listeners;
    private volatile View view;

    /** @param unasked what goes without having asked the device */
    LineStatus(Tally tally, Listeners listeners, Negotiated unasked) {
        this.tally = tally;
        this.listeners = listeners;
        this.view = new View(State.IDLE, unasked, unasked.largestMessage(), Optional.empty());
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
        view = new View(view.state, view.agreed, largestMessage, view.trouble);
    }

    void connected(Negotiated agreed, int largestMessage) {
        view = new View(State.CONNECTED, agreed, largestMessage, Optional.empty());
        tally.connected();
        listeners.connected(agreed.parameters());
    }

    void disconnected(SmpTransportException reason) {
        tally.disconnected();
        listeners.disconnected(reason);
    }
}
