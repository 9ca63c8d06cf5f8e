package io.github.camelsmp.component;

import java.util.regex.Pattern;

/** Lines a device prints. */
final class ConsoleText {

    /** Control sequences (CSI) such as colours, and the two-character escapes. */
    private static final Pattern ANSI = Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\-_])");

    private ConsoleText() {}

    /** The line without colours and other commands to a terminal. */
    static String withoutAnsi(String line) {
        return line.indexOf('\u001b') < 0 ? line : ANSI.matcher(line).replaceAll("");
    }
}
