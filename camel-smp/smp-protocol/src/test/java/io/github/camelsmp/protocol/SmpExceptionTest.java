package io.github.camelsmp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What failures say to people and to programs. */
class SmpExceptionTest {
    private static final String ADDRESS = "udp:192.0.2.7:1337";

    @Test
    void aTimeoutSaysHowOftenAndHowLongAnAnswerWasAwaited() {
        var once = new SmpTimeoutException(ADDRESS, "echo (group 0, command 0)", 1, Duration.ofMillis(2500));
        var often = new SmpTimeoutException(ADDRESS, "echo (group 0, command 0)", 4, Duration.ofSeconds(10));

        assertThat(once).hasMessage("udp:192.0.2.7:1337: no answer to echo (group 0, command 0), sent once in 2.5 s");
        assertThat(often)
                .hasMessage("udp:192.0.2.7:1337: no answer to echo (group 0, command 0), sent 4 times in 10.0 s");
        assertThat(often.transmissions()).isEqualTo(4);
        assertThat(often.waited()).isEqualTo(Duration.ofSeconds(10));
        assertThat(often.address()).contains(ADDRESS);
    }

    @Test
    void aRefusalKeepsTheWholeAnswer() {
        CborMap payload = CborMap.builder().put("rc", 8).build();

        var refusal = new SmpErrorException(
                ADDRESS, "image erase (group 1, command 5)", new SmpError(SmpError.NO_GROUP, 8, ""), payload);

        assertThat(refusal)
                .hasMessageStartingWith(ADDRESS + ": image erase (group 1, command 5) was refused with ENOTSUP");
        assertThat(refusal.group()).isEqualTo(SmpError.NO_GROUP);
        assertThat(refusal.code()).isEqualTo(8);
        assertThat(refusal.codeName()).isEqualTo("ENOTSUP");
        assertThat(refusal.error().code()).isEqualTo(8);
        assertThat(refusal.payload()).isEqualTo(payload);
    }

    @Test
    void aStoppedUpgradeSaysWhatBootsNext() {
        var cause = new SmpTransportException(ADDRESS, "unplugged");

        var stopped = new SmpUpgradeException(ADDRESS, "upload", "the line broke", "version 1.0.0", cause);

        assertThat(stopped)
                .hasMessage(ADDRESS + ": upgrade stopped in stage upload: the line broke; next boot: version 1.0.0")
                .hasCause(cause);
        assertThat(stopped.stage()).isEqualTo("upload");
        assertThat(stopped.bootsNext()).isEqualTo("version 1.0.0");
    }

    @Test
    void aFaultOfNoDeviceHasNoAddress() {
        var cause = new IllegalStateException("deep");

        assertThat(new SmpProtocolException("byte 3 is wrong").address()).isEmpty();
        assertThat(new SmpProtocolException("byte 3 is wrong", cause))
                .hasMessage("byte 3 is wrong")
                .hasCause(cause);
        assertThat(new SmpProtocolException(ADDRESS, "byte 3 is wrong", cause))
                .hasMessage(ADDRESS + ": byte 3 is wrong")
                .hasCause(cause);
        assertThat(new SmpImageException("no image").address()).isEmpty();
        assertThat(new SmpImageException("no image", cause)).hasCause(cause);
        assertThat(new SmpImageException(ADDRESS, "too large")).hasMessage(ADDRESS + ": too large");
        assertThat(new SmpTransportException(ADDRESS, "unplugged", cause)).hasCause(cause);
    }

    @Test
    void aRawRequestOutOfRangeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RawRequest(SmpOp.READ_RESPONSE, 0, 0, CborMap.EMPTY, true))
                .withMessage("a request is READ or WRITE, not READ_RESPONSE");
        for (int group : new int[] {-1, 0x10000}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RawRequest.read(group, 0, CborMap.EMPTY))
                    .withMessage("group is " + group + ", it may be 0 to 65535");
        }
        for (int command : new int[] {-1, 0x100}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RawRequest.write(0, command, CborMap.EMPTY))
                    .withMessage("command is " + command + ", it may be 0 to 255");
        }
    }

    @Test
    void aRawRequestGivesTheAnswerAsItCame() {
        CborMap answer = CborMap.builder().put("x", 1).build();

        assertThat(RawRequest.read(0xffff, 0xff, CborMap.EMPTY).readResponse(answer))
                .isSameAs(answer);
        assertThat(RawRequest.read(64, 1, CborMap.EMPTY).repeatable()).isTrue();
        assertThat(RawRequest.write(64, 1, CborMap.EMPTY).repeatable()).isFalse();
    }

    @Test
    void versionsAreCountedFromOne() {
        assertThat(SmpVersion.of(1)).isEqualTo(SmpVersion.V1);
        assertThat(SmpVersion.of(2)).isEqualTo(SmpVersion.V2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmpVersion.of(3))
                .withMessage("SMP version 3 does not exist, choose 1 or 2");
    }

    @Test
    void aHeaderOfAReservedVersionIsRefused() {
        byte[] header = new byte[SmpHeader.SIZE];
        header[0] = 0x10;

        assertThatThrownBy(() -> SmpHeader.readFrom(header, 0, header.length))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessage("byte 0 of the header names the reserved SMP version 3");
    }

    @Test
    void buffersWithoutRoomAreRefused() {
        assertThatThrownBy(() -> new McumgrParameters(0, 4))
                .hasMessage("MCUmgr parameters of 0 bytes and 4 buffers leave no room for a message");
        assertThatThrownBy(() -> new McumgrParameters(256, 0))
                .hasMessage("MCUmgr parameters of 256 bytes and 0 buffers leave no room for a message");
        assertThat(new McumgrParameters(1, 1).safeWindow()).isEqualTo(1);
        assertThat(new McumgrParameters(1, 2).safeWindow()).isEqualTo(1);
    }
}
