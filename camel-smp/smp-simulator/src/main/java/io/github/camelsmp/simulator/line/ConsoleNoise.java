package io.github.camelsmp.simulator.line;

/**
 * Log text on a line that it shares with SMP (protocol.md 7.4).
 *
 * @param beforeAnswers printed in front of every answer
 * @param betweenLines printed between the lines of an answer
 * @param insideLines printed in the middle of a line of an answer, which destroys that answer
 * @param insideEvery every that many-th answer is destroyed so; 0 for none
 */
public record ConsoleNoise(String beforeAnswers, String betweenLines, String insideLines, int insideEvery) {

    /** Nothing but SMP. */
    public static final ConsoleNoise NONE = new ConsoleNoise("", "", "", 0);

    public ConsoleNoise withBeforeAnswers(String text) {
        return new ConsoleNoise(text, betweenLines, insideLines, insideEvery);
    }

    public ConsoleNoise withBetweenLines(String text) {
        return new ConsoleNoise(beforeAnswers, text, insideLines, insideEvery);
    }

    public ConsoleNoise withInsideLines(String text, int every) {
        return new ConsoleNoise(beforeAnswers, betweenLines, text, every);
    }
}
