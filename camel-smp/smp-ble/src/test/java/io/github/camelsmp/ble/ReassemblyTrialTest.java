package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReassemblyTrialTest {

    private static IntStream writes() {
        return IntStream.rangeClosed(20, 509);
    }

    @Test
    void theRestBehindOneWriteIsTooShortForAHeader() {
        assertThat(writes()).allSatisfy(write -> assertThat(trial(write).message().length - write)
                .isBetween(1, 7));
    }

    private static ReassemblyTrial trial(int largestWrite) {
        return ReassemblyTrial.of(largestWrite, 2048).orElseThrow();
    }

    @Test
    void aServerWithoutRoomForMoreThanOneWriteIsNotTried() {
        assertThat(writes()).allSatisfy(write -> assertThat(ReassemblyTrial.of(write, write))
                .isEmpty());
    }
}
