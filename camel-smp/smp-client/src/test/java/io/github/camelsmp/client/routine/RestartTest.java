package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.ImageGroup.StateRead;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.OsGroup.Reset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One reset and the time until the device is back, told from old firmware that still answers. */
class RestartTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Reset RESET = new Reset(false, 0);

    private final VirtualLoop loop = new VirtualLoop();
    private final byte[] newFile = SampleImage.file(2, 0, 0, 3000);
    private final Board board = new Board(loop, Bank.Kind.SWAP, SampleImage.file(1, 0, 0, 3000));
    private final ScriptedChannel channel = new ScriptedChannel(loop, board);
    private final List<Duration> resets = new ArrayList<>();
    private final List<Duration> looks = new ArrayList<>();
    private Fate fateOfResets = Fate.ARRIVES;
    private boolean over;

    RestartTest() {
        board.bank().other.slot = newFile;
        board.bank().swap = Bank.Swap.TEST;
        channel.script = this::fate;
    }

    private Fate fate(SmpRequest<?> request) {
        Duration now = Duration.ofNanos(loop.nanoTime());
        if (request instanceof Reset) {
            resets.add(now);
            return fateOfResets;
        }
        if (request instanceof StateRead) {
            looks.add(now);
        }
        return Fate.ARRIVES;
    }

    private CompletableFuture<Arrival> restart(Reset reset, BootStrategy strategy) {
        Restart restart = new Restart(channel, reset, TIMEOUT, () -> over);
        CompletableFuture<Arrival> back = restart.reset(List.of(SampleImage.firmware(0, newFile)), strategy)
                .thenCompose(accepted -> restart.awaitReturn());
        loop.advance(TIMEOUT.multipliedBy(3));
        return back;
    }

    private CompletableFuture<Arrival> restart() {
        return restart(RESET, BootStrategy.SWAP);
    }

    @Test
    void comesBackWithWhatWasAndWhatIs() {
        Arrival arrival = restart().join();

        FirmwareImage firmware = SampleImage.firmware(0, newFile);
        assertThat(arrival.before().shows(firmware)).isFalse();
        assertThat(arrival.after().shows(firmware)).isTrue();
    }

    @Test
    void aResetThatWasAcceptedIsNotRepeatedHoweverLongTheOldFirmwareAnswers() {
        board.resetDelay = Duration.ofSeconds(30);

        restart().join();

        assertThat(resets).hasSize(1);
    }

    @Test
    void aResetThatWasLostIsRepeatedOnceTheDeviceIsSeenToGoOn() {
        channel.script = request -> {
            Fate fate = fate(request);
            return request instanceof Reset && resets.size() == 1 ? Fate.REQUEST_LOST : fate;
        };

        restart().join();

        assertThat(resets).hasSize(2);
        Duration unanswered = resets.get(0).plus(channel.options().requestTimeout());
        assertThat(resets.get(1).minus(unanswered)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(board.resets).isEqualTo(1);
    }

    @Test
    void aResetThatIsLostAgainAndAgainIsRepeatedWithTimeInBetween() {
        channel.script = request -> {
            Fate fate = fate(request);
            return request instanceof Reset && resets.size() < 5 ? Fate.REQUEST_LOST : fate;
        };

        restart().join();

        assertThat(resets).hasSize(5);
        for (int again = 1; again < resets.size(); again++) {
            assertThat(resets.get(again).minus(resets.get(again - 1))).isGreaterThan(Duration.ofSeconds(5));
        }
        assertThat(board.resets).isEqualTo(1);
    }

    @Test
    void resetsAreNotRepeatedForEver() {
        fateOfResets = Fate.REQUEST_LOST;

        assertThatThrownBy(restart()::join).hasMessageContaining("has not restarted");

        assertThat(resets).hasSize(6);
    }

    @Test
    void aResetWhoseAnswerWasLostIsNotRepeated() {
        fateOfResets = Fate.ANSWER_LOST;

        restart().join();

        assertThat(resets).hasSize(1);
    }

    /** As where the line loses questions as well as resets. */
    @Test
    void aDeviceThatStillHasItsImagePendingHasNotRestartedThoughItWasSilent() {
        channel.script = request -> {
            Fate fate = fate(request);
            boolean everyOther = request instanceof StateRead && looks.size() % 2 == 0;
            return everyOther || request instanceof Reset && resets.size() == 1 ? Fate.REQUEST_LOST : fate;
        };

        restart().join();

        assertThat(resets).hasSize(2);
        assertThat(board.resets).isEqualTo(1);
    }

    @Test
    void aDeviceThatShowsNoTraceOfARestartMayHaveRestartedInASilence() {
        board.bank().swap = Bank.Swap.NONE;
        fateOfResets = Fate.REQUEST_LOST;
        channel.script = request -> {
            Fate fate = fate(request);
            return request instanceof StateRead && looks.size() == 2 ? Fate.REQUEST_LOST : fate;
        };

        restart().join();

        assertThat(resets).hasSize(1);
    }

    @Test
    void aRefusalEndsIt() {
        CborMap refused = CborMap.builder().put("rc", 10).build();
        ScriptedChannel busy = new ScriptedChannel(
                loop,
                (request, payload) ->
                        request instanceof Reset ? Optional.of(refused) : board.execute(request, payload));
        Restart restart = new Restart(busy, RESET, TIMEOUT, () -> over);

        CompletableFuture<Void> reset = restart.reset(List.of(), BootStrategy.SWAP);
        loop.advance(TIMEOUT);

        assertThatThrownBy(reset::join).hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void aDeviceThatGoesOnAsBeforeIsGivenUpAfterItsTime() {
        board.ignoresResets = true;

        assertThatThrownBy(restart()::join)
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("answers as before the reset even 60 s later; it has not restarted");
        assertThat(looks.get(looks.size() - 1)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(2));
    }

    @Test
    void aDeviceThatStaysAwayIsGivenUpAfterItsTime() {
        board.comesBack = false;

        assertThatThrownBy(restart()::join)
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("is not back 60 s after its reset")
                .satisfies(thrown -> assertThat(thrown.getCause()).hasCauseInstanceOf(SmpTimeoutException.class));
        assertThat(looks.get(looks.size() - 1)).isBetween(TIMEOUT.minusSeconds(4), TIMEOUT.plusSeconds(2));
    }

    @Test
    void aSilentDeviceIsWaitedForLongerEachTimeUpToTheTimeoutOfARequest() {
        board.comesBack = false;
        restart();

        // two looks before the silence; then the timeouts grow, with half a second between the looks
        List<Duration> apart = new ArrayList<>();
        for (int look = 3; look < 7; look++) {
            apart.add(looks.get(look).minus(looks.get(look - 1)));
        }
        Duration longest = channel.options().requestTimeout().plusMillis(500);
        assertThat(apart.get(0)).isLessThan(apart.get(1));
        assertThat(apart).last().isEqualTo(longest);
        assertThat(apart).allMatch(time -> time.compareTo(longest) <= 0);
    }

    @Test
    void aLineOpenedByTheOldFirmwareIsLetGo() {
        board.resetDelay = Duration.ofSeconds(5);

        restart().join();

        assertThat(channel.letGo)
                .as("once for the reset, once for what the old firmware said")
                .isEqualTo(2);
    }

    @Test
    void aLineOpenedByTheNewFirmwareIsKept() {
        restart().join();

        assertThat(channel.letGo).as("once for the reset").isEqualTo(1);
    }

    @Test
    void aLineThatWasOpenedTooEarlyToLearnTheParametersIsLetGo() {
        channel.script = request -> {
            channel.tellsParameters &= !(request instanceof Reset);
            return fate(request);
        };

        restart().join();

        assertThat(channel.letGo).isEqualTo(2);
    }

    @Test
    void aDeviceThatNeverTellsItsParametersIsNotAskedForThem() {
        channel.tellsParameters = false;

        restart().join();

        assertThat(channel.letGo).isEqualTo(1);
    }

    @Test
    void whereARecoveryMayAnswerItIsToldFromTheApplication() {
        restart(new Reset(false, 1), BootStrategy.SWAP);

        assertThat(channel.count(OsGroup.ConsoleEchoControl.class)).isPositive();
    }

    @Test
    void whereARecoveryAnsweredTheApplicationIsToldFromIt() {
        restart(RESET, BootStrategy.RECOVERY);

        assertThat(channel.count(OsGroup.ConsoleEchoControl.class)).isPositive();
    }

    @Test
    void whereNoneCanBeOneQuestionIsEnough() {
        restart();

        assertThat(channel.count(OsGroup.ConsoleEchoControl.class)).isZero();
    }

    @Test
    void nothingIsAskedOnceNobodyWaits() {
        board.comesBack = false;
        Restart restart = new Restart(channel, RESET, TIMEOUT, () -> over);
        CompletableFuture<Arrival> back =
                restart.reset(List.of(), BootStrategy.SWAP).thenCompose(accepted -> restart.awaitReturn());
        loop.advance(Duration.ofSeconds(10));

        over = true;
        int asked = looks.size();
        loop.advance(TIMEOUT);

        assertThat(looks).hasSizeLessThanOrEqualTo(asked + 1);
        assertThatThrownBy(back::join).hasRootCauseInstanceOf(CancellationException.class);
    }
}
