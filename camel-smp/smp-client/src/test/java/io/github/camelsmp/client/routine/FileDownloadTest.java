package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDownloadTest {

    private static final String NAME = "/lfs1/file";
    private static final int MORE_THAN_ALL_TRANSMISSIONS = 50;

    private final byte[] content = SampleImage.file(1, 2, 3, 4050);
    private final VirtualLoop loop = new VirtualLoop();
    private final FileServer server = new FileServer();
    private final ScriptedChannel channel = new ScriptedChannel(loop, server);
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private final List<Long> offsets = new ArrayList<>();

    FileDownloadTest() {
        server.file = content;
        server.exists = true;
    }

    private FileDownload download(OutputStream target) {
        return new FileDownload(
                channel, NAME, target, FileTransferOptions.DEFAULT, (offset, length) -> offsets.add(offset));
    }

    private DownloadResult run() {
        CompletableFuture<DownloadResult> result = download(sink).start();
        loop.runToEnd();
        return result.join();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void bringsAFileAndComparesItsHash(int window) {
        channel.options = SmpClientOptions.DEFAULT.withWindow(window);

        DownloadResult result = run();

        assertThat(sink.toByteArray()).isEqualTo(content);
        assertThat(result.bytes()).isEqualTo(content.length);
        assertThat(result.retransmissions()).isZero();
        assertThat(result.match()).contains(true);
        assertThat(result.sha256()).isEqualTo(SampleImage.sha256(content));
        assertThat(offsets).isSorted().endsWith((long) content.length);
        assertThat(server.closed).isEqualTo(1);
    }

    @Test
    void isFasterWithRequestsInFlight() {
        channel.options = SmpClientOptions.DEFAULT.withWindow(1);
        Duration oneAtATime = run().duration();
        channel.options = SmpClientOptions.DEFAULT;

        assertThat(run().duration().multipliedBy(2)).isLessThan(oneAtATime);
    }

    @Test
    void failsWithTheErrorOfASinkThatRunsOutOfMemory() {
        OutOfMemoryError full = new OutOfMemoryError("full");
        CompletableFuture<DownloadResult> result = download(new OutputStream() {
                    @Override
                    public void write(int value) {
                        throw full;
                    }
                })
                .start();

        loop.runToEnd();

        assertThatThrownBy(result::join).cause().isSameAs(full);
    }

    @Test
    void bringsAnEmptyFile() {
        server.file = new byte[0];

        assertThat(run().bytes()).isZero();
        assertThat(sink.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void finishesWhateverOneTransmissionSuffers(Fate fate) {
        for (int disturbed = 0; disturbed < MORE_THAN_ALL_TRANSMISSIONS; disturbed++) {
            int transmission = disturbed;
            ScriptedChannel line = new ScriptedChannel(loop, server);
            line.script = request -> line.transmitted.size() == transmission + 1 ? fate : Fate.ARRIVES;
            ByteArrayOutputStream target = new ByteArrayOutputStream();

            CompletableFuture<DownloadResult> result =
                    new FileDownload(line, NAME, target, FileTransferOptions.DEFAULT, (offset, length) -> {}).start();
            loop.runToEnd();

            assertThat(result.join().match()).contains(true);
            assertThat(target.toByteArray()).isEqualTo(content);
            assertThat(line.transmitted).hasSizeLessThan(MORE_THAN_ALL_TRANSMISSIONS);
        }
    }

    @Test
    void doesNotWaitForADeadlineWhereALaterAnswerShowsTheLoss() {
        boolean[] lost = {false};
        channel.script = request -> {
            boolean now = !lost[0] && request instanceof FileSystemGroup.Download piece && piece.offset() > 2000;
            lost[0] |= now;
            return now ? Fate.REQUEST_LOST : Fate.ARRIVES;
        };

        assertThat(run().duration()).isLessThan(SmpClientOptions.DEFAULT.requestTimeout());
        assertThat(sink.toByteArray()).isEqualTo(content);
    }

    @Test
    void finishesAfterTheLineWasBroken() {
        CompletableFuture<DownloadResult> result = download(sink).start();
        loop.advance(Duration.ofMillis(80));
        channel.breakLine();
        loop.advance(Duration.ofSeconds(10));
        assertThat(sink.size()).isBetween(1, 4049);

        channel.repair();
        loop.runToEnd();

        assertThat(result.join().match()).contains(true);
        assertThat(sink.toByteArray()).isEqualTo(content);
    }

    @Test
    void takesWhatADeviceSendsThatBecameShortOfBuffers() {
        channel.script = request -> {
            if (request instanceof FileSystemGroup.Download piece && piece.offset() > 1000) {
                server.pieceLength = 33;
            }
            return Fate.ARRIVES;
        };

        run();

        assertThat(sink.toByteArray()).isEqualTo(content);
    }

    @Test
    void endsWhereTheFileEndsByNow() {
        channel.script = request -> {
            if (request instanceof FileSystemGroup.Download piece && piece.offset() == 3000) {
                server.file = Arrays.copyOf(content, 3000);
            }
            return Fate.ARRIVES;
        };
        channel.options = SmpClientOptions.DEFAULT.withWindow(1);

        assertThat(run().bytes()).isEqualTo(3000);
    }

    @Test
    void failsWhereTheFileChangedMeanwhile() {
        channel.script = request -> {
            if (request instanceof FileSystemGroup.Close) {
                server.file = new byte[content.length];
            }
            return Fate.ARRIVES;
        };

        assertThatThrownBy(this::run)
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("hash");
    }

    @Test
    void failsWithWhatTheDeviceSays() {
        channel.script = request -> Fate.ARRIVES;
        server.pieceLength = 0;

        assertThatThrownBy(this::run).hasCauseInstanceOf(SmpProtocolException.class);
    }

    @Test
    void failsWhereTheSinkDoes() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("no space left");
            }
        };

        CompletableFuture<DownloadResult> result = download(full).start();
        loop.runToEnd();

        assertThatThrownBy(result::join).hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    void asksNothingMoreAfterACancel() {
        FileDownload download = download(sink);
        download.start();
        loop.advance(Duration.ofMillis(80));

        download.cancel();
        int asked = channel.transmitted.size();
        loop.runToEnd();

        assertThat(channel.transmitted).hasSize(asked);
    }

    @Test
    void tellsHowManyPiecesMayBeAskedForAndHowManyAre() {
        channel.options = SmpClientOptions.DEFAULT.withWindow(3);
        WindowLog log = new WindowLog();

        new FileDownload(channel, NAME, sink, FileTransferOptions.DEFAULT, log).start();
        loop.runToEnd();

        assertThat(log.sizes).isNotEmpty().containsOnly(3);
        assertThat(log.inFlight).contains(3).allMatch(requests -> requests <= 3);
    }
}
