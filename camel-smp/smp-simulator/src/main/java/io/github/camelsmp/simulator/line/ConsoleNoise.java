package io.github.camelsmp.simulator.line;

/**
 * Text on a serial line that it shares with SMP (protocol.md 7.4).
 *
 * @param atBoot printed when the device comes up
 * @param beforeAnswers printed in front of every answer
 * @param betweenLines printed between the lines of an answer
 * @param insideLines printed in the middle of a line of an answer, which destroys that answer
 * @param insideEvery every that many-th answer is destroyed so; 0 for none
 */
public record ConsoleNoise(
        String atBoot, String beforeAnswers, String betweenLines, String insideLines, int insideEvery) {

    /** Nothing but SMP. */
    public static final ConsoleNoise NONE = new ConsoleNoise("", "", "", "", 0);

    /** What Zephyr and MCUboot print at each boot. */
    public static final ConsoleNoise BANNER =
            NONE.withAtBoot("*** Booting MCUboot v2.4.0 ***\r\n*** Booting Zephyr OS build v4.4.0 ***\r\n");

    /** Printed when the device comes up. */
    public ConsoleNoise withAtBoot(String text) {
        return new ConsoleNoise(text, beforeAnswers, betweenLines, insideLines, insideEvery);
    }

    /** Printed in front of every answer. */
    public ConsoleNoise withBeforeAnswers(String text) {
        return new ConsoleNoise(atBoot, text, betweenLines, insideLines, insideEvery);
    }

    /** Printed between the lines of an answer. */
    public ConsoleNoise withBetweenLines(String text) {
        return new ConsoleNoise(atBoot, beforeAnswers, text, insideLines, insideEvery);
    }

    /** Printed in the middle of a line of every that many-th answer, which destroys it. */
    public ConsoleNoise withInsideLines(String text, int every) {
        return new ConsoleNoise(atBoot, beforeAnswers, betweenLines, text, every);
    }
}
