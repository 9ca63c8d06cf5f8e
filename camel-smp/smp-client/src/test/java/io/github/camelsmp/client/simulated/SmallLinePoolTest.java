package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.image.McubootImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A server whose buffers are larger than the pool of lines that messages are collected in. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallLinePoolTest {

    private static final String NAME = "/lfs1/log.bin";
    private static final int FULL = 2044;
    private static final int TWO_LINES = 182;

    private final byte[] content = new byte[6000];
    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1");
    private final SimulatedDevice device = SimulatedDevice.builder("small pool")
            .files(files)
            .lineBuffers(128, 2)
            .build();
    private final SmpClient client = SmpClient.of(device.openPseudoTerminal().address(), SmpClientOptions.DEFAULT);

    SmallLinePoolTest() {
        new Random(3).nextBytes(content);
    }

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    @Test
    void aFileUploadFindsTheSizeThatWorksAndTheNextOneKnowsIt() {
        UploadResult first = client.files().upload(NAME, content).join();

        assertThat(files.get(NAME).orElseThrow()).isEqualTo(content);
        assertThat(first.match()).contains(true);
        assertThat(client.connection().largestMessage()).isBetween(TWO_LINES, FULL - 1);

        content[0]++;
        UploadResult second = client.files().upload(NAME, content).join();
        assertThat(second.retransmissions()).isZero();
        assertThat(files.get(NAME).orElseThrow()).isEqualTo(content);
    }

    @Test
    void anImageUploadFindsTheSizeThatWorks() {
        byte[] image =
                io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 6000).bytes();

        UploadResult result =
                client.upload(FirmwareImage.of(0, McubootImage.parse(image))).join();

        assertThat(result.match()).contains(true);
        assertThat(client.connection().largestMessage()).isBetween(TWO_LINES, FULL - 1);
    }

    @Test
    void aRequestThatCannotBeCutIsRefusedWithTheReason() {
        assertThatThrownBy(() -> client.os().echo("x".repeat(1000)).join())
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("what was sent is lost");

        assertThat(client.os().echo("short").join()).isEqualTo("short");
    }
}
