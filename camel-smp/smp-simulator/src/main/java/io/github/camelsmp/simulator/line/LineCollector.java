package io.github.camelsmp.simulator.line;

import java.io.ByteArrayOutputStream;

/** Cuts a stream of bytes at line feeds. */
final class LineCollector {

    private static final int LINE_FEED = '\n';

    private final int longest;
    private final Lines lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int length;

    /** Takes lines. */
    interface Lines {

        /**
         * One line.
         *
         * @param line its bytes without the line feed, cut where the line buffer ended
         * @param fits whether it was whole
         */
        void line(byte[] line, boolean fits);
    }

    /**
     * @param longest bytes of a line buffer, the line feed included
     */
    LineCollector(int longest, Lines lines) {
        this.longest = longest;
        this.lines = lines;
    }

    void feed(byte[] bytes) {
        for (byte b : bytes) {
            length++;
            if (b == LINE_FEED) {
                byte[] whole = line.toByteArray();
                boolean fits = length <= longest;
                line.reset();
                length = 0;
                lines.line(whole, fits);
            } else if (length < longest) {
                line.write(b);
            }
        }
    }
}
