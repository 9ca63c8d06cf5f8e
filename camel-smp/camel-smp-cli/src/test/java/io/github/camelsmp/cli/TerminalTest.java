package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code smp terminal} as a process between two pseudo-terminals: the one of a user, and the port of a board. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class TerminalTest {

    private static final int CONTROL_C = 0x03;
    private static final int CONTROL_T = 0x14;
    private static final int LEAVE = 0x1d;
    private static final String PROMPT = "\u001b[1;32muart:~$ \u001b[m";

    private SimulatedDevice board;
    private String address;
    private JniNativePty user;
    private String settings;
    private Optional<Process> running = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        board = SimulatedDevice.builder("terminal").shellOnConsole().build();
        address = board.openPseudoTerminal().address();
        user = (JniNativePty) new JniTerminalProvider().open(null, null);
        settings = settings();
    }

    @AfterEach
    void stop() throws IOException {
        running.ifPresent(Process::destroyForcibly);
        user.close();
        board.close();
    }

    private String settings() throws IOException {
        return user.getAttr().toString();
    }

    private Process terminal(String... options) throws IOException {
        ProcessBuilder builder = Program.builder("terminal", address);
        builder.command().addAll(List.of(options));
        // a session of its own, with this terminal as a shell has it
        builder.command().addAll(0, List.of("setsid", "--ctty"));
        File port = new File(user.getName());
        Process terminal = builder.redirectInput(port).redirectOutput(port).start();
        running = Optional.of(terminal);
        assertThat(terminal.errorReader(StandardCharsets.UTF_8).readLine()).startsWith("connected to " + address);
        return terminal;
    }

    private void type(int... keys) throws IOException {
        for (int key : keys) {
            user.getMasterOutput().write(key);
        }
        user.getMasterOutput().flush();
    }

    private void type(String keys) throws IOException {
        type(keys.chars().toArray());
    }

    /** Reads the screen up to this text. */
    private void await(String text) throws IOException {
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf(text) < 0) {
            shown.append((char) user.getMasterInput().read());
        }
    }

    @Test
    void everyKeyGoesToTheDeviceUntilTheOneThatLeaves() throws Exception {
        Process terminal = terminal();

        type("kernel versioX");
        await("kernel versioX");
        type("\u007fn\r");
        await("Zephyr version 4.2.0\r\n" + PROMPT);
        type("abc");
        type(CONTROL_C);
        await("abc\r\r\n" + PROMPT);
        type(LEAVE);

        assertThat(terminal.waitFor()).isZero();
        assertThat(settings()).isEqualTo(settings);
    }

    @Test
    void anotherKeyMayLeave() throws Exception {
        Process terminal = terminal("--escape=t");

        type(CONTROL_T);

        assertThat(terminal.waitFor()).isZero();
    }

    @Test
    void theTerminalIsSetBackWhenTheProcessIsEnded() throws Exception {
        Process terminal = terminal();
        type("x");
        await("x");
        assertThat(settings()).isNotEqualTo(settings);

        terminal.toHandle().destroy();

        assertThat(terminal.waitFor()).isNotZero();
        assertThat(settings()).isEqualTo(settings);
    }

    @Test
    void whatComesThroughAPipeIsSentAndTheAnswerAwaited() throws Exception {
        Process terminal = Program.smp("terminal", address);

        assertThat(Program.output(terminal, "kernel version\n"))
                .isEqualTo("kernel version\r\nZephyr version 4.2.0\n" + PROMPT);
        assertThat(terminal.waitFor()).isZero();
    }

    @Test
    void linesAreReadByProgramsAsJson() throws Exception {
        Process terminal = Program.smp("terminal", address, "--json");

        String[] lines = Program.output(terminal, "kernel version\n").split("\n");

        assertThat(new ObjectMapper().readTree(lines[1]).get("line").asText()).isEqualTo("Zephyr version 4.2.0");
    }

    @Test
    void nobodyTypesWhereThereIsNoConsole() {
        Run udp = Run.smp("terminal", "udp:127.0.0.1");
        Run key = Run.smp("terminal", address, "--escape=10");

        assertThat(udp.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(udp.err()).contains("udp:127.0.0.1:1337 has no console; serial: and tcp: lines have one");
        assertThat(key.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(key.err()).contains("--escape is '10', it may be a letter or one of [ \\ ] ^ _");
    }
}
