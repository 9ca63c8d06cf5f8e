package io.github.camelsmp.examples.firstupgrade;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows an upgrade on a terminal, or as plain lines where there is none. The routes call it. */
public final class UpgradeDisplay {

    private static final int BAR_WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private long tenthsPrinted = -1;

    /**
     * @param out where to print
     * @param terminal whether {@code out} can redraw a line
     */
    public UpgradeDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** What the board runs before. */
    public synchronized void before(List<Map<String, Object>> images) {
        out.println("before   " + running(images));
    }

    /** What the board runs after. */
    public synchronized void after(List<Map<String, Object>> images) {
        out.println("after    " + running(images));
    }

    /** A step of the upgrade began or ended. */
    public synchronized void stage(Map<String, Object> event) {
        if ("began".equals(event.get("state"))) {
            out.println("stage    " + event.get("stage"));
            tenthsPrinted = -1;
        }
    }

    /** So much of the image is on the board. */
    public synchronized void progress(Map<String, Object> event) {
        long offset = number(event.get("offset"));
        long length = number(event.get("length"));
        if (terminal) {
            out.print("\r" + bar(offset, length, number(event.get("bytesPerSecond"))));
            out.print(offset == length ? System.lineSeparator() : "");
            out.flush();
        } else if (10 * offset / length > tenthsPrinted) {
            tenthsPrinted = 10 * offset / length;
            out.printf(Locale.ROOT, "upload   %3d %%%n", 100 * offset / length);
        }
    }

    /** What came of it. */
    public synchronized void upgraded(Map<String, Object> result) {
        out.printf(
                Locale.ROOT,
                "outcome  %s in %.1f s%n",
                result.get("outcome"),
                ((Number) result.get("seconds")).doubleValue());
    }

    private static String running(List<Map<String, Object>> images) {
        return images.stream()
                .filter(image -> Boolean.TRUE.equals(image.get("active")))
                .map(image -> "version " + image.get("version") + (isConfirmed(image) ? ", confirmed" : ", on trial"))
                .findFirst()
                .orElse("nothing that the board would name");
    }

    private static boolean isConfirmed(Map<String, Object> image) {
        return Boolean.TRUE.equals(image.get("confirmed"));
    }

    private static String bar(long offset, long length, long bytesPerSecond) {
        int filled = (int) (BAR_WIDTH * offset / length);
        return String.format(
                Locale.ROOT,
                "upload   %s%s %3d %%  %6.1f kB/s",
                "█".repeat(filled),
                "░".repeat(BAR_WIDTH - filled),
                100 * offset / length,
                bytesPerSecond / 1000.0);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
