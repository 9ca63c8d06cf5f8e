package io.github.camelsmp.cli;

import java.util.List;

/**
 * What a command has to say in the end.
 *
 * @param values for programs, each printed as JSON on a line of its own
 * @param text for people; nothing is printed if it is empty
 * @param exitCode what the process ends with
 */
record Reply(List<Object> values, String text, ExitCode exitCode) {

    /** All went well, and everything was said before. */
    static final Reply NOTHING = new Reply(List.of(), "", ExitCode.DONE);

    /** All went well; people see the value as {@link Text} shows it. */
    static Reply of(Object value) {
        return of(value, Text.of(value));
    }

    /** All went well; people read something else than programs. */
    static Reply of(Object value, String text) {
        return new Reply(List.of(value), text, ExitCode.DONE);
    }

    /** The same with another end. */
    Reply endingWith(ExitCode code) {
        return new Reply(values, text, code);
    }
}
