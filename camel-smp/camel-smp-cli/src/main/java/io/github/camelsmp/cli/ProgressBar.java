package io.github.camelsmp.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A bar where a line can be written over, and a line for each tenth elsewhere. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 32;
    private static final int TENTHS = 10;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintWriter out;
    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private String stage;
    private int image = -1;
    private long startTime;
    private long startOffset;
    private long lastDrawn;
    private long tenthsTold;
    private boolean lineOpen;

    /**
     * @param stage what is under way until somebody tells of another stage
     * @param nanoTime a clock of which only differences mean something
     */
    ProgressBar(String stage, PrintWriter out, Terminal terminal, LongSupplier nanoTime) {
        this.stage = stage;
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void stage(String name, boolean ended) {
        if (!ended) {
            endLine();
            stage = name;
            image = -1;
            out.println(name);
            out.flush();
        }
    }

    @Override
    public synchronized void progress(int number, long offset, long length) {
        long now = nanoTime.getAsLong();
        boolean first = number != image;
        if (first) {
            endLine();
            image = number;
            startTime = now;
            startOffset = offset;
            tenthsTold = -1;
        }
        if (terminal.redraws()) {
            redraw(now, first || offset >= length, offset, length);
        } else {
            tell(now, offset, length);
        }
    }

    private void redraw(long now, boolean always, long offset, long length) {
        if (always || now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            lineOpen = true;
            out.print("\r" + bar(offset, length) + "  " + figures(now, offset, length) + "   ");
            out.flush();
        }
    }

    private void tell(long now, long offset, long length) {
        long tenths = length == 0 ? TENTHS : TENTHS * offset / length;
        if (tenths > tenthsTold) {
            tenthsTold = tenths;
            out.println(stage + "  " + figures(now, offset, length));
            out.flush();
        }
    }

    private String bar(long offset, long length) {
        int filled = length == 0 ? WIDTH : (int) (WIDTH * offset / length);
        String full = terminal.blocks() ? "█" : "#";
        String empty = terminal.blocks() ? "░" : ".";
        return full.repeat(filled) + empty.repeat(WIDTH - filled);
    }

    private String figures(long now, long offset, long length) {
        double seconds = (now - startTime) / 1e9;
        double rate = seconds > 0 ? (offset - startOffset) / seconds : 0;
        long percent = length == 0 ? 100 : 100 * offset / length;
        return String.format(
                Locale.ROOT,
                "%3d %%  %s of %s  %s/s  %s",
                percent,
                size(offset),
                size(length),
                size(rate),
                time(seconds, length - offset, rate));
    }

    private static String time(double seconds, long left, double rate) {
        if (left <= 0) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return rate > 0 ? String.format(Locale.ROOT, "%.0f s left", left / rate) : "";
    }

    private static String size(double bytes) {
        if (bytes < 1000) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1000)
                : String.format(Locale.ROOT, "%.2f MB", bytes / 1_000_000);
    }

    private void endLine() {
        if (lineOpen) {
            out.println();
            out.flush();
            lineOpen = false;
        }
    }

    @Override
    public synchronized void close() {
        endLine();
    }
}
