package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.DownloadResult;
import io.github.camelsmp.client.routine.FileSource;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FilesOverUdpTest {

    private static final String NAME = "/lfs1/log.bin";

    private final byte[] content = new byte[300_000];
    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1");
    private final SimulatedDevice device =
            SimulatedDevice.builder("files").files(files).build();
    private final SmpClient client = SmpClient.of(
            "udp:localhost:" + device.listenUdp(0).port(),
            SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(100)));

    FilesOverUdpTest() {
        new Random(3).nextBytes(content);
    }

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    @Test
    void bringsAFileThereAndBack() {
        assertThat(client.files().upload(NAME, content).join().match()).contains(true);

        assertThat(files.get(NAME).orElseThrow()).isEqualTo(content);
        assertThat(client.files().length(NAME).join()).isEqualTo(content.length);
        assertThat(client.files().hashTypes().join()).isNotEmpty();
        assertThat(client.files().hash(NAME, "sha256").join().digest()).isPresent();
        assertThat(client.files().download(NAME).join()).isEqualTo(content);
    }

    @Test
    void streamsBetweenFilesOnDisk(@TempDir Path folder) throws IOException {
        Path source = Files.write(folder.resolve("source"), content);
        Path target = folder.resolve("target");

        try (FileChannel from = FileChannel.open(source)) {
            client.files()
                    .upload(NAME, FileSource.of(from), FileTransferOptions.DEFAULT, (offset, length) -> {})
                    .join();
        }
        try (var to = Files.newOutputStream(target)) {
            DownloadResult result = client.files()
                    .download(NAME, to, FileTransferOptions.DEFAULT, (offset, length) -> {})
                    .join();
            assertThat(result.match()).contains(true);
        }

        assertThat(target).hasSameBinaryContentAs(source);
    }

    @Test
    void goesOnWithAFileThatIsHalfThere() {
        CompletableFuture<Void> half = new CompletableFuture<>();
        CompletableFuture<UploadResult> cut = client.files()
                .upload(NAME, FileSource.of(content), FileTransferOptions.DEFAULT, (offset, length) -> {
                    if (offset > length / 2) {
                        half.complete(null);
                    }
                });
        CompletableFuture.anyOf(half, cut).join();
        cut.cancel(false);

        UploadResult rest = client.files().upload(NAME, content).join();

        assertThat(rest.sent()).isLessThan(content.length * 6L / 10);
        assertThat(rest.match()).contains(true);
        assertThat(files.get(NAME).orElseThrow()).isEqualTo(content);
    }

    @Test
    void finishesThoughEveryTwentiethDatagramIsLost() {
        device.impair(Impairment.both(Way.CLEAN.withLoss(0.05)).withSeed(11));

        assertThat(client.files().upload(NAME, content).join().match()).contains(true);
        assertThat(client.files().download(NAME).join()).isEqualTo(content);
    }

    @Test
    void failsOnAFileThatIsNotThere() {
        assertThatThrownBy(() -> client.files().download("/lfs1/nothing").join())
                .hasCauseInstanceOf(SmpErrorException.class)
                .hasMessageContaining("FILE_NOT_FOUND");
    }
}
