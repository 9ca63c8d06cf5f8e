package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.DeviceConsole;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys to a device, and its text back, on the lines that carry messages as well. */
@Timeout(60)
class DeviceConsoleTest {

    private static final String PROMPT = "\u001b[1;32muart:~$ \u001b[m";

    private final SimulatedDevice device =
            SimulatedDevice.builder("console").shellOnConsole().build();
    private final SmpResources resources = SmpResources.create();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Screen screen = new Screen();

    @AfterEach
    void close() {
        resources.close();
        device.close();
    }

    private DeviceConsole console(String address) {
        return resources.console(SmpAddress.parse(address), SmpClientOptions.DEFAULT, screen);
    }

    private static byte[] keys(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "serial"})
    @DisabledOnOs(OS.WINDOWS)
    void everyKeyComesBackAtOnceAndALineIsExecuted(String line) throws Exception {
        DeviceConsole console = console(
                line.equals("tcp")
                        ? device.listenTcp(0).address()
                        : device.openPseudoTerminal().address());
        console.open().join();

        console.type(keys("kernel versioX")).join();
        screen.await("kernel versioX");
        console.type(keys("\bn\r")).join();

        screen.await("kernel versioX\b \bn\r\nZephyr version 4.2.0\n" + PROMPT);
    }

    @Test
    void messagesAreLeftOut() throws Exception {
        DeviceConsole console = console(device.listenTcp(0).address());
        console.open().join();
        byte[] echo = HexFormat.of().parseHex("0a000008000000 00a1616462 6869".replace(" ", ""));

        console.type(new ConsoleEncoder(128).encode(echo)).join();
        device.print("[00:01] <inf> answered\r\n");
        console.type(keys("\r")).join();

        screen.await("[00:01] <inf> answered\r\n\r\n" + PROMPT);
        assertThat(device.traffic().requests()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLineThatBrokeIsOpenedAgain(@TempDir Path folder) throws Exception {
        PseudoTerminal port =
                device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(folder.resolve("board")));
        DeviceConsole console = console(port.address());
        console.open().join();
        assertThat(events.take()).isEqualTo("opened");

        port.unplug();
        assertThat(events.take()).contains("the port is gone");
        assertThatThrownBy(() -> console.type(keys("lost")).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SmpTransportException.class)
                .hasMessageContaining("the line is not open");
        port.replug();
        assertThat(events.take()).isEqualTo("opened");
        console.type(keys("back")).join();

        screen.await("back");
    }

    @Test
    void whatIsPrintedComesByLineAsWell() throws Exception {
        DeviceConsole console = console(device.listenTcp(0).address());
        console.open().join();
        assertThat(events.take()).isEqualTo("opened");
        console.type(keys("\r")).join();
        screen.await("\r\n" + PROMPT);
        assertThat(events.take()).isEmpty();

        device.print("booting\r\n");

        assertThat(events.take()).isEqualTo(PROMPT + "booting");
    }

    @Test
    void whatCannotBeOpenedFailsAtOnce() {
        DeviceConsole console = console("tcp:127.0.0.1:1");

        assertThatThrownBy(() -> console.open().join())
                .hasCauseInstanceOf(SmpTransportException.class)
                .hasMessageContaining("nobody listens on port 1");
    }

    @Test
    void aLineWithoutAConsoleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> console("udp:127.0.0.1"))
                .withMessage("udp:127.0.0.1:1337 has no console;"
                        + " serial: and tcp: lines have one, with console framing");
        SmpClientOptions raw =
                SmpClientOptions.DEFAULT.withTransport(TransportOptions.DEFAULT.withFraming(Framing.RAW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resources.console(SmpAddress.parse("tcp:127.0.0.1:4001"), raw, screen))
                .withMessageContaining("has no console");
    }

    @Test
    void nothingIsTypedOnceItIsClosed() {
        DeviceConsole console = console(device.listenTcp(0).address());
        console.open().join();

        console.close();

        assertThatThrownBy(() -> console.type(keys("x")).join()).hasCauseInstanceOf(SmpTransportException.class);
    }

    private final class Screen implements DeviceConsole.Listener {

        private final StringBuilder shown = new StringBuilder();

        @Override
        public synchronized void text(byte[] text) {
            shown.append(new String(text, StandardCharsets.UTF_8));
            notifyAll();
        }

        @Override
        public void line(String line) {
            events.add(line);
        }

        @Override
        public void opened() {
            events.add("opened");
        }

        @Override
        public void broke(SmpTransportException reason) {
            events.add(reason.getMessage());
        }

        /** Waits until exactly this was printed. */
        synchronized void await(String text) throws InterruptedException {
            while (!shown.toString().equals(text)) {
                wait();
            }
        }
    }
}
