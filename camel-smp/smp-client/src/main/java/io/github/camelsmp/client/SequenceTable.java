package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which transmission went out with which sequence number. Every transmission takes a fresh one, and a number stays
 * known until it comes round again, so that a late answer is never taken for another one (protocol.md 13.1).
 *
 * <p>Plain arrays, because a station may keep a thousand idle connections.
 */
final class SequenceTable {
    /** Sequence numbers there are. */
    static final int SIZE = 256;

    /** More requests than this are never outstanding, so that a free number is always near. */
    static final int MOST_OUTSTANDING = 64;

    private final int[] expected = new int[SIZE];
    private final long[] sentAt = new long[SIZE];
    private final char[] sizes = new char[SIZE];
    private final Outstanding<?>[] holders = new Outstanding<?>[SIZE];
    // an answer meant for an earlier process on the same port is unlikely to fit a random start
    private int next = ThreadLocalRandom.current().nextInt(SIZE);

    /** The number of the next transmission. It stays free until one goes out: what is never sent uses up none. */
    int next() {
        while (holders[next] != null && holders[next].latestSequence() == next) {
            next = (next + 1) % SIZE;
        }
        return next;
    }

    /** A transmission of so many bytes goes out with the {@link #next()} number. */
    void assign(Outstanding<?> request, int bytes, long now) {
        SmpRequest<?> asked = request.request();
        expected[next] = key(asked.group(), asked.command(), asked.op().response());
        sentAt[next] = now;
        sizes[next] = (char) Math.min(bytes, Character.MAX_VALUE);
        holders[next] = request;
        next = (next + 1) % SIZE;
    }

    /** How many bytes the transmission with this number has. */
    int sizeOf(int sequence) {
        return sizes[sequence];
    }

    /** Whether a transmission with this number asked for this group, command and op, however long ago. */
    boolean wasAsked(SmpHeader answer) {
        return expected[answer.sequence()] == key(answer.group(), answer.command(), answer.op());
    }

    /** The request that still waits for an answer with this number. */
    Optional<Outstanding<?>> waitingFor(int sequence) {
        return Optional.ofNullable(holders[sequence]);
    }

    /** When the transmission with this number went out. */
    long sentAt(int sequence) {
        return sentAt[sequence];
    }

    /** Lets go of a request that is over; its numbers stay known. */
    void retire(Outstanding<?> request) {
        for (int sequence = 0; sequence < SIZE; sequence++) {
            if (holders[sequence] == request) {
                holders[sequence] = null;
            }
        }
    }

    /** Never 0 for an answer, and 0 is what an unused number expects. */
    private static int key(int group, int command, SmpOp op) {
        return group << 16 | command << 8 | op.code();
    }
}
