package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.routine.ImageUpload;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An upload whose line breaks in the middle. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BrokenLineTest {
    private static final FirmwareImage RUNNING = FirmwareImage.ofSize("1.0.0", 20_000);
    private static final FirmwareImage NEXT = FirmwareImage.ofSize("2.0.0", 100_000);

    private final SmpResources resources = SmpResources.create();
    private final SimulatedDevice device = SimulatedDevice.builder("cut-off-board")
            .buffers(1024, 4)
            .running(RUNNING)
            .impairment(Impairment.baudRate(1_000_000))
            .build();

    @AfterEach
    void closeAll() {
        resources.close();
        device.close();
    }

    private CompletableFuture<UploadResult> upload(String address, ProgressListener listener) {
        SmpConnection connection = resources.connection(SmpAddress.parse(address), SmpClientOptions.DEFAULT);
        return new ImageUpload(
                        connection,
                        io.github.camelsmp.client.routine.FirmwareImage.of(NEXT.bytes()),
                        ImageUploadOptions.DEFAULT,
                        listener)
                .start();
    }

    /** Completes when so much of the image is there. */
    private static ProgressListener tellAt(long offset, CompletableFuture<Long> reached) {
        return (confirmed, length) -> {
            if (confirmed >= offset) {
                reached.complete(confirmed);
            }
        };
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anUploadOutlivesAPlugThatIsPulledAndPutBack(@TempDir Path folder) {
        Path link = folder.resolve("usb-board-if00");
        PseudoTerminal port = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
        CompletableFuture<Long> half = new CompletableFuture<>();
        var upload = upload("serial:" + link, tellAt(50_000, half));

        half.join();
        port.unplug();
        port.replug();

        UploadResult result = upload.join();
        assertThat(result.bytes()).isEqualTo(NEXT.size());
        assertThat(device.slot(0, 1).version()).contains("2.0.0");
    }

    @Test
    void anUploadOutlivesAConnectionThatIsClosedUnderIt() {
        var line = device.listenTcp(0);
        CompletableFuture<Long> half = new CompletableFuture<>();
        var upload = upload(line.address(), tellAt(50_000, half));

        half.join();
        line.disconnect();

        assertThat(upload.join().bytes()).isEqualTo(NEXT.size());
        assertThat(device.slot(0, 1).version()).contains("2.0.0");
    }
}
