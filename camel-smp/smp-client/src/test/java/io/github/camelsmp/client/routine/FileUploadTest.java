package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUploadTest {

    private static final String NAME = "/lfs1/file";
    private static final int MORE_THAN_ALL_TRANSMISSIONS = 30;

    private final byte[] content = SampleImage.file(1, 2, 3, 4000);
    private final VirtualLoop loop = new VirtualLoop();
    private final FileServer server = new FileServer();
    private final ScriptedChannel channel = new ScriptedChannel(loop, server);
    private final List<Long> offsets = new ArrayList<>();
    private FileTransferOptions options = FileTransferOptions.DEFAULT;

    private FileUpload upload(byte[] file) {
        return new FileUpload(channel, NAME, FileSource.of(file), options, (offset, length) -> offsets.add(offset));
    }

    private UploadResult run(byte[] file) {
        CompletableFuture<UploadResult> result = upload(file).start();
        loop.runToEnd();
        return result.join();
    }

    private void deviceHas(byte[] bytes) {
        server.file = bytes;
        server.exists = true;
    }

    private void sufferOnceInTheMiddle(Fate fate) {
        boolean[] done = {false};
        channel.script = request -> {
            boolean now = !done[0] && request instanceof FileSystemGroup.Upload piece && piece.offset() > 1000;
            done[0] |= now;
            return now ? fate : Fate.ARRIVES;
        };
    }

    @Test
    void writesAFileAndComparesItsHash() {
        UploadResult result = run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(result.bytes()).isEqualTo(content.length);
        assertThat(result.sent()).isEqualTo(content.length);
        assertThat(result.retransmissions()).isZero();
        assertThat(result.match()).contains(true);
        assertThat(result.sha256()).isEqualTo(SampleImage.sha256(content));
        assertThat(server.closed).isEqualTo(1);
        assertThat(offsets).isSorted().endsWith((long) content.length);
    }

    @Test
    void sendsAheadAsManyChunksAsTheDeviceHasBuffersFor() {
        channel.parameters = new McumgrParameters(128, 4);

        run(content);

        assertThat(channel.mostOutstanding).isEqualTo(3);
        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void sendsNothingBehindTheFirstChunkBeforeItIsThere() {
        List<Long> sent = new ArrayList<>();
        channel.script = request -> {
            if (request instanceof FileSystemGroup.Upload piece && server.truncated == 0) {
                sent.add(piece.offset());
            }
            return sent.size() == 1 ? Fate.REQUEST_LOST : Fate.ARRIVES;
        };

        run(content);

        assertThat(sent).hasSizeGreaterThan(1).containsOnly(0L);
    }

    @Test
    void sendsOneChunkAtATimeToADeviceWithTwoBuffers() {
        channel.parameters = new McumgrParameters(256, 2);

        run(content);

        assertThat(channel.mostOutstanding).isEqualTo(1);
        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void goesBackOnceWhereAChunkIsMissing() {
        sufferOnceInTheMiddle(Fate.REQUEST_LOST);

        UploadResult result = run(content);

        assertThat(result.retransmissions()).isBetween(1, 3);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(1));
        assertThat(server.file).isEqualTo(content);
        assertThat(server.truncated).isEqualTo(1);
    }

    @Test
    void sendsOneChunkAtATimeWhereAFullFileSystemHasNoRoomToOpenTheFileAgain() {
        server.isFull = true;
        sufferOnceInTheMiddle(Fate.REQUEST_LOST);

        UploadResult result = run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(server.truncated).isEqualTo(2);
        assertThat(result.match()).contains(true);
    }

    @Test
    void replacesALongerFile() {
        deviceHas(Arrays.copyOf(content, 5000));

        run(content);

        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void writesAnEmptyFile() {
        UploadResult result = run(new byte[0]);

        assertThat(server.exists).isTrue();
        assertThat(result.bytes()).isZero();
    }

    @Test
    void startsAnewWhereTheDeviceHasMoreThanWasSent() {
        server.executesTheNextFirstPieceTwice = true;

        UploadResult result = run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(result.match()).contains(true);
        assertThat(server.closed).isEqualTo(2);
    }

    @Test
    void saysThatAServerEmptiesNoFile() {
        deviceHas(Arrays.copyOf(content, 4));

        assertThatThrownBy(() -> run(new byte[0]))
                .cause()
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("keeps the 4 bytes that " + NAME + " has");
    }

    @Test
    void goesOnBehindWhatTheDeviceHas() {
        deviceHas(Arrays.copyOf(content, 3000));

        UploadResult result = run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(result.sent()).isEqualTo(1000);
        assertThat(result.sha256()).isEqualTo(SampleImage.sha256(content));
        assertThat(server.truncated).isZero();
    }

    @Test
    void sendsNothingOfAFileThatIsThere() {
        deviceHas(content);

        UploadResult result = run(content);

        assertThat(result.sent()).isZero();
        assertThat(result.match()).contains(true);
    }

    @Test
    void writesAnewWhatBeginsDifferently() {
        deviceHas(new byte[3000]);

        assertThat(run(content).sent()).isEqualTo(content.length);
        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void writesAnewWhereTheDeviceHasNoHash() {
        deviceHas(Arrays.copyOf(content, 3000));
        server.hashes = false;

        UploadResult result = run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(result.sent()).isEqualTo(content.length);
        assertThat(result.match()).isEmpty();
    }

    @Test
    void writesAnewIfItIsNotToResume() {
        deviceHas(Arrays.copyOf(content, 3000));
        options = options.withResume(false);

        assertThat(run(content).sent()).isEqualTo(content.length);
        assertThat(server.file).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void finishesWhateverOneTransmissionSuffers(Fate fate) {
        for (int disturbed = 0; disturbed < MORE_THAN_ALL_TRANSMISSIONS; disturbed++) {
            int transmission = disturbed;
            ScriptedChannel line = new ScriptedChannel(loop, server);
            line.script = request -> line.transmitted.size() == transmission + 1 ? fate : Fate.ARRIVES;
            server.exists = false;
            server.file = new byte[0];

            CompletableFuture<UploadResult> result =
                    new FileUpload(line, NAME, FileSource.of(content), options, (offset, length) -> {}).start();
            loop.runToEnd();

            assertThat(result.join().match()).contains(true);
            assertThat(server.file).isEqualTo(content);
            assertThat(line.transmitted).hasSizeLessThan(MORE_THAN_ALL_TRANSMISSIONS);
        }
    }

    @Test
    void asksHowLongTheFileIsWhereTheErrorDoesNotSay() {
        server.saysLengthBesideError = false;
        sufferOnceInTheMiddle(Fate.ANSWER_LOST);

        run(content);

        assertThat(server.file).isEqualTo(content);
        assertThat(server.truncated).isEqualTo(1);
    }

    @Test
    void goesBackToWhatIsLeftAfterADeviceLostItsTail() {
        boolean[] done = {false};
        channel.script = request -> {
            if (!done[0] && request instanceof FileSystemGroup.Upload piece && piece.offset() > 2000) {
                done[0] = true;
                server.file = Arrays.copyOf(server.file, 700);
            }
            return Fate.ARRIVES;
        };

        assertThat(run(content).retransmissions()).isPositive();

        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void finishesAfterTheLineWasBroken() {
        CompletableFuture<UploadResult> result = upload(content).start();
        loop.advance(Duration.ofMillis(45));
        channel.breakLine();
        loop.advance(Duration.ofSeconds(10));
        assertThat(server.file.length).isBetween(1, 3999);

        channel.repair();
        loop.runToEnd();

        assertThat(result.join().match()).contains(true);
        assertThat(server.file).isEqualTo(content);
    }

    @Test
    void failsWhereTheDeviceHasOtherBytesInTheEnd() {
        channel.script = request -> {
            if (request instanceof FileSystemGroup.Close) {
                server.file = server.file.clone();
                server.file[17]++;
            }
            return Fate.ARRIVES;
        };

        assertThatThrownBy(() -> run(content))
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("hash");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void refusesMessagesWithoutRoom(int size) {
        channel.parameters = new McumgrParameters(size, 2);
        options = options.withResume(false);

        assertThatThrownBy(() -> run(content)).hasCauseInstanceOf(SmpTransportException.class);
    }
}
