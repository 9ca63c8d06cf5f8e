package io.github.camelsmp.client;

import java.util.function.IntUnaryOperator;

/**
 * How large a request may be: as large as the server's buffers are, unless it turns out that requests of that size are
 * lost while smaller ones are not. Some servers collect a message in a pool of lines that holds less than one of their
 * buffers, and drop what does not fit without a word (protocol.md 7.3); some networks do the same.
 *
 * <p>What was lost twice at a size that was never answered is too large. Then half of it is tried, and between what works
 * and what does not, until the two are a fragment apart. What was answered once is never given up.
 */
final class MessageSize {

    /** Any message may be lost once. */
    private static final int LOSSES_THAT_TELL = 2;

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

    /** Whether a message of this size was never answered, so that its loss tells something. */
    boolean isUnproven(int size) {
        return size > works;
    }

    /**
     * A message of this size was answered.
     *
     * @return whether the limit is another now
     */
    boolean answered(int size) {
        if (size <= works) {
            return false;
        }
        boolean all = size >= limit - SPARE && size <= limit;
        works = all ? limit : size;
        if (all) {
            losses = 0;
        }
        return works >= limit && limit < full && become(between());
    }

    /**
     * A message of this size was lost, although the server answers others.
     *
     * @param copies how many transmissions of it were lost
     * @return whether the limit is another now
     */
    boolean lost(int size, int copies) {
        if (size <= works || size > limit) {
            return false;
        }
        losses += copies;
        if (losses < LOSSES_THAT_TELL || limit <= SMALLEST) {
            return false;
        }
        fails = Math.min(fails, size);
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
