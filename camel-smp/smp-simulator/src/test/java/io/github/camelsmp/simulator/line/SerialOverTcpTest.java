package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Zephyr's serial transports take and drop (protocol.md 7.3 and 8), through a real socket. */
@Timeout(30)
class SerialOverTcpTest {

    private static final String ECHO = "\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6rL\n";
    private static final String ECHOED = "\u0006\tABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==\n";
    private static final byte[] RAW_ECHO = HexFormat.of().parseHex("0a00000900000000a161646548656c6c6f");
    private static final int RAW_ECHOED = 18;

    private SimulatedDevice device;
    private TcpLine line;
    private Socket socket;

    private void start(Framing framing, UnaryOperator<SimulatedDeviceBuilder> with) throws IOException {
        device = with.apply(SimulatedDevice.builder("serial")).build();
        line = device.listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), framing);
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), line.port());
        socket.setTcpNoDelay(true);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        device.close();
    }

    @Test
    void goesOnSpeakingWhileItsPeersHangUp() throws IOException {
        start(Framing.CONSOLE, it -> it);

        for (int peer = 0; peer < 500; peer++) {
            send(ECHO);
            readLine();
            socket.close();
            for (int words = 0; words < 100; words++) {
                device.print("tick");
            }
            connect();
        }

        send(ECHO);
        assertThat(readLine()).endsWith(ECHOED);
    }

    @Test
    void answersInALineOfItsOwn() throws IOException {
        start(Framing.CONSOLE, it -> it);

        send(ECHO);

        assertThat(readLine()).isEqualTo(ECHOED);
        assertThat(line.address()).isEqualTo("tcp:127.0.0.1:" + line.port());
    }

    @Test
    void toleratesACarriageReturnAndOtherText() throws IOException {
        start(Framing.CONSOLE, it -> it);

        send("uart:~$ \r\n\n" + ECHO.replace("\n", "\r\n"));

        assertThat(readLine()).isEqualTo(ECHOED);
    }

    @Test
    void dropsWhateverIsWrongWithoutAWord() throws IOException {
        start(Framing.CONSOLE, it -> it);

        send("\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6rM\n");
        send("\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6r\n");
        send("\u0006\tABMKAAAJ<inf> hello\n");
        send("\u0006\tAB\n");
        send("\u0004\u0014AAAJAAAAAKFhZGVIZWxsb6rL\n");
        send("text in front" + ECHO);
        send(ECHO);

        assertThat(readLine()).isEqualTo(ECHOED);
        assertThat(device.traffic().requests()).isEqualTo(1);
        assertThat(device.traffic().malformed()).isEqualTo(4);
    }

    @Test
    void beginsAfreshWithEachStart() throws IOException {
        start(Framing.CONSOLE, it -> it);

        send("\u0006\tABMK\n\u0004\u0014AAAJ\n\u0006\tABMK\n\u0004\u0014AAAJAAAAAKFhZGVIZWxsb6rL\n");

        assertThat(readLine()).isEqualTo(ECHOED);
    }

    @Test
    void takesAMessageOfTheBufferLessFourBytesAndNotOneMore() throws IOException {
        start(Framing.CONSOLE, it -> it.buffers(384, 4));

        send(console(echoOf(381)));
        send(console(echoOf(380)));

        assertThat(readFrameLength()).isEqualTo(381 + 2);
        assertThat(device.traffic().tooLarge()).isEqualTo(1);
    }

    @Test
    void dropsALineOfMoreThan128Bytes() throws IOException {
        start(Framing.CONSOLE, it -> it);
        String base64 = Base64.getEncoder().encodeToString(new byte[93]);

        send("\u0006\t" + base64 + "  \n" + ECHO);

        assertThat(readLine()).isEqualTo(ECHOED);
        assertThat(device.traffic().tooLarge()).isEqualTo(1);
    }

    @Test
    void printsLogTextAroundItsAnswers() throws IOException {
        ConsoleNoise noise =
                ConsoleNoise.NONE.withBeforeAnswers("<inf> app: hi\r\n").withInsideLines("<wrn> late\r\n", 2);
        start(Framing.CONSOLE, it -> it.noise(noise));

        send(ECHO);
        assertThat(readLine()).isEqualTo("<inf> app: hi\r\n");
        assertThat(readLine()).isEqualTo(ECHOED);
        send(ECHO);
        assertThat(readLine()).isEqualTo("<inf> app: hi\r\n");
        assertThat(readLine()).startsWith("\u0006\tABQL").endsWith("<wrn> late\r\n");
        readLine();
        device.print("*** done ***\r\n");
        assertThat(readLine()).isEqualTo("*** done ***\r\n");
    }

    @Test
    void staysConnectedWhenTheDeviceRestarts() throws IOException {
        start(Framing.CONSOLE, it -> it.noise(ConsoleNoise.BANNER));
        send(ECHO);
        assertThat(readLine()).isEqualTo(ECHOED);

        device.reset();
        assertThat(readLine()).startsWith("*** Booting MCUboot");
        assertThat(readLine()).startsWith("*** Booting Zephyr");
        send(ECHO);

        assertThat(readLine()).isEqualTo(ECHOED);
    }

    @Test
    void servesTheLatestConnection() throws IOException {
        start(Framing.CONSOLE, it -> it);
        send("\u0006\tABMK\n");
        Socket first = socket;

        connect();
        send(ECHO);

        assertThat(readLine()).isEqualTo(ECHOED);
        assertThat(first.getInputStream().read()).isEqualTo(-1);
        first.close();
    }

    @Test
    void answersBareMessages() throws IOException {
        start(Framing.RAW, it -> it);

        socket.getOutputStream().write(RAW_ECHO, 0, 5);
        socket.getOutputStream().write(RAW_ECHO, 5, RAW_ECHO.length - 5);

        assertThat(socket.getInputStream().readNBytes(RAW_ECHOED)).startsWith(0x0b, 0, 0, 0x0a);
    }

    private static byte[] echoOf(int size) {
        int text = size - 8 - 3 - 3;
        byte[] message = new byte[size];
        byte[] head = HexFormat.of()
                .parseHex("0a00" + HexFormat.of().toHexDigits((short) (size - 8)) + "00000000" + "a16164" + "79"
                        + HexFormat.of().toHexDigits((short) text));
        System.arraycopy(head, 0, message, 0, head.length);
        Arrays.fill(message, head.length, size, (byte) 'x');
        return message;
    }

    private static String console(byte[] message) {
        StringBuilder text = new StringBuilder();
        ConsoleLines.mcuboot(message).forEach(part -> text.append(new String(part, StandardCharsets.US_ASCII)));
        return text.toString();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private int readFrameLength() throws IOException {
        byte[] start = Base64.getDecoder().decode(readLine().substring(2, 6));
        return (start[0] & 0xff) << 8 | start[1] & 0xff;
    }

    private String readLine() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int b;
        do {
            b = in.read();
            assertThat(b).as("the next byte").isNotNegative();
            text.write(b);
        } while (b != '\n');
        return text.toString(StandardCharsets.US_ASCII);
    }
}
