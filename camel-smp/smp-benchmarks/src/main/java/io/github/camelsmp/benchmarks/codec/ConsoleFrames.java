package io.github.camelsmp.benchmarks.codec;

import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import java.util.Base64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message as console lines of 128 bytes, and back. */
@State(Scope.Thread)
public class ConsoleFrames {

    private static final int LINE = 128;

    /** Bytes of the message: buffers of 384, 2048 and 4096 bytes less the frame's length and checksum. */
    @Param({"380", "2044", "4092"})
    public int message;

    private final ConsoleEncoder encoder = new ConsoleEncoder(LINE);
    private final Heard heard = new Heard();
    private final ConsoleDecoder decoder = new ConsoleDecoder(heard);
    private byte[] bytes = {};
    private byte[] wire = {};
    private byte[] base64 = {};

    @Setup
    public void prepare() {
        bytes = Sample.message(message);
        wire = encoder.encode(bytes);
        base64 = Base64.getEncoder().encode(bytes);
    }

    @Benchmark
    public byte[] encode() {
        return encoder.encode(bytes);
    }

    @Benchmark
    public byte[] decode() {
        decoder.feed(wire, 0, wire.length);
        return heard.last();
    }

    /** The yardstick: base64 of the JDK, without frame, lines and checksum. */
    @Benchmark
    public byte[] jdkBase64Encode() {
        return Base64.getEncoder().encode(bytes);
    }

    /** The other one. */
    @Benchmark
    public byte[] jdkBase64Decode() {
        return Base64.getDecoder().decode(base64);
    }
}
