package io.github.camelsmp.protocol.group;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Every decoder with inputs that Jazzer finds by looking which code they reach. A build runs the inputs that are kept
 * beside the test; {@code JAZZER_FUZZ=1} in the environment goes looking for more, for one method at a time.
 */
class DecoderFuzzTest {

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void console(byte[] input) {
        Decoder.CONSOLE.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void raw(byte[] input) {
        Decoder.RAW.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void message(byte[] input) {
        Decoder.MESSAGE.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void cbor(byte[] input) {
        Decoder.CBOR.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void response(byte[] input) {
        Decoder.RESPONSE.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void image(byte[] input) {
        Decoder.IMAGE.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void hex(byte[] input) {
        Decoder.HEX.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void zip(byte[] input) {
        Decoder.ZIP.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void firmwareFile(byte[] input) {
        Decoder.FIRMWARE_FILE.readsOrRefuses(input);
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void key(byte[] input) {
        Decoder.KEY.readsOrRefuses(input);
    }
}
