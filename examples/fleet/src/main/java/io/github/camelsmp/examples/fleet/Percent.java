package io.github.camelsmp.examples.fleet;

/** Lets through of the progress of one device what a person would look at: a step of so many percent, and the end. */
final class Percent {

    private static final int WHOLE = 100;

    private final int step;
    private long told = -1;

    /** @param step in percent, 1 to 100 */
    Percent(int step) {
        if (step < 1 || step > WHOLE) {
            throw new IllegalArgumentException("fleet.percent is " + step + ", 1 to 100 are possible");
        }
        this.step = step;
    }

    /** Whether another step is reached. A device that forgot what it had does not begin anew here. */
    boolean isNews(long offset, long length) {
        long reached = of(offset, length) / step;
        boolean news = reached > told;
        told = Math.max(told, reached);
        return news;
    }

    /** How many percent. */
    static long of(long offset, long length) {
        return length == 0 ? WHOLE : offset * WHOLE / length;
    }
}
