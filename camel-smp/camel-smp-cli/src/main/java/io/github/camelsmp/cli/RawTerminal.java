package io.github.camelsmp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/**
 * The terminal this process was started on, key by key: nothing is echoed, edited or taken for a signal. Closing it, and
 * the end of the process, set it back.
 */
final class RawTerminal implements AutoCloseable {

    /** The native ones forget the speed of the line, and a terminal on a serial line hangs up at a speed of 0. */
    private static final String PROVIDERS = "exec,ffm,jni";

    private final Terminal terminal;

    private RawTerminal(Terminal terminal) {
        this.terminal = terminal;
        terminal.enterRawMode();
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(attributes);
    }

    /** Empty where standard input is no terminal, or neither standard output nor standard error is one. */
    static Optional<RawTerminal> open() throws IOException {
        try {
            return Optional.of(new RawTerminal(TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysOutOrSysErr)
                    .dumb(false)
                    .providers(PROVIDERS)
                    .jna(false)
                    .jansi(false)
                    // signals from elsewhere end the process as they always do
                    .nativeSignals(false)
                    .build()));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** What is typed, as bytes. */
    InputStream keys() {
        return terminal.input();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
