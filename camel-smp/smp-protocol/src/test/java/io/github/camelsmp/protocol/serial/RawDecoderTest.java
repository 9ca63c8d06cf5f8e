package io.github.camelsmp.protocol.serial;

import static io.github.camelsmp.protocol.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.SmpHeader;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of protocol.md 8. */
class RawDecoderTest {

    private static final byte[] ECHO = hex("0b00000a00000000bf61726548656c6c6fff");
    private static final byte[] EMPTY = hex("0b00000000000205");

    private final Heard heard = new Heard();
    private final RawDecoder decoder =
            new RawDecoder(heard, header -> !header.op().isRequest());

    private void feed(byte[] bytes) {
        decoder.feed(bytes, 0, bytes.length);
    }

    @Test
    void messagesAreCutByTheirLengthHoweverTheyArrive() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(ECHO);
        stream.writeBytes(EMPTY);
        stream.writeBytes(ECHO);
        byte[] bytes = stream.toByteArray();

        for (int size = 1; size <= bytes.length; size++) {
            for (int from = 0; from < bytes.length; from += size) {
                decoder.feed(bytes, from, Math.min(size, bytes.length - from));
            }
            assertThat(heard.messages()).containsExactly(ECHO, EMPTY, ECHO);
            assertThat(decoder.incomplete()).isFalse();
            heard.messages().clear();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffffffffffff", // op 7
                "1b00000000000000", // version 4
                "0b01000000000000", // flags
                "0a00000000000000" // a request
            })
    void bytesThatCannotBeAnAnswerAreDrainedUntilTheLineIsSilent(String header) {
        feed(hex(header));
        feed(ECHO);

        assertThat(decoder.draining()).isTrue();
        assertThat(heard.messages()).isEmpty();
        assertThat(heard.discarded()).hasSize(1);

        decoder.silence();
        feed(ECHO);

        assertThat(decoder.draining()).isFalse();
        assertThat(heard.messages()).containsExactly(ECHO);
    }

    @Test
    void halfAMessageIsGivenUpWhenTheLineIsSilent() {
        feed(Arrays.copyOf(ECHO, 11));
        assertThat(decoder.incomplete()).isTrue();

        decoder.silence();
        feed(ECHO);

        assertThat(heard.discarded()).containsExactly("11 bytes of a message that has no end");
        assertThat(heard.messages()).containsExactly(ECHO);
    }

    @Test
    void silenceBetweenMessagesIsNothingToSpeakOf() {
        decoder.silence();

        assertThat(heard.discarded()).isEmpty();
    }

    @Test
    void theLongestMessageIsTaken() {
        byte[] message = new byte[SmpHeader.SIZE + 0xffff];
        message[0] = 0x0b;
        message[2] = (byte) 0xff;
        message[3] = (byte) 0xff;

        feed(message);

        assertThat(heard.messages()).containsExactly(message);
    }

    @Test
    void noiseOfAnyKindIsSurvived() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            feed(noise);
            decoder.silence();
            feed(ECHO);
            assertThat(heard.messages()).last().isEqualTo(ECHO);
        }
    }
}
