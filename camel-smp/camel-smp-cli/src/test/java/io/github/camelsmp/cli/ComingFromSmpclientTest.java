package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the guide says to those who come from smpclient. */
@Timeout(60)
class ComingFromSmpclientTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theCallsOfTheGuideUpgradeABoard() {
        byte[] file = io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 20_000)
                .bytes();
        try (SimulatedDevice board = SimulatedDevice.builder("board-1").build()) {
            upgrade(board.listenUdp(0).address(), file, new PrintStream(printed, true));

            assertThat(board.runningVersion()).contains("2.0.0");
        }
        assertThat(printed.toString()).startsWith("hello").contains("1 images");
    }

    private static void upgrade(String address, byte[] file, PrintStream out) {
        // tag::calls[]
        try (SmpClient device = SmpClient.of(address)) {
            out.println(device.os().echo("hello").join());
            List<ImageState> images = device.images().list().join();
            out.println(images.size() + " images");
            out.println(device.upgrade(FirmwareImage.of(file)).join().outcome());
        }
        // end::calls[]
    }
}
