package io.github.camelsmp.simulator.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A shell on the console of a device, as Zephyr has it on a UART: it echoes what is typed, and executes it at the end of
 * the line. Lines of messages are not for it.
 */
final class ConsoleShell {

    private static final String PROMPT = "\u001b[1;32muart:~$ \u001b[m";
    private static final String NEW_LINE = "\r\n";
    private static final byte[] RUBBED_OUT = {'\b', ' ', '\b'};
    private static final int CONTROL_C = 0x03;
    private static final int DELETE = 0x7f;
    private static final int MESSAGE = 0x06;
    private static final int CONTINUATION = 0x04;

    private final UnaryOperator<String> commands;
    private final Consumer<byte[]> out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean inMessage;
    private byte previous;

    /**
     * @param commands what is printed for a line
     * @param out takes what is printed
     */
    ConsoleShell(UnaryOperator<String> commands, Consumer<byte[]> out) {
        this.commands = commands;
        this.out = out;
    }

    void feed(byte[] bytes) {
        for (byte b : bytes) {
            if (inMessage) {
                inMessage = b != '\n';
            } else {
                key(b);
            }
            previous = b;
        }
    }

    private void key(byte key) {
        switch (key) {
            case MESSAGE, CONTINUATION -> inMessage = true;
            case CONTROL_C -> begin(NEW_LINE);
            case DELETE, '\b' -> rubOut();
            case '\r' -> execute();
            case '\n' -> {
                if (previous != '\r') {
                    execute();
                }
            }
            default -> type(key);
        }
    }

    private void type(byte key) {
        boolean printable = key < 0 || key >= ' ';
        if (printable) {
            line.write(key);
            out.accept(new byte[] {key});
        }
    }

    private void rubOut() {
        byte[] typed = line.toByteArray();
        if (typed.length > 0) {
            line.reset();
            line.write(typed, 0, typed.length - 1);
            out.accept(RUBBED_OUT);
        }
    }

    private void execute() {
        String typed = line.toString(StandardCharsets.UTF_8);
        begin(NEW_LINE + (typed.isBlank() ? "" : commands.apply(typed)));
    }

    private void begin(String before) {
        line.reset();
        out.accept((before + PROMPT).getBytes(StandardCharsets.UTF_8));
    }
}
