package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.server.Flavour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Protocol.md 7.3. */
class McubootConsoleReceiverTest {

    private static final String ECHO = "\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6rL\n";
    private static final String ECHOED = "\u0006\tABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==\n";

    private final TestHost host = new TestHost(Flavour.MCUBOOT_RECOVERY, 384, 8, 3);
    private final TestStream line = new TestStream(host, Framing.CONSOLE);

    @Test
    void answersInALineOfItsOwn() {
        line.send("boot text\n" + ECHO);

        assertThat(line.takeText()).isEqualTo(ECHOED);
    }

    @Test
    void doesNotTolerateACarriageReturn() {
        line.send(ECHO.replace("\n", "\r\n"));

        assertThat(line.takeText()).isEmpty();
    }

    @Test
    void waitsForMoreAfterALengthThatDoesNotMatchUntilTheNextStart() {
        line.send("\u0006\tABMKAAAJAAAAAKFhZGVIZWxsb6rLAAAA\n\u0004\u0014AAAA\n");
        line.send(ECHO);

        assertThat(line.takeText()).isEqualTo(ECHOED);
    }

    @Test
    void cutsWhatALineBufferDoesNotHold() {
        line.send("\u0006\t" + "A".repeat(128) + "\n");
        line.send(ECHO);

        assertThat(line.takeText()).isEqualTo(ECHOED);
        assertThat(host.traffic.counts().tooLarge()).isEqualTo(1);
    }

    @Test
    void keepsAFewLinesWhileItIsBusyAndLosesTheRest() {
        host.work = Duration.ofMillis(10);

        line.send(ECHO);
        line.send(ECHO.repeat(5));
        host.time.advance(Duration.ofSeconds(1));

        assertThat(line.takeText()).isEqualTo(ECHOED.repeat(4));
        assertThat(host.traffic.counts().withoutBuffer()).isEqualTo(2);
    }
}
