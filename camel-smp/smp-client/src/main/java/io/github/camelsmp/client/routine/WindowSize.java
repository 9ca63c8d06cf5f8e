package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;

/**
 * How many requests may be in flight: a number that was given, or one that is found out between 1 and what the device
 * has buffers for.
 *
 * <p>It starts at the top, unless told otherwise. A link loses messages however many are in flight, so a loss alone is no
 * reason to send fewer; a device that has less room than it says loses them only when there are too many. The two differ
 * in what happens with fewer: losses that come thick, on a console the first one, make it try half as many, and it stays
 * there if they stop. A device that says itself that it has no memory is believed at once. What was given up is tried
 * again, one more after a number of good answers, and that number doubles whenever the try fails.
 */
final class WindowSize {

    /** Losses come thick when there is more than one for so many good answers. */
    private static final int ANSWERS_FOR_A_LOSS = 8;

    /** Losses ahead of the good answers that make them thick; doubled when fewer requests lose as many. */
    private static final int FIRST_SURPLUS = 3;

    /** The same on a console, which loses little by itself. */
    private static final int FIRST_SURPLUS_ON_CONSOLE = 1;

    private static final int LAST_SURPLUS = 48;

    /** The same after a try with one request more, which is given up sooner than a size that was good for long. */
    private static final int SURPLUS_WHEN_PROBING = 2;

    /** Good answers without a loss that show that fewer requests are the cure; a lossy link seldom brings as many. */
    private static final int ANSWERS_AFTER_SHRINKING = 32;

    private static final int ANSWERS_OF_A_PROBE = 16;
    private static final int ANSWERS_BEFORE_FIRST_PROBE = 16;

    /** The same once fewer requests were the cure: the device will not have more room in a moment. */
    private static final int ANSWERS_BEFORE_PROBE_OF_CURED = 128;

    private static final int ANSWERS_BEFORE_LAST_PROBE = 1024;

    /** What the size is, beside being in force. */
    private enum Standing {
        PROVEN,
        /** Smaller than before, to see whether the losses stop. */
        SHRUNK,
        /** One larger than what was proven. */
        PROBING
    }

    private final boolean adaptive;
    private final boolean fromBelow;
    private int largest;
    private int size;
    private int sizeBefore;
    private Standing standing = Standing.PROVEN;
    private int debt;
    private int surplus;
    private int goodAnswers;
    private int answersToProbe = ANSWERS_BEFORE_FIRST_PROBE;

    private WindowSize(boolean adaptive, boolean fromBelow, int size, int surplus) {
        this.adaptive = adaptive;
        this.fromBelow = fromBelow;
        this.surplus = surplus;
        this.size = size;
        this.largest = size;
    }

    /** The size that the option of a channel asks for, as its line has it. */
    static WindowSize on(SmpChannel channel) {
        return of(channel.options().window(), false, channel.isConsole());
    }

    /** The same for requests that are better not lost: more than one are tried as what was given up is. */
    static WindowSize fromBelow(SmpChannel channel) {
        return of(channel.options().window(), true, channel.isConsole());
    }

    /** The size of an option: 0 finds it out. */
    static WindowSize of(int option, boolean fromBelow, boolean console) {
        return option == 0
                ? new WindowSize(true, fromBelow, 1, console ? FIRST_SURPLUS_ON_CONSOLE : FIRST_SURPLUS)
                : new WindowSize(false, fromBelow, option, FIRST_SURPLUS);
    }

    /** How many requests the device can have outstanding. */
    void allow(int outstanding) {
        if (!adaptive || outstanding == largest) {
            return;
        }
        largest = outstanding;
        if (fromBelow && outstanding > 1) {
            become(2, Standing.PROBING);
        } else {
            become(outstanding, Standing.PROVEN);
        }
    }

    int get() {
        return size;
    }

    /** A request, or its answer, was lost; said once for all those that one loss drags along. */
    void loss() {
        if (!adaptive) {
            return;
        }
        debt += ANSWERS_FOR_A_LOSS;
        switch (standing) {
            case PROVEN -> {
                if (size > 1 && debt >= surplus * ANSWERS_FOR_A_LOSS) {
                    sizeBefore = size;
                    become(size / 2, Standing.SHRUNK);
                }
            }
            case SHRUNK -> {
                if (size > 1) {
                    become(size / 2, Standing.SHRUNK);
                } else {
                    surplus = Math.min(LAST_SURPLUS, 2 * surplus);
                    become(sizeBefore, Standing.PROVEN);
                }
            }
            case PROBING -> {
                if (debt >= Math.min(surplus, SURPLUS_WHEN_PROBING) * ANSWERS_FOR_A_LOSS) {
                    stepBack(size - 1);
                }
            }
        }
    }

    /** The device said that it has no memory for a request. */
    void refusal() {
        if (adaptive) {
            stepBack(Math.max(1, size / 2));
        }
    }

    private void stepBack(int smaller) {
        answersToProbe = Math.min(ANSWERS_BEFORE_LAST_PROBE, 2 * answersToProbe);
        become(smaller, Standing.PROVEN);
    }

    private void become(int other, Standing as) {
        size = other;
        standing = as;
        debt = 0;
        goodAnswers = 0;
    }

    void goodAnswer() {
        debt = Math.max(0, debt - 1);
        goodAnswers++;
        if (!adaptive || goodAnswers < answersToNextStep()) {
            return;
        }
        if (standing == Standing.SHRUNK) {
            answersToProbe = Math.max(answersToProbe, ANSWERS_BEFORE_PROBE_OF_CURED);
        }
        if (standing != Standing.PROVEN) {
            become(size, Standing.PROVEN);
        } else if (size < largest) {
            become(size + 1, Standing.PROBING);
        }
    }

    private int answersToNextStep() {
        return switch (standing) {
            case PROVEN -> answersToProbe;
            case SHRUNK -> ANSWERS_AFTER_SHRINKING;
            case PROBING -> ANSWERS_OF_A_PROBE;
        };
    }
}
