package io.github.camelsmp.cli;

import java.util.regex.Pattern;

/** What becomes of colours and other commands to a terminal in text of a device. */
enum Ansi {
    /** They are left out. */
    strip,
    /** They go to the terminal. */
    keep;

    /** Control sequences such as colours, and escapes of two characters. */
    private static final Pattern SEQUENCE = Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\-_])");

    String apply(String text) {
        return this == keep ? text : SEQUENCE.matcher(text).replaceAll("");
    }
}
