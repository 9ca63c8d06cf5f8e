package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.serial.ConsoleBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSizeTest {

    private static final int LINE = 128;
    private static final int QUESTION = 9;

    private final MessageSize size = new MessageSize();

    private void begin(int full) {
        size.begin(full, message -> ConsoleBudget.wholeLines(message, LINE));
        size.answered(QUESTION);
    }

    /** A server that drops what is larger than {@code room}; says how many messages that took. */
    private int sendUntilItSettles(int room) {
        int lost = 0;
        int settled = 0;
        while (settled < 5) {
            int sent = size.limit();
            if (sent > room) {
                size.lost(sent);
                lost++;
            } else {
                settled = size.answered(sent) ? 0 : settled + 1;
            }
        }
        return lost;
    }

    @ParameterizedTest(name = "{0} bytes, {1} lines: {2}")
    @CsvSource({"2044, 2, 182", "2044, 3, 275", "2044, 8, 740", "380, 2, 182", "8188, 4, 368", "2044, 22, 1949"})
    void findsWhatFillsThePoolOfLines(int full, int lines, int largest) {
        begin(full);

        int lost = sendUntilItSettles(93 * lines - 4);

        assertThat(size.limit()).isEqualTo(largest);
        assertThat(lost).isLessThanOrEqualTo(12);
    }

    @Test
    void staysAtFullSizeWhereThatIsAnswered() {
        begin(2044);
        size.answered(2043);

        for (int i = 0; i < 100; i++) {
            size.lost(2044);
            size.lost(2043);
            size.answered(2044);
        }

        assertThat(size.limit()).isEqualTo(2044);
    }

    @Test
    void givesUpASizeThatWasOnlyLucky() {
        begin(2044);
        size.answered(2044);

        int lost = 0;
        while (size.limit() == 2044) {
            size.lost(2044);
            lost++;
        }
        sendUntilItSettles(182);

        assertThat(lost).isEqualTo(4);
        assertThat(size.limit()).isEqualTo(182);
    }

    @Test
    void oneLossTellsNothing() {
        begin(2044);

        assertThat(size.lost(2044)).isFalse();
        assertThat(size.limit()).isEqualTo(2044);
    }

    @Test
    void findsItsWayBackWhereTwoLossesInARowWereChance() {
        begin(1472);
        size.lost(1472);
        size.lost(1472);
        assertThat(size.limit()).isLessThan(800);

        sendUntilItSettles(1472);

        assertThat(size.limit()).isGreaterThan(1200);
    }

    @Test
    void isNeverLessThanOneLine() {
        begin(380);

        for (int i = 0; i < 20; i++) {
            size.lost(size.limit());
        }

        assertThat(size.limit()).isEqualTo(83);
    }

    @Test
    void remembersWhatItFoundUntilTheBuffersAreOthers() {
        begin(2044);
        sendUntilItSettles(182);

        begin(2044);
        assertThat(size.limit()).isEqualTo(182);
        begin(1020);
        assertThat(size.limit()).isEqualTo(1020);
    }
}
