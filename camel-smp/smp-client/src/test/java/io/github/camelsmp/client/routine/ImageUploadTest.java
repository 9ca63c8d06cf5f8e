package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUploadTest {

    private static final int LENGTH = 5000;
    private static final Duration SILENCE = Duration.ofSeconds(25);

    private final byte[] file = SampleImage.file(1, 2, 3, LENGTH);
    private final FirmwareImage firmware = SampleImage.firmware(0, file);
    private final VirtualLoop loop = new VirtualLoop();
    private final UploadServer server = new UploadServer();
    private final List<Long> offsets = new ArrayList<>();
    private final ScriptedChannel channel = new ScriptedChannel(loop, this::execute);
    private boolean listsImages = true;
    private int refusals;
    private int refusalCode;

    private Optional<CborMap> execute(SmpRequest<?> request, CborMap payload) {
        if (request instanceof ImageGroup.StateRead) {
            return Optional.of(listing());
        }
        if (!(request instanceof Upload)) {
            return Optional.of(CborMap.builder().put("rc", 8).build());
        }
        if (refusals > 0 && payload.integer("off") > 0) {
            refusals--;
            return Optional.of(CborMap.builder().put("rc", refusalCode).build());
        }
        return Optional.of(server.upload(payload));
    }

    private CborMap listing() {
        byte[] hash = SampleImage.hash(server.slot);
        List<Map<String, Object>> images = hash.length == 0 || !listsImages
                ? List.of()
                : List.of(Map.of("slot", 1, "version", "1.2.3", "hash", hash));
        return CborMap.builder().put("images", images).build();
    }

    private ImageUpload upload() {
        return new ImageUpload(channel, firmware, ImageUploadOptions.DEFAULT, (offset, length) -> offsets.add(offset));
    }

    private UploadResult run() {
        CompletableFuture<UploadResult> result = upload().start();
        loop.runToEnd();
        return result.join();
    }

    private void lose(Fate fate, Predicate<Upload> which) {
        boolean[] done = {false};
        channel.script = request -> {
            if (!done[0] && request instanceof Upload chunk && which.test(chunk)) {
                done[0] = true;
                return fate;
            }
            return Fate.ARRIVES;
        };
    }

    private void useWindow(int size) {
        channel.options = SmpClientOptions.DEFAULT.withWindow(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void bringsEveryByteInMessagesThatFillTheBuffer(int window) {
        useWindow(window);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(result.bytes()).isEqualTo(LENGTH);
        assertThat(result.sent()).isEqualTo(LENGTH);
        assertThat(result.retransmissions()).isZero();
        assertThat(result.match()).contains(true);
        assertThat(result.sha256()).isEqualTo(SampleImage.sha256(file));
        assertThat(channel.sizes.subList(0, channel.sizes.size() - 1)).containsOnly(channel.parameters.bufferSize());
    }

    @Test
    void isFasterWithRequestsInFlight() {
        useWindow(1);
        Duration oneAtATime = run().duration();
        server.slot = new byte[0];
        useWindow(0);

        Duration windowed = run().duration();

        assertThat(windowed.multipliedBy(2)).isLessThan(oneAtATime);
    }

    @Test
    void repeatsALostChunkAfterWhatAnswersUsuallyTake() {
        useWindow(1);
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() > 2000);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(result.retransmissions()).isEqualTo(1);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void findsOutSoonThatTheLastChunkIsLost() {
        lose(Fate.REQUEST_LOST, Upload::isLast);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void neverHasMoreInFlightThanTheDeviceHasBuffersFor() {
        channel.parameters = new McumgrParameters(256, 3);
        CompletableFuture<UploadResult> result = upload().start();
        loop.advance(Duration.ofMillis(9));
        assertThat(channel.transmitted).hasSize(1);

        loop.advance(Duration.ofMillis(2));

        assertThat(channel.transmitted).hasSize(3);
        loop.runToEnd();
        assertThat(result).isCompleted();
    }

    @Test
    void tellsProgressAtTheBeginningAndAfterEveryAnswer() {
        run();

        assertThat(offsets).isSorted().doesNotHaveDuplicates().startsWith(0L).endsWith((long) LENGTH);
        assertThat(offsets).hasSize(1 + channel.transmitted.size());
    }

    @Test
    void tellsThatItBeginsBehindWhatTheDeviceHas() {
        ImageUpload interrupted = upload();
        interrupted.start();
        loop.advance(Duration.ofMillis(25));
        interrupted.cancel();
        offsets.clear();
        long there = server.offset();

        run();

        assertThat(there).isBetween(300L, LENGTH - 1L);
        assertThat(offsets).isSorted().startsWith(there);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void finishesAfterTheFirstRequestWasLost(int window) {
        useWindow(window);
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() == 0);

        run();

        assertThat(server.slot).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void erasesOnceThoughTheFirstAnswerWasLost(int window) {
        useWindow(window);
        lose(Fate.ANSWER_LOST, chunk -> chunk.offset() == 0);

        run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(server.erased).isEqualTo(1);
    }

    @Test
    void findsOutLongBeforeTheDeadlineThatTheFirstChunkWasLost() {
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() == 0);

        assertThat(run().duration()).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void findsOutLongBeforeTheDeadlineThatAllInFlightBehindTheFirstChunkWereLost(int window) {
        useWindow(window);
        AtomicInteger chunks = new AtomicInteger();
        channel.script = request -> {
            int chunk = request instanceof Upload ? chunks.incrementAndGet() : 0;
            return chunk > 1 && chunk <= 1 + window ? Fate.REQUEST_LOST : Fate.ARRIVES;
        };

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void findsOutLongBeforeTheDeadlineThatTheLastChunkWasLost() {
        lose(Fate.REQUEST_LOST, chunk -> chunk.end() == LENGTH);

        UploadResult result = run();

        assertThat(result.duration()).isLessThan(Duration.ofSeconds(5));
        assertThat(result.match()).contains(true);
    }

    @Test
    void sendsTheFirstChunkOnceToADeviceThatErasesForLong() {
        channel.work = request ->
                request instanceof Upload chunk && chunk.offset() == 0 ? Duration.ofSeconds(30) : Duration.ZERO;

        UploadResult result = run();

        assertThat(result.sent()).isEqualTo(LENGTH);
        assertThat(server.erased).isEqualTo(1);
        assertThat(channel.mostOutstanding).isEqualTo(channel.largestWindow());
    }

    @Test
    void putsNoSecondRequestToADeviceWithoutABufferForIt() {
        channel.parameters = new McumgrParameters(256, 2);
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() == 0);

        assertThat(run().duration()).isGreaterThan(SmpClientOptions.DEFAULT.eraseTimeout());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void finishesAfterARequestInTheMiddleWasLost(int window) {
        useWindow(window);
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() > LENGTH / 2);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(result.retransmissions()).isBetween(1, window);
        assertThat(result.match()).contains(true);
    }

    /** On a bad line that is chance, not a device that does not take the chunk. */
    @Test
    void outlastsTheLossOfOneChunkManyTimesInARow() {
        useWindow(3);
        int[] losses = {12};
        channel.script = request -> request instanceof Upload chunk
                        && chunk.offset() <= LENGTH / 2
                        && chunk.end() > LENGTH / 2
                        && losses[0]-- > 0
                ? Fate.REQUEST_LOST
                : Fate.ARRIVES;

        run();

        assertThat(server.slot).isEqualTo(file);
    }

    @Test
    void doesNotWaitForADeadlineWhereALaterAnswerShowsTheGap() {
        useWindow(3);
        lose(Fate.REQUEST_LOST, chunk -> chunk.offset() > LENGTH / 2);

        assertThat(run().duration()).isLessThan(SmpClientOptions.DEFAULT.requestTimeout());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void finishesAfterAnAnswerInTheMiddleWasLost(int window) {
        useWindow(window);
        lose(Fate.ANSWER_LOST, chunk -> chunk.offset() > LENGTH / 2);

        run();

        assertThat(server.slot).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void knowsFromTheImageListThatOnlyTheLastAnswerWasLost(int window) {
        useWindow(window);
        lose(Fate.ANSWER_LOST, chunk -> chunk.end() == LENGTH);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(server.erased).isEqualTo(1);
        assertThat(result.match()).isEmpty();
        assertThat(channel.count(ImageGroup.StateRead.class)).isEqualTo(1);
    }

    @Test
    void asksWithTheFileHashWhetherOnlyTheLastAnswerWasLostWhereTheImageHashIsNotKnown() {
        FirmwareImage container = FirmwareImage.uninspected(0, file);
        lose(Fate.ANSWER_LOST, chunk -> chunk.end() == LENGTH);

        CompletableFuture<UploadResult> result =
                new ImageUpload(channel, container, ImageUploadOptions.DEFAULT, (offset, length) -> {}).start();
        loop.runToEnd();

        assertThat(result.join().match()).contains(true);
        assertThat(server.erased).isEqualTo(1);
    }

    @Test
    void sendsACompleteFirstChunkWhenTheServerHasForgottenTheUpload() {
        boolean[] forgot = {false};
        channel.script = request -> {
            if (!forgot[0] && request instanceof Upload chunk && chunk.offset() > LENGTH / 2) {
                forgot[0] = true;
                server.forget();
            }
            return Fate.ARRIVES;
        };

        run();

        assertThat(server.slot).isEqualTo(file);
        List<Upload> firstChunks = channel.transmitted.stream()
                .map(Upload.class::cast)
                .filter(chunk -> chunk.offset() == 0)
                .toList();
        assertThat(firstChunks).hasSize(2).allSatisfy(first -> {
            assertThat(first.payload().integer("len")).isEqualTo(LENGTH);
            assertThat(first.payload().bytes("sha")).isEqualTo(SampleImage.sha256(file));
        });
    }

    @Test
    void givesUpOnAServerThatForgetsAgainAndAgain() {
        channel.script = request -> {
            if (request instanceof Upload chunk && chunk.offset() > 0) {
                server.forget();
            }
            return Fate.ARRIVES;
        };

        assertThatThrownBy(this::run)
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("loses the upload");
    }

    @Test
    void sendsOnlyTheRestAfterACancel() {
        ImageUpload first = upload();
        CompletableFuture<UploadResult> cancelled = first.start();
        loop.advance(Duration.ofMillis(60));
        int reached = server.offset();
        first.cancel();
        int sent = channel.transmitted.size();
        loop.runToEnd();
        assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
        assertThat(channel.transmitted).hasSize(sent);
        assertThat(reached).isBetween(500, LENGTH - 500);

        UploadResult result = run();

        assertThat(server.slot).isEqualTo(file);
        assertThat(server.erased).isEqualTo(1);
        assertThat(result.sent()).isLessThanOrEqualTo(LENGTH - reached + 256).isLessThan(LENGTH);
    }

    @Test
    void sendsNothingButTheFirstChunkOfWhatIsThereAlready() {
        server.slot = file.clone();

        UploadResult result = run();

        assertThat(channel.transmitted).hasSize(1);
        assertThat(result.match()).contains(true);
        assertThat(result.sent()).isLessThan(256);
    }

    @Test
    void finishesAfterTheLineWasBrokenForAWhile() {
        CompletableFuture<UploadResult> result = upload().start();
        loop.advance(Duration.ofMillis(60));
        channel.breakLine();
        loop.advance(Duration.ofSeconds(30));
        assertThat(result).isNotDone();

        channel.repair();
        loop.runToEnd();

        assertThat(result.join().match()).contains(true);
        assertThat(server.slot).isEqualTo(file);
        assertThat(server.erased).isEqualTo(1);
    }

    @Test
    void failsWhenTheLineStaysBroken() {
        CompletableFuture<UploadResult> result = upload().start();
        loop.advance(Duration.ofMillis(60));
        channel.breakLine();

        loop.advance(Duration.ofMinutes(2));

        assertThatThrownBy(result::join).hasCauseInstanceOf(SmpTransportException.class);
    }

    @Test
    void failsAtOnceWithoutALineToBeginWith() {
        channel.breakLine();

        assertThatThrownBy(this::run).hasCauseInstanceOf(SmpTransportException.class);
        assertThat(loop.nanoTime()).isZero();
    }

    @Test
    void fillsSmallerMessagesAfterTheDeviceCameBackWithSmallerBuffers() {
        CompletableFuture<UploadResult> result = upload().start();
        loop.advance(Duration.ofMillis(60));
        channel.breakLine();
        channel.parameters = new McumgrParameters(128, 2);
        channel.repair();
        int before = channel.sizes.size();

        loop.runToEnd();

        assertThat(result).isCompleted();
        assertThat(channel.sizes.subList(before, channel.sizes.size())).allMatch(size -> size <= 128);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void goesOnAfterTheServerWasShortOfMemoryOrBusy(int code) {
        refusalCode = code;
        refusals = 4;

        run();

        assertThat(server.slot).isEqualTo(file);
    }

    @Test
    void givesUpOnAServerThatStaysBusy() {
        refusalCode = 10;
        refusals = Integer.MAX_VALUE;

        assertThatThrownBy(this::run).hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void failsAtOnceWithAnyOtherError() {
        refusalCode = 3;
        refusals = 1;

        CompletableFuture<UploadResult> result = upload().start();
        loop.advance(Duration.ofMillis(100));

        assertThatThrownBy(result::join).hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void followsAServerThatCutsChunksForAlignment() {
        server.alignment = 32;

        run();

        assertThat(server.slot).isEqualTo(file);
    }

    @Test
    void failsWhenTheDeviceHasOtherBytesAndDoesNotListTheImage() {
        server.match = false;
        listsImages = false;

        assertThatThrownBy(this::run)
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void tellsOfAMismatchWhereTheDeviceListsTheImageAllTheSame() {
        server.match = false;

        assertThat(run().match()).contains(false);
    }

    @Test
    void leavesTheFileHashOutWhereTheFirstMessageCannotHoldIt() {
        channel.parameters = new McumgrParameters(80, 4);

        UploadResult result = run();

        assertThat(channel.transmitted.get(0).payload().has("sha")).isFalse();
        assertThat(server.slot).isEqualTo(file);
        assertThat(result.match())
                .as("a device without the hash always says false")
                .isEmpty();
    }

    @Test
    void refusesALineThatCannotCarryTheImageHeader() {
        channel.parameters = new McumgrParameters(56, 4);

        assertThatThrownBy(this::run).hasCauseInstanceOf(SmpImageException.class);
        assertThat(channel.transmitted).isEmpty();
    }

    @Test
    void outlastsASilenceThatIsLongerThanOneChunkIsWaitedFor() {
        long[] begins = new long[1];
        channel.script = request -> {
            if (begins[0] == 0 && request instanceof Upload chunk && chunk.offset() > LENGTH / 2) {
                begins[0] = loop.nanoTime();
            }
            boolean silent = begins[0] > 0 && loop.nanoTime() - begins[0] < SILENCE.toNanos();
            return silent ? Fate.REQUEST_LOST : Fate.ARRIVES;
        };

        UploadResult result = run();

        assertThat(result.duration()).isGreaterThan(SILENCE);
        assertThat(server.slot).isEqualTo(file);
    }

    @Test
    void failsWhenTheDeviceFallsSilent() {
        channel.script = request ->
                request instanceof Upload chunk && chunk.offset() > LENGTH / 2 ? Fate.REQUEST_LOST : Fate.ARRIVES;

        assertThatThrownBy(this::run).hasCauseInstanceOf(SmpTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LENGTH - 1})
    void givesUpOnADeviceThatAnswersEverythingButOneChunk(long unheard) {
        channel.script =
                request -> request instanceof Upload chunk && chunk.offset() <= unheard && chunk.end() > unheard
                        ? Fate.REQUEST_LOST
                        : Fate.ARRIVES;

        assertThatThrownBy(this::run).cause().isInstanceOf(SmpTimeoutException.class);
    }

    @Test
    void isStartedOnce() {
        ImageUpload upload = upload();
        upload.start();

        assertThatThrownBy(upload::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsHowManyChunksMayBeInFlightAndHowManyAre() {
        useWindow(3);
        WindowLog log = new WindowLog();

        new ImageUpload(channel, firmware, ImageUploadOptions.DEFAULT, log).start();
        loop.runToEnd();

        assertThat(log.sizes).isNotEmpty().containsOnly(3);
        assertThat(log.inFlight).contains(1, 3).allMatch(requests -> requests <= 3);
    }
}
