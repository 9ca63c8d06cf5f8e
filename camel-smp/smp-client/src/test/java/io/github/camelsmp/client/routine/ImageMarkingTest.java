package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.StateRead;
import io.github.camelsmp.protocol.group.ImageGroup.StateWrite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A device is told which image to boot, and its list has the last word. */
class ImageMarkingTest {

    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3000);
    private static final FirmwareImage FIRMWARE = SampleImage.firmware(0, NEW);
    private static final ImageState RUNNING = Slots.holding(0, 0, OLD, "active", "confirmed");
    private static final CborMap REFUSED =
            CborMap.builder().put("err", Map.of("group", 1, "rc", 28)).build();

    private final VirtualLoop loop = new VirtualLoop();
    private final ScriptedChannel channel = new ScriptedChannel(loop, this::execute);
    private final ImageMarking marking = new ImageMarking(channel);
    private List<ImageState> listed = List.of(RUNNING);
    private Optional<CborMap> answerToWrite = Optional.empty();

    private Optional<CborMap> execute(SmpRequest<?> request, CborMap payload) {
        return Optional.of(request instanceof StateWrite ? answerToWrite.orElse(list()) : list());
    }

    private CborMap list() {
        return CborMap.builder()
                .put("images", listed.stream().map(slot -> slot.raw().asMap()).toList())
                .build();
    }

    private void lists(ImageState... slots) {
        listed = List.of(slots);
    }

    private CompletableFuture<Void> mark(Function<ImageMarking, CompletableFuture<Void>> how) {
        CompletableFuture<Void> marked = how.apply(marking);
        loop.advance(Duration.ofMinutes(5));
        return marked;
    }

    @Test
    void anImageThatIsListedAsPendingIsMarked() {
        lists(RUNNING, Slots.holding(0, 1, NEW, "pending"));

        assertThat(mark(to -> to.test(FIRMWARE))).isCompleted();
    }

    @Test
    void anImageThatIsListedWithoutBeingPendingIsNot() {
        lists(RUNNING, Slots.holding(0, 1, NEW));

        assertThatThrownBy(mark(to -> to.test(FIRMWARE))::join)
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("the device does not list version 2.0.0 as pending");
        assertThatThrownBy(mark(to -> to.makePermanent(FIRMWARE))::join)
                .hasMessageContaining("the device does not list version 2.0.0 as pending");
    }

    @Test
    void anotherImageThatIsPendingDoesNotCount() {
        lists(RUNNING, Slots.holding(0, 1, SampleImage.file(1, 5, 0, 3000), "pending"));

        assertThat(mark(to -> to.test(FIRMWARE))).isCompletedExceptionally();
        assertThat(mark(to -> to.makePermanent(FIRMWARE))).isCompletedExceptionally();
    }

    @Test
    void anImageThatStaysIsPermanentWhetherItIsPendingOrConfirmed() {
        lists(RUNNING, Slots.holding(0, 1, NEW, "pending"));
        assertThat(mark(to -> to.makePermanent(FIRMWARE))).isCompleted();
        lists(Slots.holding(0, 0, NEW, "active", "confirmed"));
        assertThat(mark(to -> to.makePermanent(FIRMWARE))).isCompleted();
    }

    @Test
    void aRefusalOfWhatIsDoneAlreadyIsNone() {
        answerToWrite = Optional.of(REFUSED);
        lists(RUNNING, Slots.holding(0, 1, NEW, "pending"));

        assertThat(mark(to -> to.test(FIRMWARE))).isCompleted();
        assertThat(channel.count(StateRead.class)).isEqualTo(1);
    }

    @Test
    void aRefusalOfWhatIsNotDoneIsHandedOn() {
        answerToWrite = Optional.of(REFUSED);
        lists(RUNNING, Slots.holding(0, 1, NEW));

        assertThatThrownBy(mark(to -> to.test(FIRMWARE))::join).hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void aRequestWhoseAnswersWereLostIsLookedAfter() {
        lists(RUNNING, Slots.holding(0, 1, NEW, "pending"));
        channel.script = request -> request instanceof StateWrite ? Fate.ANSWER_LOST : Fate.ARRIVES;

        assertThat(mark(to -> to.test(FIRMWARE))).isCompleted();
    }

    @Test
    void aRequestThatWasLostWithAllItsRepetitionsIsMadeAgainWhereTheDeviceAnswersOtherwise() {
        int lost = channel.options().retries() + 1;
        lists(RUNNING, Slots.holding(0, 1, NEW));
        channel.script = request -> {
            if (!(request instanceof StateWrite)) {
                return Fate.ARRIVES;
            }
            if (channel.count(StateWrite.class) <= lost) {
                return Fate.REQUEST_LOST;
            }
            lists(RUNNING, Slots.holding(0, 1, NEW, "pending"));
            return Fate.ARRIVES;
        };

        assertThat(mark(to -> to.test(FIRMWARE))).isCompleted();
        assertThat(channel.count(StateWrite.class)).isEqualTo(lost + 1);
    }

    @Test
    void aRequestThatIsNeverAnsweredIsMadeThreeTimes() {
        channel.script = request -> request instanceof StateWrite ? Fate.REQUEST_LOST : Fate.ARRIVES;

        assertThatThrownBy(mark(to -> to.test(FIRMWARE))::join).hasCauseInstanceOf(SmpTimeoutException.class);
        assertThat(channel.count(StateRead.class)).isEqualTo(3);
    }

    @Test
    void whereTheListCannotBeReadEitherTheFirstFailureIsTold() {
        answerToWrite = Optional.of(REFUSED);
        channel.script = request -> request instanceof StateRead ? Fate.REQUEST_LOST : Fate.ARRIVES;

        assertThatThrownBy(mark(to -> to.test(FIRMWARE))::join)
                .hasCauseInstanceOf(SmpErrorException.class)
                .hasMessageNotContaining(SmpTimeoutException.class.getSimpleName());
    }

    @Test
    void whatRunsIsConfirmedWithoutAHashSoThatNothingElseBecomesPermanent() {
        lists(RUNNING);

        assertThat(mark(to -> to.confirmRunning(RUNNING))).isCompleted();
        assertThat(channel.transmitted).containsExactly(StateWrite.confirmRunning());
    }

    @Test
    void whatRunsOfAnotherImageIsConfirmedByItsHash() {
        ImageState network = Slots.holding(1, 0, NEW, "active", "confirmed");
        lists(RUNNING, network);

        assertThat(mark(to -> to.confirmRunning(network))).isCompleted();
        assertThat(channel.transmitted).singleElement().isInstanceOfSatisfying(StateWrite.class, write -> assertThat(
                        write.hash())
                .isEqualTo(SampleImage.hash(NEW)));
    }

    @Test
    void aDeviceThatWentBackMeanwhileHasNotConfirmed() {
        lists(RUNNING);

        assertThatThrownBy(mark(to -> to.confirmRunning(Slots.holding(0, 0, NEW, "active")))::join)
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("version 2.0.0 is not confirmed: the device restarted before it could be");
    }

    @Test
    void theSameHashOfAnotherImageHasNotConfirmed() {
        lists(RUNNING, Slots.holding(1, 0, NEW, "active", "confirmed"));

        assertThat(mark(to -> to.confirmRunning(Slots.holding(0, 0, NEW, "active"))))
                .isCompletedExceptionally();
    }
}
