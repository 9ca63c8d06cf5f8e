package io.github.camelsmp.client;

import java.util.function.IntUnaryOperator;

/**
 * How large a request may be: as large as the server's buffers are, unless it turns out that requests of that size are
 * lost while smaller ones are not. Some servers collect a message in a pool of lines that holds less than one of their
 * buffers, and drop what does not fit without a word (protocol.md 7.3); some networks do the same.
 *
 * <p>What was lost twice at a size that was never answered is too large. Then half of it is tried, and between what works
 * and what does not, until the two are a fragment apart. A size that was answered may have been lucky: it is given up when
 * it is lost several times in a row.
 */
final class MessageSize {

    /** Any message may be lost once. */
    private static final int LOSSES_THAT_TELL = 2;

    private static final int LOSSES_IN_A_ROW = 4;

    /** A message that is filled with data may have this many bytes to spare (protocol.md 12.3). */
    private static final int SPARE = 3;

    /** One console line, which every server takes. */
    private static final int SMALLEST = 83;

    private IntUnaryOperator wholeFragments = IntUnaryOperator.identity();
    private int full;
    private int limit;
    private int works;
    private int fails;
    private int losses;

    /**
     * A line is there. What was found out before counts as long as the server has the same buffers.
     *
     * @param largest message of the line, in bytes
     * @param wholeFragments rounds a size down to one that fills the last fragment of a message
     */
    void begin(int largest, IntUnaryOperator wholeFragments) {
        this.wholeFragments = wholeFragments;
        if (largest != full) {
            full = largest;
            limit = largest;
            works = 0;
            fails = largest + 1;
            losses = 0;
        }
    }

    /** The largest message in bytes. */
    int limit() {
        return limit;
    }

    /** Whether the loss of a message of this size tells something: nothing is too small for it. */
    boolean tells(int size) {
        return size > SMALLEST;
    }

    /**
     * A message of this size was answered.
     *
     * @return whether the limit is another now
     */
    boolean answered(int size) {
        boolean all = size >= limit - SPARE && size <= limit;
        if (all) {
            losses = 0;
        }
        if (size <= works) {
            return false;
        }
        works = all ? limit : size;
        return works >= limit && limit < full && become(between());
    }

    /**
     * A message of this size was lost, although the server answers others.
     *
     * @return whether the limit is another now
     */
    boolean lost(int size) {
        if (!tells(size) || size > limit || size < limit - SPARE && size <= works) {
            return false;
        }
        losses++;
        if (losses < (size > works ? LOSSES_THAT_TELL : LOSSES_IN_A_ROW)) {
            return false;
        }
        fails = Math.min(fails, size);
        works = Math.min(works, size / 2);
        return become(between());
    }

    private int between() {
        int middle = wholeFragments.applyAsInt(works + (fails - works) / 2);
        return Math.max(middle, Math.max(works, Math.min(SMALLEST, full)));
    }

    private boolean become(int size) {
        boolean changed = size != limit;
        limit = size;
        losses = 0;
        return changed;
    }
}
