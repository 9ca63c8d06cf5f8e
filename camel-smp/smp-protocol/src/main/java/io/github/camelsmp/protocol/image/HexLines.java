package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;

/** Goes through the lines of an Intel HEX file and follows the addresses they set (protocol.md 19.2). */
final class HexLines {

    private final byte[] text;
    private final HexMemory memory = new HexMemory();
    private long base;
    private boolean ended;

    HexLines(byte[] text) {
        this.text = text;
    }

    HexMemory memory() {
        int from = 0;
        for (int line = 1; from < text.length; line++) {
            int to = endOfLine(from);
            int end = withoutBlanks(from, to);
            if (end > from) {
                take(HexRecord.parse(text, from, end, line));
            }
            from = to + 1;
        }
        if (!ended) {
            throw new SmpImageException("the Intel HEX file has no end record: it is cut short");
        }
        return memory;
    }

    private int endOfLine(int from) {
        int to = from;
        while (to < text.length && text[to] != '\n') {
            to++;
        }
        return to;
    }

    private int withoutBlanks(int from, int to) {
        int end = to;
        while (end > from && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t')) {
            end--;
        }
        return end;
    }

    private void take(HexRecord line) {
        if (ended) {
            throw HexRecord.fault(line.line(), "comes behind the end record");
        }
        switch (line.type()) {
            case HexRecord.DATA -> memory.put(base + line.offset(), line.data(), line.line());
            case HexRecord.END -> ended = true;
            case HexRecord.SEGMENT -> base = (long) line.address() << 4;
            case HexRecord.LINEAR -> base = (long) line.address() << 16;
            case HexRecord.START_SEGMENT, HexRecord.START_LINEAR -> {
                // where a processor starts is nothing to be flashed
            }
            default -> throw HexRecord.fault(line.line(), "is of the unknown type " + line.type());
        }
    }
}
