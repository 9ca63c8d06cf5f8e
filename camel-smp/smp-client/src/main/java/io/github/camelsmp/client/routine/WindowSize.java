package io.github.camelsmp.client.routine;

/**
 * How many requests may be in flight: a number that was given, or one that is found out between 1 and what the device
 * has buffers for. It starts at the top, halves with every loss, falls to 1 when a second loss follows without an
 * answer in between, and is tried one higher after a number of good answers; a try that fails doubles that number.
 */
final class WindowSize {

    private static final int ANSWERS_BEFORE_FIRST_PROBE = 16;
    private static final int ANSWERS_BEFORE_LAST_PROBE = 256;

    private final boolean adaptive;
    private int largest;
    private int size;
    private int goodAnswers;
    private int goodAnswersToProbe = ANSWERS_BEFORE_FIRST_PROBE;
    private boolean probing;
    private boolean lossUnanswered;

    private WindowSize(boolean adaptive, int size) {
        this.adaptive = adaptive;
        this.size = size;
        this.largest = size;
    }

    /** The size of an option: 0 finds it out. */
    static WindowSize of(int option) {
        return option == 0 ? new WindowSize(true, 1) : new WindowSize(false, option);
    }

    /** How many requests the device can have outstanding. */
    void allow(int outstanding) {
        if (adaptive && outstanding != largest) {
            largest = outstanding;
            size = outstanding;
        }
    }

    int get() {
        return size;
    }

    void loss() {
        if (!adaptive) {
            return;
        }
        if (probing) {
            goodAnswersToProbe = Math.min(ANSWERS_BEFORE_LAST_PROBE, 2 * goodAnswersToProbe);
        }
        size = lossUnanswered ? 1 : Math.max(1, size / 2);
        lossUnanswered = true;
        probing = false;
        goodAnswers = 0;
    }

    void goodAnswer() {
        lossUnanswered = false;
        if (!adaptive || size >= largest) {
            return;
        }
        goodAnswers++;
        if (goodAnswers >= goodAnswersToProbe) {
            size++;
            probing = true;
            goodAnswers = 0;
        }
    }
}
