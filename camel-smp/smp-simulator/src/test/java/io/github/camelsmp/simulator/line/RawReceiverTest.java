package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.server.Flavour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Protocol.md 8. */
class RawReceiverTest {

    private static final String ECHO = "0a00000900000000a161646548656c6c6f";
    private static final String ECHOED = "0b00000a00000000bf61726548656c6c6fff";

    private final TestHost zephyr = new TestHost(Flavour.ZEPHYR, 384, 4, 2);
    private final TestHost mcuboot = new TestHost(Flavour.MCUBOOT_RECOVERY, 384, 4, 8);

    @Test
    void takesAMessageInPieces() {
        TestStream line = new TestStream(zephyr, Framing.RAW);

        line.sendHex(ECHO.substring(0, 6));
        line.sendHex(ECHO.substring(6, 20));
        line.sendHex(ECHO.substring(20));

        assertThat(line.takeHex()).isEqualTo(ECHOED);
    }

    @Test
    void losesBothOfTwoMessagesThatComeTogether() {
        TestStream line = new TestStream(zephyr, Framing.RAW);

        line.sendHex(ECHO + ECHO);
        assertThat(line.takeHex()).isEmpty();
        line.sendHex(ECHO);

        assertThat(line.takeHex()).isEqualTo(ECHOED);
    }

    @Test
    void dropsWhatCannotBeAMessage() {
        TestStream line = new TestStream(zephyr, Framing.RAW);

        line.sendHex("ffffffffffffffff");
        line.sendHex("0a00017900000000");
        line.sendHex(ECHO);

        assertThat(line.takeHex()).isEqualTo(ECHOED);
        assertThat(zephyr.traffic.counts().malformed()).isEqualTo(2);
    }

    @Test
    void waitsForTheRestOfAMessageForEver() {
        TestStream line = new TestStream(zephyr, Framing.RAW);

        line.sendHex(ECHO.substring(0, 20));
        zephyr.time.advance(Duration.ofHours(1));
        line.sendHex(ECHO.substring(20));

        assertThat(line.takeHex()).isEqualTo(ECHOED);
    }

    @Test
    void takesMessagesBackToBackAsMcubootDoes() {
        TestStream line = new TestStream(mcuboot, Framing.RAW);

        line.sendHex(ECHO + ECHO);

        assertThat(line.takeHex()).isEqualTo(ECHOED + ECHOED);
    }

    @Test
    void forgetsHalfAMessageAfterThreeSecondsAsMcubootDoes() {
        TestStream line = new TestStream(mcuboot, Framing.RAW);

        line.sendHex(ECHO.substring(0, 20));
        mcuboot.time.advance(Duration.ofMillis(2999));
        line.sendHex(ECHO.substring(20));
        assertThat(line.takeHex()).isEqualTo(ECHOED);
        line.sendHex(ECHO.substring(0, 20));
        mcuboot.time.advance(Duration.ofMillis(3000));
        line.sendHex(ECHO);

        assertThat(line.takeHex()).isEqualTo(ECHOED);
    }
}
