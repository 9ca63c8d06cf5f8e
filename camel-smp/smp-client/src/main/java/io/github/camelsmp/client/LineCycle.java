package io.github.camelsmp.client;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a line: opened when somebody needs it, proven by an answer, opened again after it broke. Everything but
 * {@link #view} lives on the loop.
 *
 * <p>An open line proves nothing of the device behind it, so a connection counts as connected when something was
 * answered. While nothing is, requests are tried one at a time all the same: some servers do not know the parameters
 * command and say nothing.
 */
final class LineCycle {
    private static final Logger LOG = LoggerFactory.getLogger(LineCycle.class);

    private final String address;
    private final SmpClientOptions options;
    private final Tally tally;
    private final Listeners listeners;
    private final Conversation conversation;
    private final ParametersQuestion parametersQuestion;
    private final LineTransport transport;
    private final LineTimer timer;
    private final LineStatus status;
    private final ConnectCalls calls = new ConnectCalls();

    private boolean answered;
    private boolean quiet;
    private int keepers;

    LineCycle(
            String address,
            SmpClientOptions options,
            Supplier<Transport> transports,
            Loop loop,
            Tally tally,
            Listeners listeners) {
        this.address = address;
        this.options = options;
        this.tally = tally;
        this.listeners = listeners;
        this.conversation = new Conversation(address, options, loop, tally, new Signs());
        this.parametersQuestion = new ParametersQuestion(address, options, conversation, tally);
        this.timer = new LineTimer(loop, options.reconnectDelay(), options.maxReconnectDelay());
        this.transport =
                new LineTransport(address, loop, transports, new LineHearer(conversation, listeners, this::broke));
        this.status = new LineStatus(tally, listeners, Negotiated.unasked(transport.current()));
    }

    LineStatus.View view() {
        return status.view();
    }

    boolean is(State state) {
        return status.is(state);
    }

    /** The requests that go over this line. */
    Conversation conversation() {
        return conversation;
    }

    /** Completes when the device is there; where the next attempt waits for its delay, it starts at once. */
    void connect(CompletableFuture<Void> done) {
        calls.add(done);
        switch (status.view().state()) {
            case IDLE, WAITING_TO_RECONNECT -> {
                if (!quiet) {
                    open();
                }
            }
            case SILENT -> askAgain();
            case CONNECTING, CONNECTED, CLOSED -> {}
        }
    }

    /** From now on the line is opened again whenever it breaks, whether anybody asks something or not. */
    void keep() {
        keepers++;
        openIfIdle();
        askAgain();
    }

    void keepNoLonger() {
        keepers--;
    }

    void letGo() {
        if (transport.isListenedTo()) {
            SmpTransportException wish = new SmpTransportException(address, "the line was let go");
            down(wish, Optional.empty(), () -> LOG.debug("{}", wish.getMessage()));
        }
    }

    /** The device resets: nothing is sent while its bootloader may take that for a wish to stay there. */
    void awaitReset() {
        Duration quietTime = transport.current().quietAfterReset();
        letGo();
        if (!quietTime.isZero() && !status.is(State.CLOSED)) {
            quiet = true;
            status.enter(State.WAITING_TO_RECONNECT);
            timer.start(quietTime, this::quietIsOver);
        }
    }

    private void quietIsOver() {
        quiet = false;
        openAgain();
    }

    void close(SmpTransportException reason) {
        timer.stop();
        transport.close();
        boolean wasConnected = status.enter(State.CLOSED);
        calls.fail(reason);
        conversation.close(reason);
        if (wasConnected) {
            status.disconnected(reason);
        }
    }

    private boolean isNeeded() {
        return keepers > 0 || conversation.hasWork() || !calls.isEmpty();
    }

    void openIfIdle() {
        if (status.is(State.IDLE)) {
            open();
        }
    }

    private void open() {
        timer.stop();
        status.enter(State.CONNECTING);
        answered = false;
        Duration limit = options.transport().connectTimeout();
        timer.start(
                limit,
                () -> broke(new SmpTransportException(
                        address, "the line was not open within " + limit.toMillis() / 1000.0 + " s")));
        transport.open(failure -> failure.ifPresentOrElse(this::broke, this::opened));
    }

    private void opened() {
        timer.stop();
        Transport open = transport.current();
        conversation.lineUp(open::send, open.largestMessage());
        askParameters();
    }

    private void askParameters() {
        timer.stop();
        status.enter(State.CONNECTING);
        conversation.hold();
        parametersQuestion.ask(this::told, silence -> {
            // an answer to an earlier question proves the device as well
            if (answered) {
                connected(Optional.empty());
            } else {
                silent(silence);
            }
        });
    }

    private void told(Optional<McumgrParameters> told) {
        Optional<McumgrParameters> parameters =
                Negotiated.of(transport.current(), told, address).parameters();
        parameters.ifPresentOrElse(
                buffers -> transport.tryOut(buffers, () -> connected(parameters)), () -> connected(parameters));
    }

    private void connected(Optional<McumgrParameters> parameters) {
        timer.resetPause();
        Transport open = transport.current();
        Negotiated agreed = Negotiated.of(open, parameters, address);
        int largest = conversation.sizeUp(agreed.largestMessage(), open::wholeFragments);
        status.connected(agreed, largest);
        calls.succeed();
        conversation.lineProven();
        conversation.flow(agreed.largestWindow(), largest);
    }

    /** Nothing is answered. Requests are tried one by one; with none left the line rests. */
    private void silent(SmpTimeoutException silence) {
        answered = false;
        boolean wasConnected = status.enter(State.SILENT, Optional.of(silence));
        calls.fail(silence);
        conversation.lineTrouble(silence);
        conversation.flow(1, status.view().largestMessage());
        if (wasConnected) {
            status.disconnected(new SmpTransportException(
                    address, "the device fell silent: " + Faults.withoutAddress(silence), silence));
        }
        if (!conversation.isAwaitingAnswer()) {
            rest(silence);
        }
    }

    private void rest(SmpTimeoutException silence) {
        if (keepers > 0 && !transport.current().worthReopening()) {
            timer.startPause(this::askAgain);
        } else {
            broke(new SmpTransportException(address, Faults.withoutAddress(silence), silence));
        }
    }

    /** Nobody waits for a silent device any more; somebody may still want to know when it is back. */
    void askAgainLater() {
        if (status.is(State.SILENT) && keepers > 0 && !conversation.isAwaitingAnswer()) {
            timer.startPause(this::askAgain);
        }
    }

    private void askAgain() {
        if (status.is(State.SILENT) && !conversation.isAwaitingAnswer()) {
            askParameters();
        }
    }

    private void broke(SmpTransportException reason) {
        down(reason, Optional.of(reason), () -> logTrouble(reason));
    }

    /** @param log tells why the line has to be opened again, if it has to */
    private void down(SmpTransportException reason, Optional<SmpException> trouble, Runnable log) {
        timer.stop();
        transport.replace();
        boolean wasConnected = status.enter(State.IDLE, trouble);
        calls.fail(reason);
        conversation.lineDown(reason);
        if (isNeeded()) {
            status.enter(State.WAITING_TO_RECONNECT);
            log.run();
            timer.startPause(this::openAgain);
        }
        if (wasConnected) {
            status.disconnected(reason);
        }
    }

    /** Seen once in an outage: nobody asked for the attempts that follow, so nobody hears of them elsewhere. */
    private void logTrouble(SmpTransportException reason) {
        if (timer.isFirstPause()) {
            LOG.info("{}; trying again until it works", reason.getMessage());
        } else {
            LOG.debug("{}", reason.getMessage());
        }
    }

    private void openAgain() {
        if (isNeeded()) {
            open();
        } else {
            status.enter(State.IDLE);
        }
    }

    /** What the conversation tells of the line. */
    private final class Signs implements Conversation.Observer {
        @Override
        public void answered() {
            answered = true;
            if (status.is(State.SILENT)) {
                askParameters();
            }
        }

        @Override
        public void resized(int largest) {
            LOG.info("{}: larger messages were lost, going on with at most {} bytes", address, largest);
            status.resized(largest);
        }

        @Override
        public void unanswered(Outstanding<?> request, SmpTimeoutException reason) {
            boolean inVain = request.survivesBreak() && !tally.answeredAfter(request.firstSent());
            if (status.is(State.SILENT) || status.is(State.CONNECTED) && inVain) {
                silent(reason);
            }
        }

        @Override
        public void unasked(SmpMessage message) {
            listeners.message(message);
        }
    }
}
