package io.github.camelsmp.client;

import static io.github.camelsmp.client.ScriptedLines.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.group.OsGroup.EchoResponse;
import io.github.camelsmp.protocol.group.OsGroup.Reset;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Lines that do not open, break, or lead to a device that says nothing. */
class ReconnectionTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration TIMEOUT = SmpClientOptions.DEFAULT.requestTimeout();
    private static final Duration DELAY = SmpClientOptions.DEFAULT.reconnectDelay();
    private static final Duration CONNECT_TIMEOUT =
            SmpClientOptions.DEFAULT.transport().connectTimeout();

    private final VirtualLoop loop = new VirtualLoop();
    private final ScriptedLines lines = new ScriptedLines();
    private final List<String> events = new ArrayList<>();
    private final SmpConnection connection = new SmpConnection(
            ScriptedLines.ADDRESS, lines, SmpClientOptions.DEFAULT, loop, loop::nanoTime, closed -> {});

    ReconnectionTest() {
        connection.listen(new SmpConnectionListener() {
            @Override
            public void connected(Optional<McumgrParameters> parameters) {
                events.add("connected "
                        + parameters.map(McumgrParameters::bufferSize).orElse(0));
            }

            @Override
            public void disconnected(SmpTransportException reason) {
                events.add("disconnected");
            }

            @Override
            public void console(String line) {
                events.add(line);
            }
        });
    }

    private CompletableFuture<EchoResponse> echo(String text) {
        CompletableFuture<EchoResponse> answer = connection.send(new Echo(text));
        loop.advance(MOMENT);
        return answer;
    }

    private static SmpTransportException noSuchPort() {
        return new SmpTransportException("scripted:board", "there is no such port");
    }

    @Test
    void aRequestThatHasBecomeTooLargeMakesRoomForTheNextOne() {
        lines.parameters = Optional.empty();
        connection.send(new Echo("small"), Attempts.once(TIMEOUT));
        var large = connection.send(new Echo("x".repeat(60)));
        loop.advance(Duration.ofSeconds(7));
        var small = lines.line().sent.remove();
        loop.advance(TIMEOUT);
        assertThat(lines.line().sent).hasSize(1);

        lines.parameters = Optional.of(
                CborMap.builder().put("buf_size", 64).put("buf_count", 2).build());
        lines.line().echo(small);
        var next = echo("next");
        loop.advance(TIMEOUT);

        assertThat(connection.largestMessage()).isEqualTo(60);
        assertThatThrownBy(large::join).hasMessageContaining("takes 73 bytes");
        assertThat(lines.line().sent.removeLast().payload().text("d")).isEqualTo("next");
        assertThat(next).isNotDone();
    }

    @Test
    void aRequestInFlightSurvivesABreakAndIsSentAgainOnTheNextLine() {
        var answer = echo("hello");
        var before = lines.line();
        before.breaks();
        loop.advance(DELAY.plus(MOMENT));

        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(lines.opened).hasSize(2);
        assertThat(before.closed).isTrue();
        assertThat(events).containsExactly("connected 256", "disconnected", "connected 256");
    }

    @Test
    void requestsKeepTheirOrderOverABreak() {
        lines.parameters = Optional.of(map("rc", 8));
        echo("1");
        echo("2");
        echo("3");
        lines.line().breaks();
        loop.advance(DELAY.plus(MOMENT));

        for (String expected : List.of("1", "2", "3")) {
            assertThat(lines.line().sent.peek().payload().text("d")).isEqualTo(expected);
            lines.line().echoNext();
            loop.advance(MOMENT);
        }
    }

    @Test
    void whatMayNotBeRepeatedFailsWhenTheLineBreaks() {
        var answer = connection.send(new Reset(false, 0));
        loop.advance(MOMENT);
        lines.line().breaks();
        loop.advance(MOMENT);

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessage("scripted:board: os reset (group 0, command 5) was interrupted: unplugged");
        assertThat(connection.state()).isEqualTo(State.IDLE);
    }

    @Test
    void aLineThatNobodyNeedsStaysClosedAfterABreak() {
        connection.connect();
        loop.advance(MOMENT);
        lines.line().breaks();
        loop.advance(Duration.ofMinutes(1));

        assertThat(connection.state()).isEqualTo(State.IDLE);
        assertThat(lines.attempts).isEqualTo(1);
    }

    @Test
    void aLineThatIsKeptOpenIsOpenedAgainUntilNobodyKeepsIt() throws Exception {
        AutoCloseable kept = connection.keepOpen();
        loop.advance(MOMENT);
        lines.line().breaks();
        loop.advance(DELAY.plus(MOMENT));
        assertThat(connection.state()).isEqualTo(State.CONNECTED);

        kept.close();
        kept.close();
        loop.advance(MOMENT);
        lines.line().breaks();
        loop.advance(Duration.ofMinutes(1));

        assertThat(lines.attempts).isEqualTo(2);
    }

    @Test
    void pausesBetweenAttemptsDoubleUpToTheLongest() {
        lines.obstacle = Optional.of(noSuchPort());
        List<Long> attemptsAt = new ArrayList<>();

        connection.keepOpen();
        int seen = 0;
        for (long at = 0; at < 30_000; at += 10) {
            loop.advance(Duration.ofMillis(10));
            if (lines.attempts > seen) {
                seen = lines.attempts;
                attemptsAt.add(at);
            }
        }

        assertThat(attemptsAt.subList(0, 8)).containsExactly(0L, 240L, 740L, 1740L, 3740L, 7740L, 12740L, 17740L);
    }

    @Test
    void aMissingPortFailsTheRequestAfterTheConnectTimeoutAndSaysWhy() {
        lines.obstacle = Optional.of(noSuchPort());

        var answer = echo("hello");
        loop.advance(CONNECT_TIMEOUT.minus(MOMENT.multipliedBy(2)));
        assertThat(answer).isNotDone();
        loop.advance(MOMENT.multipliedBy(2));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessage("scripted:board: os echo (group 0, command 0) found no line within 10.0 s: "
                        + "there is no such port");
    }

    @Test
    void aPortThatAppearsWithinTheConnectTimeoutIsUsed() {
        lines.obstacle = Optional.of(noSuchPort());

        var answer = echo("hello");
        loop.advance(Duration.ofSeconds(3));
        lines.obstacle = Optional.empty();
        loop.advance(Duration.ofSeconds(1));
        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void theNextRequestWorksAfterOneThatFoundNoLine() {
        lines.obstacle = Optional.of(noSuchPort());
        echo("lost");
        loop.advance(CONNECT_TIMEOUT);
        lines.obstacle = Optional.empty();

        var answer = echo("hello");
        loop.advance(Duration.ofSeconds(5));
        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void connectFailsWithTheFirstObstacle() {
        lines.obstacle = Optional.of(noSuchPort());

        var connecting = connection.connect();
        loop.advance(MOMENT);

        assertThatThrownBy(connecting::join).hasCause(lines.obstacle.get());
        assertThat(connection.state()).isEqualTo(State.IDLE);
    }

    @Test
    void connectDoesNotWaitForTheDelayOfTheNextAttempt() {
        lines.obstacle = Optional.of(noSuchPort());
        connection.keepOpen();
        loop.advance(Duration.ofSeconds(10));
        lines.obstacle = Optional.empty();

        var connecting = connection.connect();
        loop.advance(MOMENT);

        assertThat(connecting).isCompleted();
    }

    @Test
    void aDeviceThatDoesNotKnowTheParametersIsConnectedWithAWindowOfOne() {
        lines.parameters = Optional.of(map("rc", 8));

        var connecting = connection.connect();
        loop.advance(MOMENT);

        assertThat(connecting).isCompleted();
        assertThat(connection.parameters()).isEmpty();
        assertThat(connection.largestWindow()).isEqualTo(1);
        assertThat(connection.largestMessage()).isEqualTo(80);
        assertThat(events).containsExactly("connected 0");
    }

    @Test
    void parametersAreReadAgainOnTheNextLine() {
        echo("hello");
        lines.parameters = Optional.of(
                CborMap.builder().put("buf_size", 1024).put("buf_count", 1).build());
        lines.line().breaks();
        loop.advance(DELAY.plus(MOMENT));

        assertThat(connection.largestMessage()).isEqualTo(1020);
        assertThat(connection.largestWindow()).isEqualTo(1);
    }

    @Test
    void aDeviceThatNeverAnswersFailsConnectWithATimeout() {
        lines.parameters = Optional.empty();

        var connecting = connection.connect();
        loop.advance(CONNECT_TIMEOUT);

        assertThatThrownBy(connecting::join)
                .cause()
                .isInstanceOf(SmpTimeoutException.class)
                .hasMessage("scripted:board: no answer to os parameters (group 0, command 6) and os echo (group 0,"
                        + " command 0), sent 3 times in 6.0 s");
        assertThat(events).isEmpty();
    }

    @Test
    void aRequestToADeviceThatNeverAnswersTimesOut() {
        lines.parameters = Optional.empty();

        var answer = echo("hello");
        loop.advance(CONNECT_TIMEOUT.plus(TIMEOUT.multipliedBy(4)));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTimeoutException.class)
                .hasMessage("scripted:board: no answer to os echo (group 0, command 0), sent 4 times in 10.0 s");
        assertThat(connection.state()).isEqualTo(State.IDLE);
    }

    @Test
    void aDeviceThatWasNotPatientlyWaitedForIsCalledUnansweringAndNotUnopened() {
        lines.parameters = Optional.empty();
        Duration impatient = Duration.ofSeconds(1);
        SmpConnection connection = VirtualConnections.open(
                ScriptedLines.ADDRESS,
                lines,
                SmpClientOptions.DEFAULT.withTransport(TransportOptions.DEFAULT.withConnectTimeout(impatient)),
                loop);

        var answer = connection.send(new Echo("hello"));
        loop.advance(impatient.plus(MOMENT));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTimeoutException.class)
                .hasMessage("scripted:board: no answer to os parameters (group 0, command 6) that goes ahead of os echo"
                        + " (group 0, command 0), sent once in 1.0 s");
    }

    @Test
    void everyRequestToADeviceThatNeverAnswersTimesOutInTime() {
        lines.parameters = Optional.empty();

        var answers = List.of(echo("1"), echo("2"), echo("3"), echo("4"));
        loop.advance(CONNECT_TIMEOUT.plus(TIMEOUT.multipliedBy(4)));

        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).cause().isInstanceOf(SmpTimeoutException.class));
    }

    @Test
    void aDeviceThatAnswersNothingButWhatUsersAskIsConnected() {
        lines.parameters = Optional.empty();

        var answer = echo("hello");
        loop.advance(Duration.ofSeconds(6));
        assertThat(connection.state()).isEqualTo(State.SILENT);
        lines.line().echoNext();
        loop.advance(Duration.ofSeconds(6));

        assertThat(answer.join().text()).isEqualTo("hello");
        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(events).containsExactly("connected 0");
    }

    @Test
    void aDeviceThatSaysNothingOfItsParametersButEchoesIsConnected() {
        lines.parameters = Optional.empty();
        lines.echoesNothing = true;

        var connecting = connection.connect();
        loop.advance(Duration.ofSeconds(5));

        assertThat(connecting).isCompleted();
        assertThat(events).containsExactly("connected 0");
    }

    @Test
    void asksAgainForParametersWhenOnlyTheEchoGotThrough() {
        var told = lines.parameters;
        lines.parameters = Optional.empty();
        lines.echoesNothing = true;
        connection.connect();
        loop.advance(Duration.ofSeconds(3));

        lines.parameters = told;
        loop.advance(Duration.ofSeconds(2));

        assertThat(connection.parameters().orElseThrow().bufferCount()).isEqualTo(4);
    }

    @Test
    void aDeviceThatWakesUpIsAskedForItsParametersBeforeAnythingElse() {
        lines.parameters = Optional.empty();
        echo("hello");
        echo("world");
        loop.advance(Duration.ofSeconds(7));
        lines.parameters = Optional.of(map("rc", 8));

        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(events).containsExactly("connected 0");
        assertThat(lines.line().sent.peekLast().payload().text("d")).isEqualTo("world");
    }

    @Test
    void aDeviceThatFallsSilentIsDisconnectedAndFoundAgainOnTheSameLine() {
        connection.keepOpen();
        var answer = echo("hello");
        lines.parameters = Optional.empty();
        loop.advance(TIMEOUT.multipliedBy(4));
        assertThat(answer).isCompletedExceptionally();
        assertThat(connection.state()).isEqualTo(State.SILENT);

        lines.parameters = Optional.of(map("rc", 8));
        loop.advance(SmpClientOptions.DEFAULT.maxReconnectDelay());

        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(lines.opened).hasSize(1);
        assertThat(events).containsExactly("connected 256", "disconnected", "connected 0");
    }

    @Test
    void aDeviceThatFellSilentStaysDisconnectedUntilItAnswers() {
        connection.keepOpen();
        echo("hello");
        lines.parameters = Optional.empty();
        loop.advance(Duration.ofMinutes(5));

        assertThat(connection.state()).isIn(State.SILENT, State.CONNECTING);
        assertThat(events).containsExactly("connected 256", "disconnected");
    }

    @Test
    void aDeviceWithoutRoomForAMessageIsTreatedAsOneThatDoesNotTell() {
        lines.parameters = Optional.of(
                CborMap.builder().put("buf_size", 4).put("buf_count", 4).build());

        var connecting = connection.connect();
        loop.advance(MOMENT);

        assertThat(connecting).isCompleted();
        assertThat(connection.parameters()).isEmpty();
        assertThat(connection.largestMessage()).isEqualTo(80);
    }

    @Test
    void aDeviceWhoseAddressMayMoveIsLookedForOnANewLine() {
        lines.worthReopening = true;
        connection.keepOpen();
        echo("hello");
        loop.advance(MOMENT);

        var told = lines.parameters;
        lines.parameters = Optional.empty();
        loop.advance(TIMEOUT.multipliedBy(4));
        lines.parameters = told;
        loop.advance(DELAY);

        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(lines.opened).hasSize(2);
    }

    @Test
    void oneUnansweredRequestAmongAnsweredOnesDoesNotDisconnect() {
        echo("lost");
        var line = lines.line();
        for (int i = 0; i < 20; i++) {
            echo("answered");
            line.echo(line.sent.removeLast());
            loop.advance(Duration.ofSeconds(1));
        }

        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(events).containsExactly("connected 256");
    }

    @Test
    void aRequestGivesUpWhenTheLineStaysAwayForAsLongAsItsAnswerWouldHaveBeenWaitedFor() {
        var answer = connection.send(new Echo("hello"), new Attempts(Duration.ofSeconds(5), 3));
        loop.advance(MOMENT);
        lines.obstacle = Optional.of(noSuchPort());
        lines.line().breaks();

        loop.advance(Duration.ofSeconds(19));
        assertThat(answer).isNotDone();
        loop.advance(Duration.ofSeconds(2));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageEndingWith("found no line within 20.0 s: there is no such port");
    }

    @Test
    void aLineThatBreaksAgainAndAgainDoesNotKeepARequestForEver() {
        var answer = echo("hello");
        for (int i = 0; i < 100; i++) {
            lines.line().breaks();
            loop.advance(DELAY.plus(MOMENT));
        }

        assertThatThrownBy(answer::join).cause().isInstanceOf(SmpTransportException.class);
    }

    @Test
    void lettingGoClosesTheLineAndTheNextRequestOpensAnother() {
        connection.connect();
        loop.advance(MOMENT);
        var before = lines.line();

        connection.letGo();
        loop.advance(Duration.ofMinutes(1));
        assertThat(before.closed).isTrue();
        assertThat(connection.state()).isEqualTo(State.IDLE);
        var answer = echo("hello");
        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(answer).isCompleted();
        assertThat(lines.opened).hasSize(2);
    }

    @Test
    void aDeviceThatResetsIsLeftAloneWhileItsBootloaderMayListen() {
        lines.quietAfterReset = Duration.ofMillis(1500);
        connection.keepOpen();
        loop.advance(MOMENT);

        connection.awaitReset();
        var answer = echo("hello");
        loop.advance(Duration.ofMillis(1400));
        int openedWhileQuiet = lines.opened.size();
        loop.advance(Duration.ofMillis(200));
        lines.line().echoNext();
        loop.advance(MOMENT);

        assertThat(openedWhileQuiet).isEqualTo(1);
        assertThat(lines.opened).hasSize(2);
        assertThat(answer).isCompleted();
    }

    @Test
    void whoWantsToConnectWaitsUntilADeviceThatResetsMayBeDisturbed() {
        lines.quietAfterReset = Duration.ofMillis(1500);
        connection.connect();
        loop.advance(MOMENT);

        connection.awaitReset();
        var connected = connection.connect();
        loop.advance(Duration.ofMillis(1400));
        int openedWhileQuiet = lines.opened.size();
        loop.advance(Duration.ofMillis(200));

        assertThat(openedWhileQuiet).isEqualTo(1);
        assertThat(connected).isCompleted();
    }

    @Test
    void whatAnOldLineStillSaysIsNotHeard() {
        connection.connect();
        loop.advance(MOMENT);
        var before = lines.line();
        connection.letGo();
        connection.connect();
        loop.advance(MOMENT);

        before.listener.console("late");
        before.breaks();
        loop.advance(MOMENT);

        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(events).containsExactly("connected 256", "disconnected", "connected 256");
    }

    @Test
    void closingFailsWhatIsOutstandingAndWhatComesAfter() {
        var outstanding = echo("hello");

        connection.close();
        connection.close();
        loop.advance(MOMENT);
        var after = echo("world");

        assertThat(List.of(outstanding, after)).allSatisfy(answer -> assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("closed"));
        assertThat(lines.line().closed).isTrue();
        assertThat(connection.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void consoleLinesAreHeardWhileTheDeviceAnswersNothing() {
        lines.parameters = Optional.empty();
        connection.keepOpen();
        loop.advance(Duration.ofSeconds(30));

        lines.line().listener.console("*** Booting ***");
        loop.advance(MOMENT);

        assertThat(events).containsExactly("*** Booting ***");
        assertThat(lines.opened).hasSize(1);
    }

    @Test
    void aListenerThatFailsKeepsNobodyElseFromHearing() {
        connection.listen(new SmpConnectionListener() {
            @Override
            public void connected(Optional<McumgrParameters> parameters) {
                throw new IllegalStateException("on purpose");
            }
        });
        connection.listen(new SmpConnectionListener() {
            @Override
            public void connected(Optional<McumgrParameters> parameters) {
                events.add("heard");
            }
        });

        connection.connect();
        loop.advance(MOMENT);

        assertThat(events).containsExactly("connected 256", "heard");
    }

    @Test
    void countersTellTheStory() {
        echo("hello");
        lines.line().echoNext();
        loop.advance(MOMENT);

        SmpCounters counters = connection.counters();

        assertThat(counters.requests()).isEqualTo(1);
        assertThat(counters.transmissions()).isEqualTo(2);
        assertThat(counters.bytesOut()).isEqualTo(9 + 17);
        assertThat(counters.connects()).isEqualTo(1);
        assertThat(counters.retransmissions()).isZero();
    }
}
