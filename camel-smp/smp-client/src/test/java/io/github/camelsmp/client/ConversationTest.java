package io.github.camelsmp.client;

import static io.github.camelsmp.client.ScriptedLines.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.group.OsGroup.EchoResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests and answers on a line that holds. */
class ConversationTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration TIMEOUT = SmpClientOptions.DEFAULT.requestTimeout();

    private final VirtualLoop loop = new VirtualLoop();
    private final ScriptedLines lines = new ScriptedLines();
    private final SmpConnection connection = new SmpConnection(
            ScriptedLines.ADDRESS, lines, SmpClientOptions.DEFAULT, loop, loop::nanoTime, closed -> {});

    private ScriptedLines.ScriptedLine connected() {
        connection.connect();
        loop.advance(MOMENT);
        assertThat(connection.state()).isEqualTo(SmpConnection.State.CONNECTED);
        return lines.line();
    }

    private CompletableFuture<EchoResponse> echo(String text) {
        CompletableFuture<EchoResponse> answer = connection.send(new Echo(text));
        loop.advance(MOMENT);
        return answer;
    }

    /** A command nobody may repeat, as those of a shell are. */
    private record Once() implements SmpRequest<CborMap> {
        @Override
        public SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        public int group() {
            return 64;
        }

        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap readResponse(CborMap payload) {
            return payload;
        }
    }

    @Test
    void anAnswerCompletesItsRequest() {
        var line = connected();

        var answer = echo("hello");
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void theFirstRequestOpensTheLineAndAsksForTheParameters() {
        var answer = echo("hello");
        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(answer).isCompleted();
        assertThat(connection.parameters().orElseThrow().bufferSize()).isEqualTo(256);
        assertThat(connection.largestMessage()).isEqualTo(252);
        assertThat(connection.largestWindow()).isEqualTo(3);
    }

    @Test
    void aLostAnswerIsAskedForAgainWithAFreshSequenceNumber() {
        var line = connected();

        var answer = echo("hello");
        SmpHeader lost = line.taken();
        loop.advance(TIMEOUT);
        SmpMessage repeated = line.sent.remove();
        line.echo(repeated);
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(repeated.header().sequence()).isNotEqualTo(lost.sequence());
        assertThat(connection.counters().retransmissions()).isEqualTo(1);
        assertThat(connection.counters().timeouts()).isEqualTo(1);
    }

    @Test
    void theLateAnswerToAnEarlierTransmissionIsAccepted() {
        var line = connected();

        var answer = echo("hello");
        SmpMessage first = line.sent.remove();
        loop.advance(TIMEOUT);
        line.echo(first);
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(connection.counters().lateAnswers()).isEqualTo(1);
    }

    @Test
    void aSecondAnswerToTheSameRequestIsCountedAndToldToNobody() {
        var line = connected();
        List<SmpMessage> unasked = new ArrayList<>();
        connection.listen(hearing(unasked));

        var answer = echo("hello");
        SmpMessage request = line.sent.remove();
        line.echo(request);
        line.echo(request);
        loop.advance(MOMENT);

        assertThat(answer).isCompleted();
        assertThat(connection.counters().lateAnswers()).isEqualTo(1);
        assertThat(unasked).isEmpty();
    }

    @Test
    void anAnswerThatFitsNothingAskedGoesToTheListenersAndLeavesTheRequestWaiting() {
        var line = connected();
        List<SmpMessage> unasked = new ArrayList<>();
        connection.listen(hearing(unasked));

        var answer = echo("hello");
        SmpHeader asked = line.sent.peek().header();
        line.answer(header(asked.op(), asked.group(), asked.sequence() + 100 & 0xff, 0), map("r", "other number"));
        line.answer(header(asked.op(), asked.group(), asked.sequence(), 1), map("r", "other command"));
        line.answer(header(asked.op(), 1, asked.sequence(), 0), map("r", "other group"));
        line.answer(header(SmpOp.READ, asked.group(), asked.sequence(), 0), map("r", "other op"));
        loop.advance(MOMENT);

        assertThat(answer).isNotDone();
        assertThat(unasked).hasSize(4);
        assertThat(connection.counters().unknownAnswers()).isEqualTo(4);

        line.echoNext();
        loop.advance(MOMENT);
        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void silenceAfterTheLastRetransmissionIsATimeoutThatTellsWhatWasAsked() {
        connected();

        var answer = echo("hello");
        loop.advance(TIMEOUT.multipliedBy(4));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOfSatisfying(SmpTimeoutException.class, timeout -> {
                    assertThat(timeout.transmissions()).isEqualTo(4);
                    assertThat(timeout.waited()).isEqualTo(TIMEOUT.multipliedBy(4));
                })
                .hasMessage("scripted:board: no answer to os echo (group 0, command 0), sent 4 times in 10.0 s");
    }

    @Test
    void whatMayNotBeRepeatedIsSentOnce() {
        var line = connected();

        var answer = connection.send(new Once());
        loop.advance(TIMEOUT.plus(MOMENT));

        assertThat(line.sent).hasSize(1);
        assertThatThrownBy(answer::join).cause().isInstanceOf(SmpTimeoutException.class);
    }

    @Test
    void theNextRequestWorksAfterATimeout() {
        var line = connected();
        connection.send(new Once());
        loop.advance(TIMEOUT.plus(MOMENT));
        SmpHeader late = line.taken();

        var answer = echo("hello");
        line.answer(late, CborMap.EMPTY);
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(connection.counters().lateAnswers()).isEqualTo(1);
    }

    @Test
    void noMoreRequestsAreOutstandingThanTheDeviceHasRoomFor() {
        var line = connected();

        var answers = IntStream.range(0, 5).mapToObj(i -> echo("echo " + i)).toList();
        assertThat(line.sent).hasSize(3);
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(answers.get(0)).isCompleted();
        assertThat(line.sent).hasSize(3);
        assertThat(line.sent.peekLast().payload().text("d")).isEqualTo("echo 3");
    }

    @Test
    void aBusyDeviceIsAskedAgainAfterAPause() {
        var line = connected();

        var answer = echo("hello");
        line.answer(line.taken(), map("rc", 10));
        loop.advance(MOMENT);
        assertThat(line.sent).isEmpty();
        loop.advance(Transmitter.BUSY_PAUSE);
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void aDeviceThatStaysBusyIsBelievedAfterTheLastRetry() {
        var line = connected();

        var answer = echo("hello");
        for (int i = 0; i <= SmpClientOptions.DEFAULT.retries(); i++) {
            line.answer(line.taken(), map("rc", 10));
            loop.advance(Transmitter.BUSY_PAUSE.multipliedBy(8));
        }

        assertThatThrownBy(answer::join).cause().isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(
                        error.code())
                .isEqualTo(10));
    }

    @Test
    void busyIsFinalForWhatMayNotBeRepeated() {
        var line = connected();

        var answer = connection.send(new Once());
        loop.advance(MOMENT);
        line.answer(line.taken(), map("rc", 10));
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join).cause().isInstanceOf(SmpErrorException.class);
    }

    @Test
    void aRequestThatArrivedCorruptIsRepeatedOnce() {
        var line = connected();

        var answer = echo("hello");
        line.answer(line.taken(), map("rc", 9));
        loop.advance(MOMENT);
        line.answer(line.taken(), map("rc", 9));
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join).cause().isInstanceOf(SmpErrorException.class);
    }

    @Test
    void anAnswerThatIsNoMapIsAskedForOnceMore() {
        var line = connected();

        var answer = echo("hello");
        line.answerDamaged(line.taken());
        loop.advance(MOMENT);
        line.answerDamaged(line.taken());
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageStartingWith("scripted:board: the answer to os echo (group 0, command 0) is damaged: ");
        assertThat(connection.counters().discardedFrames()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutWhatItMustHoldIsAProtocolErrorThatNamesTheDevice() {
        var line = connected();

        var answer = echo("hello");
        line.answer(line.taken(), map("x", "hello"));
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageStartingWith("scripted:board: the answer to os echo (group 0, command 0) is wrong: ")
                .hasMessageContaining("'r'");
    }

    @Test
    void otherErrorsAreFinal() {
        var line = connected();

        var answer = echo("hello");
        line.answer(line.taken(), map("rc", 8));
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join).cause().isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(
                        error.code())
                .isEqualTo(8));
        assertThat(line.sent).isEmpty();
    }

    @Test
    void aRequestLargerThanTheDeviceTakesIsNotSent() {
        var line = connected();

        var answer = echo("x".repeat(300));

        assertThat(line.sent).isEmpty();
        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpProtocolException.class)
                .hasMessage("scripted:board: os echo (group 0, command 0) takes 314 bytes, and the device accepts at"
                        + " most 252 on this line; nothing was sent");
    }

    @Test
    void aRequestLargerThanAnyMessageNamesTheDeviceToo() {
        connected();

        var answer = echo("x".repeat(70_000));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpProtocolException.class)
                .hasMessage("scripted:board: os echo (group 0, command 0) cannot be sent: the message has 70016 bytes,"
                        + " SMP has none beyond 65543");
    }

    @Test
    void aRequestOfExactlyTheLargestSizeIsSent() {
        var line = connected();

        echo("x".repeat(240));
        assertThat(line.sent).isEmpty();

        echo("x".repeat(239));
        assertThat(line.sent).hasSize(1);
    }

    @Test
    void aCancelledRequestIsNotSentAgainAndMakesRoomForTheNext() {
        lines.parameters = Optional.of(map("rc", 8));
        var line = connected();

        var cancelled = echo("first");
        var next = echo("second");
        line.taken();
        cancelled.cancel(false);
        loop.advance(MOMENT);
        line.echoNext();
        loop.advance(TIMEOUT.multipliedBy(2));

        assertThat(next.join().text()).isEqualTo("second");
        assertThat(line.sent).isEmpty();
    }

    @Test
    void theCallerHearsOfRetransmissions() {
        connected();
        AtomicInteger repeated = new AtomicInteger();

        connection.send(new Echo("hello"), new Attempts(TIMEOUT, 2, repeated::incrementAndGet));
        loop.advance(TIMEOUT.multipliedBy(5));

        assertThat(repeated).hasValue(2);
    }

    @Test
    void aTimerLearnsFromAnswers() {
        var line = connected();
        RetransmissionTimer timer = RetransmissionTimer.upTo(TIMEOUT);

        connection.send(new Echo("hello"), new Attempts(timer, 3, () -> {}));
        loop.advance(Duration.ofMillis(300));
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(timer.timeout(1)).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void aTimerThatHasLearntRepeatsSoonerAndGivesUpNoSooner() {
        connected();
        RetransmissionTimer timer = RetransmissionTimer.upTo(TIMEOUT);
        IntStream.range(0, 300).forEach(answer -> timer.answered(Duration.ofMillis(20)));
        AtomicInteger repeated = new AtomicInteger();

        var answer = connection.send(new Echo("hello"), new Attempts(timer, 3, repeated::incrementAndGet));
        loop.advance(Duration.ofMillis(350));
        assertThat(repeated).hasValue(2);
        loop.advance(TIMEOUT.multipliedBy(4).minusMillis(350));

        assertThat(answer).isNotDone();
        loop.advance(TIMEOUT);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void aRequestThatIsSentOnceWaitsAsLongAsItMay() {
        connected();
        RetransmissionTimer timer = RetransmissionTimer.upTo(TIMEOUT);
        timer.answered(Duration.ofMillis(20));

        var answer = connection.send(new Once(), new Attempts(timer, 3, () -> {}));
        loop.advance(TIMEOUT.minusMillis(1));
        assertThat(answer).isNotDone();
        loop.advance(MOMENT.multipliedBy(2));

        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void sequenceNumbersComeRoundWithoutMixingUpAnswers() {
        var line = connected();
        Set<Integer> numbers = new HashSet<>();

        for (int i = 0; i < 600; i++) {
            var answer = echo("echo " + i);
            numbers.add(line.sent.peek().header().sequence());
            line.echoNext();
            loop.advance(MOMENT);
            assertThat(answer.join().text()).isEqualTo("echo " + i);
        }

        assertThat(numbers).hasSize(256);
    }

    @Test
    void theRoundTripIsMeasuredAndSmoothed() {
        var line = connected();

        for (int i = 0; i < 100; i++) {
            connection.send(new Echo("hello"));
            loop.advance(Duration.ofMillis(20));
            line.echoNext();
            loop.advance(Duration.ZERO);
        }

        assertThat(connection.counters().roundTrip().orElseThrow())
                .isBetween(Duration.ofMillis(19), Duration.ofMillis(20));
        assertThat(connection.counters().lastAnswer()).isPresent();
        assertThat(connection.counters().roundTrips()).isGreaterThanOrEqualTo(100);
        assertThat(connection.counters().roundTripTotal())
                .isEqualTo(Duration.ofMillis(20).multipliedBy(100));
        assertThat(connection.counters().outstanding()).isZero();
    }

    @Test
    void aRequestIsOutstandingUntilItIsAnswered() {
        var line = connected();

        var answer = echo("hello");
        assertThat(connection.counters().outstanding()).isEqualTo(1);
        loop.advance(MOMENT);
        line.echoNext();
        loop.advance(MOMENT);

        assertThat(answer).isCompleted();
        assertThat(connection.counters().outstanding()).isZero();
    }

    @Test
    void whatIsTooLargeToBeSentUsesUpNoSequenceNumber() {
        var line = connected();
        echo("first");
        int first = line.taken().sequence();

        var tooLarge =
                IntStream.range(0, 300).mapToObj(i -> echo("x".repeat(300))).toList();
        echo("second");

        assertThat(tooLarge).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(line.taken().sequence()).isEqualTo((first + 1) % 256);
    }

    @Test
    void closingLeavesNothingToBeDone() {
        var line = connected();
        var quick = echo("quick");
        line.echoNext();
        echo("x".repeat(100));
        loop.advance(TIMEOUT);
        assertThat(line.sent).hasSize(2);

        connection.close();
        loop.advance(Duration.ZERO);

        assertThat(quick).isCompleted();
        assertThat(loop.nextDue()).isEmpty();
    }

    @Test
    void aPayloadThatCannotBeMadeFailsItsRequestOnly() {
        var line = connected();
        RuntimeException fault = new IllegalStateException("no time to read");

        var broken = connection.send(new Faulty(fault));
        var sound = echo("hello");
        line.echoNext();
        loop.advance(MOMENT);

        assertThatThrownBy(broken::join).hasCause(fault);
        assertThat(sound).isCompleted();
    }

    @Test
    void anAnswerThatItsRequestCannotReadFailsThatRequestOnly() {
        var line = connected();
        RuntimeException fault = new IllegalStateException("cannot read");

        var unread = connection.send(new Unreadable(fault, false));
        var unjudged = connection.send(new Unreadable(fault, true));
        var sound = echo("hello");
        line.answer(line.taken(), map("x", 1));
        line.answer(line.taken(), map("x", 1));
        line.echoNext();
        loop.advance(MOMENT);

        assertThatThrownBy(unread::join).hasCause(fault);
        assertThatThrownBy(unjudged::join).hasCause(fault);
        assertThat(sound).isCompleted();
        assertThat(connection.counters().outstanding()).isZero();
    }

    private record Unreadable(RuntimeException fault, boolean alreadyForErrors) implements SmpRequest<CborMap> {
        @Override
        public SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        public int group() {
            return 64;
        }

        @Override
        public int command() {
            return 3;
        }

        @Override
        public Optional<SmpError> errorIn(CborMap payload) {
            if (alreadyForErrors) {
                throw fault;
            }
            return Optional.empty();
        }

        @Override
        public CborMap readResponse(CborMap payload) {
            throw fault;
        }
    }

    @Test
    void aTimerThatFailsStopsNoOther() {
        Loop sturdy = new Loop(loop, loop::nanoTime);
        List<String> ran = new ArrayList<>();

        sturdy.after(MOMENT, () -> {
            throw new IllegalStateException("odd");
        });
        sturdy.after(MOMENT, () -> ran.add("next"));
        loop.advance(MOMENT);

        assertThat(ran).containsExactly("next");
    }

    private record Faulty(RuntimeException fault) implements SmpRequest<CborMap> {
        @Override
        public SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        public int group() {
            return 64;
        }

        @Override
        public int command() {
            return 2;
        }

        @Override
        public CborMap payload() {
            throw fault;
        }

        @Override
        public CborMap readResponse(CborMap payload) {
            return payload;
        }
    }

    private static SmpHeader header(SmpOp op, int group, int sequence, int command) {
        return new SmpHeader(SmpVersion.V2, op, 0, 0, group, sequence, command);
    }

    private static SmpConnectionListener hearing(List<SmpMessage> messages) {
        return new SmpConnectionListener() {
            @Override
            public void message(SmpMessage message) {
                messages.add(message);
            }
        };
    }
}
