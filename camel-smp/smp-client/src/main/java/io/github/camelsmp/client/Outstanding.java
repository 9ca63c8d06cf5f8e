package io.github.camelsmp.client;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** One request from the moment somebody asks until the answer or the failure, over all its transmissions. */
final class Outstanding<R> {
    private final SmpRequest<R> request;
    private final Attempts attempts;
    private final int retries;
    private final boolean probe;
    private final CompletableFuture<R> answer = new CompletableFuture<>();

    private int transmissions;
    private int size;
    private int copiesSettled;
    private int repeats;
    private int latestSequence = -1;
    private long firstSent;
    private int transmissionsOnLine;
    private long firstSentOnLine;
    private boolean corruptBefore;
    private OptionalLong givesUpAt = OptionalLong.empty();
    private ScheduledFuture<?> timer;

    private Outstanding(SmpRequest<R> request, Attempts attempts, int retries, boolean probe) {
        this.request = request;
        this.attempts = attempts;
        this.retries = retries;
        this.probe = probe;
    }

    /** A request of a user: repeated if its kind may be, and kept when the line breaks if it may be repeated. */
    static <R> Outstanding<R> of(SmpRequest<R> request, Attempts attempts) {
        return new Outstanding<>(request, attempts, request.repeatable() ? attempts.retries() : 0, false);
    }

    /** A question of the connection itself to the line it has just opened, pointless on any other. */
    static <R> Outstanding<R> probe(SmpRequest<R> request, Attempts attempts) {
        return new Outstanding<>(request, attempts, attempts.retries(), true);
    }

    SmpRequest<R> request() {
        return request;
    }

    String asked() {
        return request.describe();
    }

    CompletableFuture<R> answer() {
        return answer;
    }

    /** Waiting time for the answer to the last transmission. A request that is sent once waits as long as it may. */
    Duration timeout() {
        RetransmissionTimer timer = attempts.timer();
        return retries == 0 ? timer.ceiling() : timer.timeout(transmissionsOnLine);
    }

    /** Waiting time for an answer over all transmissions. */
    Duration patience() {
        return attempts.patience(retries);
    }

    /** An answer came, so long after the transmission it belongs to. */
    void answered(Duration roundTrip) {
        copiesSettled = transmissions;
        attempts.timer().answered(roundTrip);
    }

    boolean isProbe() {
        return probe;
    }

    /** Whether it may be sent again on the next line. */
    boolean survivesBreak() {
        return !probe && request.repeatable();
    }

    /** Whether nobody waits any more: answered, failed, or cancelled by the one who asked. */
    boolean isDone() {
        return answer.isDone();
    }

    boolean wasSent() {
        return transmissions > 0;
    }

    int transmissions() {
        return transmissions;
    }

    /** The number of the last transmission, or -1 before the first. */
    int latestSequence() {
        return latestSequence;
    }

    long firstSent() {
        return firstSent;
    }

    /** Bytes of its message, or 0 before it was sent. */
    int size() {
        return size;
    }

    /** Whether its loss, which is known now, is news: it was sent once more since the last one. */
    boolean takeLoss() {
        boolean news = transmissions > copiesSettled;
        copiesSettled = transmissions;
        return news;
    }

    void transmitted(int sequence, int bytes, long now) {
        latestSequence = sequence;
        size = bytes;
        if (transmissionsOnLine++ == 0) {
            firstSentOnLine = now;
        }
        if (transmissions++ == 0) {
            firstSent = now;
        } else {
            attempts.onRetransmission().run();
        }
    }

    /** Uses up one of the repetitions after silence; there are more than {@link #takeRepeat} knows while patience lasts. */
    boolean takeRepeatAfterSilence(long now) {
        boolean patient = now - firstSentOnLine < patience().toNanos();
        return takeRepeat() || patient && retries > 0;
    }

    /** Uses up one of the repetitions after the device said that it is busy; false if none is left, or none wanted. */
    boolean takeRepeatAfterRefusal() {
        return attempts.repeatsRefused() && takeRepeat();
    }

    /** Uses up one of the repetitions; false if none is left. */
    boolean takeRepeat() {
        if (repeats == retries) {
            return false;
        }
        repeats++;
        return true;
    }

    /** How many repetitions were used since the line was last opened. */
    int repeats() {
        return repeats;
    }

    /** Uses up the one repetition there is after a damaged message (protocol.md 13.4). */
    boolean takeRepeatAfterDamage() {
        boolean first = !corruptBefore;
        corruptBefore = true;
        return first && takeRepeat();
    }

    /** A new line is a new chance; only {@link #givesUpAt} bounds how many there are. */
    void onNewLine() {
        repeats = 0;
        transmissionsOnLine = 0;
    }

    /** When this request stops waiting for a line, on the loop's clock. */
    OptionalLong givesUpAt() {
        return givesUpAt;
    }

    void giveUpAt(OptionalLong time) {
        givesUpAt = time;
    }

    /** Starts the one timer a request has: for a line, for an answer, or for the end of a pause. */
    void timer(ScheduledFuture<?> started) {
        stopTimer();
        timer = started;
    }

    boolean hasTimer() {
        return timer != null;
    }

    void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Reads a successful answer. */
    void succeed(String address, CborMap payload) {
        R response;
        try {
            response = request.readResponse(payload);
        } catch (SmpProtocolException e) {
            fail(new SmpProtocolException(address, "the answer to " + asked() + " is wrong: " + e.getMessage(), e));
            return;
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        answer.complete(response);
    }

    /** Fails with one of our exceptions, or with what a request of the user's own threw. */
    void fail(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }
}
