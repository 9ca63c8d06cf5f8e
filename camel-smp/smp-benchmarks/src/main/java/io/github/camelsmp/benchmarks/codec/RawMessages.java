package io.github.camelsmp.benchmarks.codec;

import io.github.camelsmp.protocol.serial.RawDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bare messages cut from a stream; on their way out nothing is done to them. */
@State(Scope.Thread)
public class RawMessages {

    /** Bytes of the message. */
    @Param({"380", "2044", "4092"})
    public int message;

    private final Heard heard = new Heard();
    private final RawDecoder decoder = new RawDecoder(heard);
    private byte[] bytes = {};

    @Setup
    public void prepare() {
        bytes = Sample.message(message);
    }

    @Benchmark
    public byte[] decode() {
        decoder.feed(bytes, 0, bytes.length);
        return heard.last();
    }
}
