package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.Cbor;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Speaks to a device in process, on the thread of the test, without anything of the client. */
public final class TestClient implements TransportListener {

    public static final int READ = 0;
    public static final int WRITE = 2;

    private final SimTransport transport;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<String> console = new ArrayList<>();
    private SmpTransportException closed;
    private int version = 1;
    private int sequence;

    public TestClient(SimulatedDevice device) {
        transport = new SimTransport(device.name(), Runnable::run);
        transport.open(this).toCompletableFuture().join();
    }

    /** Asks in the original version of the protocol from now on. */
    public TestClient version1() {
        version = 0;
        return this;
    }

    /** Sends a request whose answer is there at once. */
    public CborMap ask(int op, int group, int command, Map<String, ?> keys) {
        send(op, group, command, keys);
        return payload(answer());
    }

    public void send(int op, int group, int command, Map<String, ?> keys) {
        byte[] message = Cbor.encode(CborMap.of(keys), 8);
        int length = message.length - 8;
        message[0] = (byte) (version << 3 | op);
        message[2] = (byte) (length >> 8);
        message[3] = (byte) length;
        message[4] = (byte) (group >> 8);
        message[5] = (byte) group;
        message[6] = (byte) sequence++;
        message[7] = (byte) command;
        transport.send(message);
    }

    /** Sends these bytes as they are. */
    public void sendHex(String hex) {
        transport.send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public boolean hasAnswer() {
        return !answers.isEmpty();
    }

    public int answerCount() {
        return answers.size();
    }

    public byte[] answer() {
        assertThat(answers).as("answers that have come").isNotEmpty();
        return answers.remove();
    }

    public String answerHex() {
        return HexFormat.of().formatHex(answer());
    }

    public static CborMap payload(byte[] message) {
        return Cbor.decode(message, 8, message.length - 8);
    }

    public List<String> console() {
        return console;
    }

    public SmpTransportException closedFor() {
        return closed;
    }

    public void close() {
        transport.close();
    }

    @Override
    public void message(byte[] message) {
        answers.add(message);
    }

    @Override
    public void console(String line) {
        console.add(line);
    }

    @Override
    public void closed(SmpTransportException reason) {
        closed = reason;
    }
}
