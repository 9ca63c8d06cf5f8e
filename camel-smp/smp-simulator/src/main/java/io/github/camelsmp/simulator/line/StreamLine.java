package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.server.Flavour;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A line of bytes, on which messages have to be told apart. */
abstract class StreamLine extends DeviceLine {

    private final Framing framing;
    private Serving receiving;
    private StreamReceiver receiver;
    private Optional<ConsoleShell> shell = Optional.empty();
    private int answers;

    StreamLine(LineHost host, Framing framing) {
        super(host);
        this.framing = framing;
    }

    /** Sends bytes to whoever is at the other end, without blocking; they are lost if nobody is. */
    abstract void write(byte[] bytes);

    /** Takes bytes from the other end, on any thread. */
    final void received(byte[] bytes) {
        host().run(() -> toDevice().carry(bytes, this::decode));
    }

    /** Half a message of the one that was at the other end is not continued by the next. */
    final void forgetHalfMessages() {
        receiving = null;
    }

    /** A device that is down hears nothing, and one that comes up begins afresh. */
    private void decode(byte[] bytes) {
        Optional<Serving> serving = serving();
        if (serving.isEmpty()) {
            return;
        }
        if (receiving != serving.get()) {
            receiving = serving.get();
            receiver = receiver(receiving);
            shell = receiving
                    .shell()
                    .filter(commands -> framing == Framing.CONSOLE)
                    .map(commands ->
                            new ConsoleShell(commands, printed -> fromDevice().carry(printed, this::write)));
        }
        receiver.feed(bytes);
        shell.ifPresent(typed -> typed.feed(bytes));
    }

    private StreamReceiver receiver(Serving serving) {
        if (framing == Framing.RAW) {
            return new RawReceiver(serving, host(), this::message);
        }
        return serving.flavour() == Flavour.ZEPHYR
                ? new ZephyrConsoleReceiver(serving, host().traffic(), this::message)
                : new McubootConsoleReceiver(serving, host().traffic(), this::message);
    }

    private void message(byte[] message) {
        toDevice().meetFate(message, arrived -> accept(arrived, this::answer));
    }

    private void answer(byte[] message, Runnable transmitted) {
        byte[] bytes = framing == Framing.RAW ? message : console(message);
        fromDevice().carry(bytes, whole -> fromDevice().meetFate(whole, this::write), transmitted);
    }

    private byte[] console(byte[] message) {
        boolean zephyr = receiving == null || receiving.flavour() == Flavour.ZEPHYR;
        List<byte[]> lines = zephyr ? ConsoleLines.zephyr(message) : ConsoleLines.mcuboot(message);
        ConsoleNoise noise = host().noise();
        boolean destroy = noise.insideEvery() > 0 && ++answers % noise.insideEvery() == 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(noise.beforeAnswers()));
        for (int i = 0; i < lines.size(); i++) {
            out.writeBytes(bytes(i > 0 ? noise.betweenLines() : ""));
            byte[] line = lines.get(i);
            int cut = destroy && i == 0 ? line.length / 2 : 0;
            out.write(line, 0, cut);
            out.writeBytes(bytes(cut > 0 ? noise.insideLines() : ""));
            out.write(line, cut, line.length - cut);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        if (framing == Framing.CONSOLE) {
            fromDevice().carry(bytes(text), this::write);
        }
    }
}
