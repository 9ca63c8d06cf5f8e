package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReassemblyTrialTest {

    static IntStream writes() {
        return IntStream.rangeClosed(20, 509);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void theRestBehindOneWriteIsTooShortForAHeader(int largestWrite) {
        byte[] message = ReassemblyTrial.of(largestWrite, 2048).orElseThrow().message();

        assertThat(message.length - largestWrite).isBetween(1, 7);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aServerWithoutRoomForMoreThanOneWriteIsNotTried(int largestWrite) {
        assertThat(ReassemblyTrial.of(largestWrite, largestWrite)).isEmpty();
    }
}
