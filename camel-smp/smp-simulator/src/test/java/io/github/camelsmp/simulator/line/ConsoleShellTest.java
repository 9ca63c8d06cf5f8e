package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.group.SimulatedShell;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A shell as somebody at a terminal sees it. */
class ConsoleShellTest {

    private static final String PROMPT = "\u001b[1;32muart:~$ \u001b[m";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final SimulatedShell commands = SimulatedShell.withBasics();
    private final ConsoleShell shell =
            new ConsoleShell(line -> commands.execute(line).output(), shown::writeBytes);

    private void type(String keys) {
        shell.feed(keys.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineIsEchoedKeyByKeyAndExecutedAtItsEnd() {
        type("echo ");
        assertThat(shown).hasToString("echo ");

        type("grüße\r\n");

        assertThat(shown).hasToString("echo grüße\r\ngrüße\r\n" + PROMPT);
    }

    @Test
    void anEmptyLineShowsThePrompt() {
        type("\r\n");

        assertThat(shown).hasToString("\r\n" + PROMPT);
    }

    @Test
    void keysAreRubbedOutUntilNoneIsLeft() {
        type("x\u007f\u007f\becho\n");

        assertThat(shown).hasToString("x\b \becho\r\n\r\n" + PROMPT);
    }

    @Test
    void controlCGivesUpTheLine() {
        type("echo never\u0003\r");

        assertThat(shown).hasToString("echo never\r\n" + PROMPT + "\r\n" + PROMPT);
    }

    @Test
    void linesOfMessagesAreNotForIt() {
        type("ec\u0006\tAAo=\n\u0004\u0014AAAA\nho hi\n");

        assertThat(shown).hasToString("echo hi\r\nhi\r\n" + PROMPT);
    }

    @Test
    void otherKeysDoNothing() {
        type("\u0001\u0007");

        assertThat(shown.size()).isZero();
    }
}
