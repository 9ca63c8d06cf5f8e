package io.github.camelsmp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.line.UdpLine;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of protocol.md 21, byte by byte, through a real socket. */
@Timeout(30)
class VectorsOverUdpTest {

    private static final HexFormat HEX = HexFormat.of();

    private SimulatedDevice device;
    private DatagramSocket socket;
    private UdpLine line;
    private int port;

    @BeforeEach
    void connect() throws IOException {
        device = SimulatedDevice.builder("vectors")
                .running(FirmwareImage.ofSize("1.2.3+4", 136))
                .build();
        line = device.listenUdp(0);
        port = line.port();
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void disconnect() {
        socket.close();
        device.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "echo, 0a00000900000000a161646548656c6c6f, 0b00000a00000000bf61726548656c6c6fff",
        "echo in version 1, 0200000900004200a161646548656c6c6f, 0300000a00004200bf61726548656c6c6fff",
        "parameters, 0800000100000106a0, 0900001900000106bf686275665f73697a65190800696275665f636f756e7404ff",
        "reset, 0a00000100000205a0, 0b00000200000205bfff",
        "reset with force, 0a00000800000205a165666f726365f5, 0b00000200000205bfff",
        "erase by read, 0800000100010405a0, 0900000600010405bf62726308ff",
        "erase by read in version 1, 0000000100010405a0, 0100000600010405bf62726308ff",
        "unknown group, 0a00000100400001a0, 0b00000600400001bf62726308ff",
        "payload shorter than the header says, 0a00000900000000a16164, 0b00000600000000bf62726309ff",
        "payload that is no map, 0a0000010000000001, 0b00000600000000bf62726303ff",
        "no payload where keys are wanted, 0a00000000000000, 0b00000600000000bf62726303ff",
        "a response sent to a server, 0900000100000000a0, 0b00000600000000bf62726308ff",
        "no payload at all, 0800000000000106, 0900001900000106bf686275665f73697a65190800696275665f636f756e7404ff",
        "a version too new, 1200000100000106a0, 0b00000600000106bf6272630dff",
    })
    void answersByteForByte(String what, String request, String answer) throws IOException {
        send(request);

        assertThat(receive()).as(what).isEqualTo(answer);
    }

    @Test
    void listsTheSampleImageByteForByte() throws IOException {
        send("0800000100011000a0");

        assertThat(receive())
                .isEqualTo("0900008800011000bf66696d616765739fbf64736c6f74006776657273696f6e67312e322e332e34646861"
                        + "736858209f240445119721061887b4f5f224ca03a725afcdc3d265934b6178260b64b70268626f6f7461626c65"
                        + "f56770656e64696e67f469636f6e6669726d6564f566616374697665f5697065726d616e656e74f4ffff6b7370"
                        + "6c697453746174757300ff");
    }

    @Test
    void tellsTheSlotsByteForByte() throws IOException {
        device.close();
        device = SimulatedDevice.builder("vectors")
                .bootloader(BootloaderMode.SWAP_USING_SCRATCH)
                .build();
        port = device.listenUdp(0).port();

        send("0800000100011106a0");

        assertThat(receive())
                .isEqualTo("0900006500011106bf66696d616765739fbf65696d6167650065736c6f74739fbf64736c6f74006473697a65"
                        + "1a00076000ffbf64736c6f74016473697a651a000760006f75706c6f61645f696d6167655f696400ffff6e6d61"
                        + "785f696d6167655f73697a651a00075000ffffff");
    }

    @Test
    void answersSetStateOfAnUnknownHashWithAGroupError() throws IOException {
        send("0a00003100010400a264686173685820" + "00".repeat(32) + "67636f6e6669726df4");

        assertThat(receive()).isEqualTo("0b00001300010400bf63657272bf6567726f75700162726308ffff");
    }

    @Test
    void cutsDatagramsOfMoreThan1500BytesAndCallsThemCorrupt() throws IOException {
        byte[] request = new byte[1600];
        System.arraycopy(HEX.parseHex("0a00063800000700a161647906"), 0, request, 0, 13);

        socket.send(new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), port));

        assertThat(receive()).isEqualTo("0b00000600000700bf62726309ff");
    }

    @Test
    void tellsWhoSentADatagram() throws IOException {
        List<InetSocketAddress> senders = new CopyOnWriteArrayList<>();
        line.observeSenders(senders::add);

        send("0800000100000106a0");
        receive();

        assertThat(senders).containsExactly((InetSocketAddress) socket.getLocalSocketAddress());
    }

    @Test
    void dropsWhatDoesNotFitABufferAndAnswersTheNext() throws IOException {
        device.close();
        device = SimulatedDevice.builder("vectors").buffers(384, 4).build();
        port = device.listenUdp(0).port();
        socket.send(new DatagramPacket(new byte[385], 385, InetAddress.getLoopbackAddress(), port));

        send("0a00000900000000a161646548656c6c6f");

        assertThat(receive()).startsWith("0b00000a");
        assertThat(device.traffic().tooLarge()).isEqualTo(1);
    }

    private void send(String hex) throws IOException {
        byte[] bytes = HEX.parseHex(hex);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        socket.receive(packet);
        return HEX.formatHex(packet.getData(), 0, packet.getLength());
    }
}
