package io.github.camelsmp.protocol.serial;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds messages in a stream that boot banners and log text share with them (protocol.md 7.4). Takes chunks of any
 * size; what is not part of a message comes out as lines of text. Not safe for use by several threads at once.
 */
public final class ConsoleDecoder {

    /** The longest line of a message, and the longest piece of text, in bytes, unless said otherwise. */
    public static final int LONGEST_LINE = 4096;

    /** Hears what was found, in the order of the stream, on the thread that feeds. */
    public interface Listener {

        /** A whole message with a right checksum; its content is not looked at. The array is the listener's. */
        void message(byte[] message);

        /** A line of text without its line end; what is not UTF-8 in it is replaced. */
        void line(String line);

        /**
         * Text as it was printed, with its line ends, as soon as it is known to be no message; the same text comes as
         * lines once they have ended. The bytes may be overwritten afterwards.
         */
        default void text(byte[] source, int offset, int length) {}

        /** Something that began like a message and turned out not to be one, and what it was. */
        void discarded(String reason);
    }

    private enum Within {
        TEXT,
        FIRST_LINE,
        CONTINUATION_LINE
    }

    private static final int NOTHING = -1;
    private static final byte[] LINE_END = {'\n'};

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Listener listener;
    private final int longestLine;
    private final ConsoleFrame frame;
    private final ByteBuild text = new ByteBuild();
    private final ByteBuild line = new ByteBuild();
    private Within within = Within.TEXT;

    /** A byte that may be the first of a marker, until the next one tells. */
    private int heldBack = NOTHING;

    /** Takes lines of up to {@link #LONGEST_LINE} bytes, more than any server sends unless it was built to. */
    public ConsoleDecoder(Listener listener) {
        this(listener, LONGEST_LINE);
    }

    /** @param longestLine bytes between marker and newline beyond which a line is taken for noise, at least 4 */
    public ConsoleDecoder(Listener listener, int longestLine) {
        if (longestLine < 4) {
            throw new IllegalArgumentException("longestLine is " + longestLine + ", it must be at least 4");
        }
        this.listener = listener;
        this.longestLine = longestLine;
        this.frame = new ConsoleFrame(listener);
    }

    /** Goes on with the next bytes of the stream. */
    public void feed(byte[] chunk, int offset, int length) {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            if (heldBack != NOTHING) {
                position += decideAboutHeldBack(chunk[position]);
                continue;
            }
            int stop = endOfRun(chunk, position, end);
            if (stop < end && chunk[stop] == '\n') {
                newline(chunk, position, stop - position);
            } else {
                keep(chunk, position, stop - position);
                heldBack = stop < end ? chunk[stop] : NOTHING;
            }
            position = stop + 1;
        }
    }

    /** Whether there is text that no newline has ended yet. */
    public boolean hasHalfLine() {
        return text.size() > 0;
    }

    /** Hands out text that no newline has ended yet, such as a prompt. */
    public void flushLine() {
        if (text.size() > 0) {
            emitText();
        }
    }

    /** Where the next newline or possible marker is. */
    private static int endOfRun(byte[] chunk, int from, int end) {
        int position = nextLow(chunk, from, end);
        while (position < end && chunk[position] != '\n' && !ConsoleMarker.mayBegin(chunk[position])) {
            position = nextLow(chunk, position + 1, end);
        }
        return position;
    }

    /** Where the next byte of 0 to 0x0a is, found eight at a time: newline and markers are such, base64 and text not. */
    private static int nextLow(byte[] chunk, int from, int end) {
        int position = from;
        for (; position <= end - 8; position += 8) {
            long bytes = (long) EIGHT_BYTES.get(chunk, position);
            long low = bytes - 0x0b0b0b0b0b0b0b0bL & ~bytes & 0x8080808080808080L;
            if (low != 0) {
                return position + (Long.numberOfTrailingZeros(low) >> 3);
            }
        }
        while (position < end && (chunk[position] < 0 || chunk[position] > '\n')) {
            position++;
        }
        return position;
    }

    /** Says how many bytes it used up: the second one of a marker, or none. */
    private int decideAboutHeldBack(byte next) {
        int first = heldBack;
        heldBack = NOTHING;
        if (!ConsoleMarker.completes(first, next)) {
            keep(new byte[] {(byte) first}, 0, 1);
            return 0;
        }
        if (within != Within.TEXT) {
            abandonLine("a line that another one cut off");
        }
        within = first == ConsoleMarker.START_1 ? Within.FIRST_LINE : Within.CONTINUATION_LINE;
        return 1;
    }

    private void keep(byte[] source, int offset, int length) {
        if (within == Within.TEXT) {
            addText(source, offset, length);
            return;
        }
        int room = longestLine - line.size();
        line.add(source, offset, Math.min(room, length));
        if (length > room) {
            abandonLine("a line of more than " + longestLine + " bytes");
            addText(source, offset + room, length - room);
        }
    }

    private void newline(byte[] source, int offset, int length) {
        if (within != Within.TEXT && line.size() == 0 && length <= longestLine) {
            endLine(source, offset, length);
            return;
        }
        keep(source, offset, length);
        if (within == Within.TEXT) {
            endText();
        } else {
            endLine(line.array(), 0, line.size());
        }
    }

    private void endLine(byte[] source, int offset, int length) {
        boolean starts = within == Within.FIRST_LINE;
        within = Within.TEXT;
        line.clear();
        if (!frame.accept(starts, source, offset, length)) {
            addText(source, offset, length);
            endText();
        }
    }

    /** Log text was mixed into it: whoever reads the console shall see what there was. */
    private void abandonLine(String reason) {
        within = Within.TEXT;
        addText(line.array(), 0, line.size());
        line.clear();
        frame.drop(reason);
    }

    private void addText(byte[] source, int offset, int length) {
        if (length > 0) {
            listener.text(source, offset, length);
        }
        int from = offset;
        int end = offset + length;
        while (end - from > LONGEST_LINE - text.size()) {
            int piece = LONGEST_LINE - text.size();
            text.add(source, from, piece);
            from += piece;
            emitText();
        }
        text.add(source, from, end - from);
    }

    private void endText() {
        listener.text(LINE_END, 0, LINE_END.length);
        emitText();
    }

    private void emitText() {
        String emitted = text.line();
        text.clear();
        listener.line(emitted);
    }
}
