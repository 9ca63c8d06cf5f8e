package io.github.camelsmp.benchmarks;

import io.github.camelsmp.protocol.serial.ConsoleEncoder;

/** How long a message is on a serial console. */
final class ConsoleLength {

    private static final int LINE = 128;

    private ConsoleLength() {}

    /** Bytes on the wire of a message of so many bytes, in lines of 128. */
    static int of(int message) {
        return new ConsoleEncoder(LINE).encode(new byte[message]).length;
    }
}
