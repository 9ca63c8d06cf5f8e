package io.github.camelsmp.protocol.serial;

/** The two bytes in front of a console line (protocol.md 7.1). */
final class ConsoleMarker {

    static final int START_1 = 0x06;
    static final int START_2 = 0x09;
    static final int CONTINUATION_1 = 0x04;
    static final int CONTINUATION_2 = 0x14;

    private ConsoleMarker() {}

    /** Whether a marker may begin with this byte. */
    static boolean mayBegin(int first) {
        return first == START_1 || first == CONTINUATION_1;
    }

    /** Whether {@code second} completes the marker that {@code first} may have begun. */
    static boolean completes(int first, int second) {
        return second == (first == START_1 ? START_2 : CONTINUATION_2);
    }
}
