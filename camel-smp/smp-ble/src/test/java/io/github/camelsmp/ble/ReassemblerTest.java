package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReassemblerTest {

    private final List<byte[]> messages = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();
    private final Reassembler reassembler = new Reassembler(messages::add, discarded::add);

    @Test
    void piecesBecomeTheMessageThatTheHeaderAnnounces() {
        byte[] message = message(600);

        for (int at = 0; at < message.length; at += 244) {
            reassembler.feed(Arrays.copyOfRange(message, at, Math.min(message.length, at + 244)));
        }

        assertThat(messages).containsExactly(message);
        assertThat(discarded).isEmpty();
    }

    @Test
    void aMessageWithoutPayloadIsOne() {
        reassembler.feed(message(0));

        assertThat(messages).hasSize(1);
    }

    @Test
    void whatIsBehindTheEndIsReportedAndTheNextMessageIsRead() {
        byte[] message = message(10);

        reassembler.feed(Arrays.copyOf(message, message.length + 3));
        reassembler.feed(message);

        assertThat(messages).containsExactly(message, message);
        assertThat(discarded).containsExactly("3 bytes behind the end of a message");
    }

    @Test
    void aMessageWhoseEndIsMissingDoesNotTakeTheNextOneWithIt() {
        byte[] message = message(100);

        reassembler.feed(Arrays.copyOf(message, 90));
        reassembler.feed(message);

        assertThat(messages).containsExactly(message);
        assertThat(discarded).containsExactly("a message that ended after 90 of 108 bytes");
    }

    @Test
    void aPieceTooShortForAHeaderIsReported() {
        reassembler.feed(new byte[7]);

        assertThat(messages).isEmpty();
        assertThat(discarded).containsExactly("a notification of 7 bytes where a message should begin");
    }

    private static byte[] message(int payload) {
        byte[] message = new byte[8 + payload];
        message[2] = (byte) (payload >> 8);
        message[3] = (byte) payload;
        for (int i = 8; i < message.length; i++) {
            message[i] = (byte) i;
        }
        return message;
    }
}
