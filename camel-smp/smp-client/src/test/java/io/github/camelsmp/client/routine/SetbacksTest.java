package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a transfer waits after a failure, and when that is the end of it. */
class SetbacksTest {

    private static final Duration PAUSE = SmpClientOptions.DEFAULT.reconnectDelay();
    private static final Duration LONGEST_PAUSE = SmpClientOptions.DEFAULT.maxReconnectDelay();
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);
    private static final SmpTransportException BROKEN = new SmpTransportException("test:board", "the line broke");
    private static final SmpTimeoutException SILENCE =
            new SmpTimeoutException("test:board", "image upload", 3, Duration.ofSeconds(1));

    private final VirtualLoop loop = new VirtualLoop();
    private final ScriptedChannel channel = new ScriptedChannel(loop, (request, payload) -> Optional.empty());
    private final Transfer transfer = new Transfer(channel);
    private final TransferTally tally = new TransferTally(loop::nanoTime);
    private final Setbacks setbacks = new Setbacks(transfer, LONGEST_OUTAGE, tally);
    private final CompletableFuture<String> result = transfer.start();
    private final List<Duration> goesOnAfter = new ArrayList<>();

    private static final class Transfer extends LoopRoutine<String> {
        private Transfer(ScriptedChannel channel) {
            super(channel);
        }

        @Override
        void begin() {
            // what it transfers is told by the test
        }
    }

    private static SmpErrorException refusal(int group, int code) {
        return new SmpErrorException("test:board", "image upload", new SmpError(group, code, ""), CborMap.EMPTY);
    }

    @BeforeEach
    void start() {
        loop.advance(Duration.ofSeconds(100));
    }

    private void failsWith(RuntimeException failure) {
        long since = loop.nanoTime();
        setbacks.pauseAfter(failure, () -> goesOnAfter.add(Duration.ofNanos(loop.nanoTime() - since)));
    }

    private Duration pauseAfter(RuntimeException failure) {
        goesOnAfter.clear();
        failsWith(failure);
        loop.advance(LONGEST_PAUSE.multipliedBy(2));
        assertThat(goesOnAfter).hasSize(1);
        return goesOnAfter.get(0);
    }

    @Test
    void pausesDoubleFromOneAttemptToTheNextUpToTheLongest() {
        assertThat(pauseAfter(BROKEN)).isEqualTo(PAUSE);
        assertThat(pauseAfter(BROKEN)).isEqualTo(PAUSE.multipliedBy(2));
        assertThat(pauseAfter(BROKEN)).isEqualTo(PAUSE.multipliedBy(4));
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        channel.options = SmpClientOptions.DEFAULT
                .withReconnectDelay(Duration.ofSeconds(1))
                .withMaxReconnectDelay(Duration.ofSeconds(3));

        assertThat(pauseAfter(BROKEN)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauseAfter(BROKEN)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfter(BROKEN)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTransferThatGotOnStartsWithTheShortestPauseAgain() {
        pauseAfter(BROKEN);
        pauseAfter(BROKEN);

        setbacks.over();

        assertThat(pauseAfter(BROKEN)).isEqualTo(PAUSE);
    }

    @Test
    void severalFailuresAtOnceAreOneSetback() {
        failsWith(BROKEN);
        failsWith(BROKEN);
        failsWith(refusal(1, 30));

        loop.advance(LONGEST_PAUSE.multipliedBy(2));

        assertThat(goesOnAfter).containsExactly(PAUSE);
    }

    @Test
    void aLineThatStaysBrokenIsTriedUntilTheOutageIsTooLong() {
        channel.breakLine();
        long since = loop.nanoTime();
        Duration[] given = new Duration[1];
        result.whenComplete((done, failure) -> given[0] = Duration.ofNanos(loop.nanoTime() - since));

        failsWith(BROKEN);
        loop.advance(LONGEST_OUTAGE.multipliedBy(2));

        assertThat(goesOnAfter).isEmpty();
        assertThatThrownBy(result::join).hasCauseInstanceOf(SmpTransportException.class);
        assertThat(given[0]).isBetween(LONGEST_OUTAGE, LONGEST_OUTAGE.plus(LONGEST_PAUSE));
    }

    @Test
    void aLineThatIsMendedInTimeIsGoneOnWith() {
        channel.breakLine();
        failsWith(BROKEN);
        loop.advance(LONGEST_OUTAGE.dividedBy(2));

        channel.repair();
        loop.advance(LONGEST_OUTAGE);

        assertThat(goesOnAfter).hasSize(1);
        assertThat(result).isNotDone();
    }

    @Test
    void afterASilenceThereIsNoPauseSinceItWasOne() {
        assertThat(pauseAfter(SILENCE)).isZero();
        assertThat(pauseAfter(SILENCE)).isZero();
    }

    @Test
    void aSilenceInAnOutageIsPartOfIt() {
        pauseAfter(BROKEN);

        assertThat(pauseAfter(SILENCE)).isEqualTo(PAUSE.multipliedBy(2));
    }

    @Test
    void theSixthSilenceInARowIsTheEnd() {
        for (int times = 0; times < 5; times++) {
            pauseAfter(SILENCE);
        }

        assertThatThrownBy(() -> failsWith(SILENCE)).isSameAs(SILENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 10})
    void whatPassesIsWaitedFor(int code) {
        assertThat(pauseAfter(refusal(SmpError.NO_GROUP, code))).isEqualTo(PAUSE);
        assertThat(pauseAfter(refusal(SmpError.NO_GROUP, code))).isEqualTo(PAUSE.multipliedBy(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 11})
    void anyOtherRefusalIsTheEnd(int code) {
        RuntimeException refusal = refusal(SmpError.NO_GROUP, code);

        assertThatThrownBy(() -> failsWith(refusal)).isSameAs(refusal);
    }

    @Test
    void theSameNumberMeansSomethingElseInATableOfItsOwn() {
        RuntimeException refusal = refusal(1, 2);

        assertThatThrownBy(() -> failsWith(refusal)).isSameAs(refusal);
        assertThat(Setbacks.isWantOfMemory(refusal)).isFalse();
    }

    @Test
    void onlyTheCommonNumberForItTellsOfAWantOfMemory() {
        assertThat(Setbacks.isWantOfMemory(refusal(SmpError.NO_GROUP, 2))).isTrue();
        assertThat(Setbacks.isWantOfMemory(refusal(SmpError.NO_GROUP, 10))).isFalse();
        assertThat(Setbacks.isWantOfMemory(SILENCE)).isFalse();
    }

    @Test
    void whatIsNoFailureOfTheLineOrTheDeviceIsTheEnd() {
        IllegalStateException ours = new IllegalStateException("ours");

        assertThatThrownBy(() -> failsWith(ours)).isSameAs(ours);
    }
}
