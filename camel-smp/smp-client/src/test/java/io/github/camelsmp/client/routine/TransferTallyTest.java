package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferTallyTest {

    private final TransferTally tally = new TransferTally(() -> 0);

    @Test
    void aPieceThatIsSentAgainIsARetransmission() {
        tally.sent(0, 100);
        tally.sent(100, 200);
        tally.sent(100, 200);

        assertThat(tally.retransmissions()).isEqualTo(1);
    }

    @Test
    void aPieceBehindOneThatTheDeviceCutIsNone() {
        tally.sent(0, 998);
        tally.sent(996, 1994);

        assertThat(tally.retransmissions()).isZero();
        assertThat(tally.result(1994, new byte[32], Optional.empty()).sent()).isEqualTo(1996);
    }
}
