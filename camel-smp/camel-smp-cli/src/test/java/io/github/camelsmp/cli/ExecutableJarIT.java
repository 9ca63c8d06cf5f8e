package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as the one file that users start, with the services and the native code it needs. */
@Timeout(120)
class ExecutableJarIT {

    private static String smp(String... arguments) throws Exception {
        Process process = Program.java("-jar", Path.of("target", "smp-cli.jar").toString())
                .start(arguments);
        String output = Program.output(process, "");
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
        return output;
    }

    @Test
    void reachesABoardOverEveryLine() throws Exception {
        try (SimulatedDevice board = SimulatedDevice.builder("jar").build()) {
            assertThat(smp("echo", board.listenUdp(0).address())).isEqualTo("hello\n");
            assertThat(smp("echo", board.listenTcp(0).address())).isEqualTo("hello\n");
            assertThat(smp("echo", board.openPseudoTerminal().address())).isEqualTo("hello\n");
        }
    }

    @Test
    void knowsItsVersion() throws Exception {
        assertThat(smp("--version")).matches("smp \\d+\\.\\d+\\.\\d+.*\n");
    }
}
