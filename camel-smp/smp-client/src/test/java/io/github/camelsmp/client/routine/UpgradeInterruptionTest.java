package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.group.BootloaderMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An upgrade that is disturbed at each of its transmissions in turn. */
class UpgradeInterruptionTest {

    private static final int MORE_THAN_ALL_TRANSMISSIONS = 40;

    private final byte[] oldFile = SampleImage.file(1, 0, 0, 3000);
    private final byte[] newFile = SampleImage.file(2, 0, 0, 3100);
    private final VirtualLoop loop = new VirtualLoop();

    private Board board;

    static Stream<Arguments> everyTransmissionOfEveryKind() {
        return Stream.of(Bank.Kind.values()).flatMap(kind -> IntStream.range(0, MORE_THAN_ALL_TRANSMISSIONS)
                .mapToObj(transmission -> Arguments.of(kind, transmission)));
    }

    private void makeBoard(Bank.Kind kind) {
        board = new Board(loop, kind, oldFile);
        board.mode = switch (kind) {
            case SWAP -> Optional.of(BootloaderMode.SWAP_USING_MOVE);
            case OVERWRITE -> Optional.of(BootloaderMode.OVERWRITE_ONLY);
            case HIGHEST_VERSION -> Optional.empty();
        };
    }

    private CompletableFuture<UpgradeResult> start(ScriptedChannel channel) {
        return upgrade(channel).start();
    }

    private FirmwareUpgrade upgrade(ScriptedChannel channel) {
        return new FirmwareUpgrade(
                channel, List.of(SampleImage.firmware(0, newFile)), UpgradeOptions.DEFAULT, UpgradeListener.NONE);
    }

    private void assertUpgraded(CompletableFuture<UpgradeResult> result) {
        assertThat(result.join().outcome()).isIn(Outcome.UPGRADED, Outcome.ALREADY_INSTALLED);
        assertThat(board.bank().running).isEqualTo(newFile);
        assertThat(board.bank().swap).isEqualTo(Bank.Swap.NONE);
    }

    private void disturb(Fate fate, int transmission) {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        channel.script = request -> channel.transmitted.size() == transmission + 1 ? fate : Fate.ARRIVES;

        CompletableFuture<UpgradeResult> result = start(channel);
        loop.advance(Duration.ofMinutes(10));

        assertUpgraded(result);
    }

    @ParameterizedTest
    @MethodSource("everyTransmissionOfEveryKind")
    void upgradesThoughARequestWasLost(Bank.Kind kind, int transmission) {
        makeBoard(kind);

        disturb(Fate.REQUEST_LOST, transmission);
    }

    @ParameterizedTest
    @MethodSource("everyTransmissionOfEveryKind")
    void upgradesThoughAnAnswerWasLost(Bank.Kind kind, int transmission) {
        makeBoard(kind);

        disturb(Fate.ANSWER_LOST, transmission);
    }

    @ParameterizedTest
    @MethodSource("everyTransmissionOfEveryKind")
    void endsInTheSamePlaceWhenItIsStartedAgainAfterACancel(Bank.Kind kind, int transmission) {
        makeBoard(kind);
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        FirmwareUpgrade first = upgrade(channel);
        channel.script = request -> {
            if (channel.transmitted.size() == transmission + 1) {
                first.cancel();
            }
            return Fate.ARRIVES;
        };
        first.start();
        loop.advance(Duration.ofMinutes(10));

        CompletableFuture<UpgradeResult> second = start(new ScriptedChannel(loop, board));
        loop.advance(Duration.ofMinutes(10));

        assertUpgraded(second);
    }

    @ParameterizedTest
    @MethodSource("everyTransmissionOfEveryKind")
    void endsInTheSamePlaceWhenTheDeviceRestartedInBetween(Bank.Kind kind, int transmission) {
        makeBoard(kind);
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        channel.script = request -> {
            if (channel.transmitted.size() == transmission + 1) {
                board.reset();
            }
            return Fate.ARRIVES;
        };
        start(channel);
        loop.advance(Duration.ofMinutes(10));

        CompletableFuture<UpgradeResult> second = start(new ScriptedChannel(loop, board));
        loop.advance(Duration.ofMinutes(10));

        assertUpgraded(second);
    }

    @ParameterizedTest
    @EnumSource(Bank.Kind.class)
    void isCoveredWhole(Bank.Kind kind) {
        makeBoard(kind);
        ScriptedChannel channel = new ScriptedChannel(loop, board);

        start(channel);
        loop.advance(Duration.ofMinutes(10));

        assertThat(channel.transmitted).hasSizeLessThan(MORE_THAN_ALL_TRANSMISSIONS);
    }
}
