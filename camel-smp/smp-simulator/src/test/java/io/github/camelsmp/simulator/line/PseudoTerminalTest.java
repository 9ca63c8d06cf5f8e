package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class PseudoTerminalTest {

    private static final String ECHO = "\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6rL\n";
    private static final String ECHOED = "\u0006\tABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==\n";

    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime();
    private final SimulatedDevice device =
            SimulatedDevice.builder("tty").time(time).build();

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void answersThroughARealTerminal() throws IOException {
        PseudoTerminal terminal = device.openPseudoTerminal();

        try (RandomAccessFile port = open(terminal)) {
            assertThat(echo(port)).isEqualTo(ECHOED);
        }
        assertThat(terminal.address()).isEqualTo("serial:" + terminal.path());
    }

    @Test
    void servesOneClientAfterAnother() throws IOException {
        PseudoTerminal terminal = device.openPseudoTerminal();

        for (int i = 0; i < 3; i++) {
            try (RandomAccessFile port = open(terminal)) {
                assertThat(echo(port)).isEqualTo(ECHOED);
            }
        }
    }

    @Test
    void sendsMoreThanATerminalHoldsAtOnce() throws IOException {
        PseudoTerminal terminal = device.openPseudoTerminal();
        String text = ("0123456789abcdef".repeat(4) + "\r\n").repeat(500);

        try (RandomAccessFile port = open(terminal)) {
            device.print(text);

            byte[] read = new byte[text.length()];
            port.readFully(read);
            assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(text);
        }
    }

    @Test
    void isGoneWhenThePlugIsPulledAndBackWhenItIsPutBack() throws IOException {
        Path link = folder.resolve("usb-board");
        PseudoTerminal terminal = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
        assertThat(terminal.path()).isEqualTo(link);

        try (RandomAccessFile port = open(terminal)) {
            terminal.unplug();

            assertThat(isGone(port)).isTrue();
            assertThat(Files.exists(link)).isFalse();
        }
        terminal.replug();

        try (RandomAccessFile port = open(terminal)) {
            assertThat(echo(port)).isEqualTo(ECHOED);
        }
    }

    @Test
    void vanishesWhileAUsbDeviceRestarts() throws IOException {
        Path link = folder.resolve("usb-board");
        PseudoTerminal terminal = device.openPseudoTerminal(
                PseudoTerminal.Options.DEFAULT.withLink(link).withVanishing(true));
        new TestClient(device).send(TestClient.WRITE, 0, 5, Map.of());

        device.powerOff();
        assertThat(Files.exists(link)).isFalse();
        device.powerOn();
        time.advance(Duration.ofSeconds(1));

        try (RandomAccessFile port = open(terminal)) {
            assertThat(echo(port)).isEqualTo(ECHOED);
        }
    }

    private static RandomAccessFile open(PseudoTerminal terminal) throws IOException {
        return new RandomAccessFile(terminal.path().toFile(), "rw");
    }

    private static String echo(RandomAccessFile port) throws IOException {
        port.write(ECHO.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[ECHOED.length()];
        port.readFully(answer);
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private static boolean isGone(RandomAccessFile port) {
        try {
            return port.read() == -1;
        } catch (IOException e) {
            return true;
        }
    }
}
