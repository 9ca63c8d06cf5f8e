package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnectionListener;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Serial ports, played by pseudo-terminals. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@EnabledOnOs({OS.LINUX, OS.MAC})
class SerialTransportTest {
    private final SmpResources resources = SmpResources.create();
    private final SimulatedDevice device = SimulatedDevice.builder("serial-board")
            .buffers(1024, 4)
            .running(FirmwareImage.ofSize("1.0.0", 20_000))
            .build();

    @AfterEach
    void closeAll() {
        resources.close();
        device.close();
    }

    private SmpConnection connection(Path path) {
        return resources.connection(new SmpAddress("serial", path.toString()), SmpClientOptions.DEFAULT);
    }

    @Test
    void echoesWithConsoleFraming() {
        PseudoTerminal port = device.openPseudoTerminal();
        SmpConnection connection = connection(port.path());

        assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
        assertThat(connection.largestMessage()).isEqualTo(1020);
        assertThat(connection.largestWindow()).isEqualTo(3);
    }

    @Test
    void echoesWithRawFraming() {
        PseudoTerminal port = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withFraming(Framing.RAW));
        SmpConnection connection = resources.connection(
                new SmpAddress("serial", port.path().toString()),
                SmpClientOptions.DEFAULT.withTransport(TransportOptions.DEFAULT.withFraming(Framing.RAW)));

        assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
        assertThat(connection.largestMessage()).isEqualTo(1024);
        assertThat(connection.largestWindow()).isEqualTo(1);
    }

    @Test
    void messagesOfTheLargestSizePassBothWays() {
        SmpConnection connection = connection(device.openPseudoTerminal().path());
        connection.connect().join();
        String text = "x".repeat(1020 - 8 - 1 - 2 - 3);

        assertThat(connection.send(new Echo(text)).join().text()).isEqualTo(text);
        assertThat(device.traffic().tooLarge()).isZero();
    }

    @Test
    void manyRequestsAtOnceAreAllAnswered() {
        SmpConnection connection = connection(device.openPseudoTerminal().path());

        var answers = IntStream.range(0, 500)
                .mapToObj(i -> connection.send(new Echo("echo " + i)))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().text()).isEqualTo("echo " + i);
        }
        assertThat(connection.counters().retransmissions()).isZero();
    }

    @Test
    void textOfTheDeviceIsHeardAsConsoleLines() throws Exception {
        SmpConnection connection = connection(device.openPseudoTerminal().path());
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        connection.listen(new SmpConnectionListener() {
            @Override
            public void console(String line) {
                lines.add(line);
            }
        });
        connection.connect().join();

        device.print("[00:00:01] <inf> app: hi\r\n");

        assertThat(lines.take()).isEqualTo("[00:00:01] <inf> app: hi");
    }

    @Test
    void aPortThatIsPulledOutAndPutBackIsFoundAgainByItsLink(@TempDir Path folder) throws Exception {
        Path link = folder.resolve("usb-board-if00");
        PseudoTerminal port = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
        SmpConnection connection = connection(link);
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        connection.listen(new SmpConnectionListener() {
            @Override
            public void connected(Optional<McumgrParameters> parameters) {
                events.add("connected");
            }

            @Override
            public void disconnected(SmpTransportException reason) {
                events.add(reason.getMessage());
            }
        });
        connection.keepOpen();
        assertThat(events.take()).isEqualTo("connected");

        port.unplug();
        assertThat(events.take())
                .isEqualTo("serial:" + link + ": the port is gone: the device was unplugged or is starting anew");
        var answer = connection.send(new Echo("hello"));
        port.replug();

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(events.take()).isEqualTo("connected");
    }

    @Test
    void letGoAndOpenedAgainAtOnceThePortIsFree() {
        SmpConnection connection = connection(device.openPseudoTerminal().path());

        for (int i = 0; i < 20; i++) {
            connection.connect().join();
            connection.letGo().join();
        }

        assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
    }

    @Test
    void aPortThatIsOpenAlreadyIsNotOpenedTwice() {
        Path path = device.openPseudoTerminal().path();
        connection(path).connect().join();

        assertThatThrownBy(connection(path).connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessage(
                        "serial:" + path
                                + ": the port cannot be opened: it is open already in this program, perhaps under another name");
    }

    @Test
    void aMissingPortIsNamedInTheError(@TempDir Path folder) {
        Path missing = folder.resolve("tty");

        assertThatThrownBy(connection(missing).connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageStartingWith("serial:" + missing + ": there is no such port; plug the device in");
    }

    @Test
    void whatIsNoSerialPortIsNamedInTheError(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes"), "text");

        for (Path path : List.of(file, folder)) {
            assertThatThrownBy(connection(path).connect()::join)
                    .cause()
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessage("serial:" + path + ": the port cannot be opened: this is no serial port");
        }
    }

    @Test
    void threadsOfAPortEndWithIt() throws Exception {
        Path path = device.openPseudoTerminal().path();
        SmpConnection connection = connection(path);
        connection.connect().join();
        Thread reader = threadsOf(path).get(0);

        connection.close();
        reader.join();

        assertThat(threadsOf(path)).isEmpty();
    }

    private static List<Thread> threadsOf(Path path) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("smp-read-" + path)
                        || thread.getName().startsWith("smp-write-" + path))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/ttyACM0, /dev/ttyACM0",
        "ttyUSB1, /dev/ttyUSB1",
        "com7, COM7",
        "'\\\\.\\COM10', COM10",
        "/dev/serial/by-id/usb-A Board-if00, /dev/serial/by-id/usb-A Board-if00",
    })
    void everySpellingBecomesOne(String address, String normalised) {
        assertThat(new SerialTransportProvider().normalise(address)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({"*", "''", "/dev/", "/dev/tty*"})
    void whatNamesNoPortIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialTransportProvider().normalise(address))
                .withMessageStartingWith("'" + address + "' names no serial port");
    }
}
