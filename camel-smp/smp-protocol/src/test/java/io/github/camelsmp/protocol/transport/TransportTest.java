package io.github.camelsmp.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a line is taken for that says nothing of itself. */
class TransportTest {

    /** A datagram a message, to an address that does not move. */
    private static final class PlainLine implements Transport {
        @Override
        public CompletionStage<Void> open(TransportListener listener) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void send(byte[] message) {}

        @Override
        public int largestMessage() {
            return 80;
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            return parameters.bufferSize();
        }

        @Override
        public void close() {}
    }

    private final Transport line = new PlainLine();

    @Test
    void aServerKeepsOneBufferForItsAnswers() {
        assertThat(line.largestWindow(new McumgrParameters(256, 4))).isEqualTo(3);
        assertThat(line.largestWindow(new McumgrParameters(256, 1))).isEqualTo(1);
    }

    @Test
    void nothingIsTriedOutAndNothingIsRoundedOnALineThatCutsNoMessages() {
        assertThat(line.tryOut(new McumgrParameters(256, 4)).toCompletableFuture())
                .isCompletedWithValue(null);
        assertThat(line.wholeFragments(217)).isEqualTo(217);
    }

    @Test
    void aResetIsFollowedByNoSilenceAndASilentDeviceIsNotLookedForElsewhere() {
        assertThat(line.quietAfterReset()).isEqualTo(Duration.ZERO);
        assertThat(line.worthReopening()).isFalse();
    }

    @Test
    void whoListensToMessagesNeedNotListenToTheRest() {
        List<String> heard = new ArrayList<>();
        TransportListener listener = new TransportListener() {
            @Override
            public void message(byte[] message) {
                heard.add("message");
            }

            @Override
            public void closed(SmpTransportException reason) {
                heard.add("closed");
            }
        };

        listener.console("*** Booting Zephyr ***");
        listener.discarded("a frame with a wrong CRC");
        listener.message(new byte[8]);

        assertThat(heard).containsExactly("message");
    }
}
