package io.github.camelsmp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What Zephyr 4.4 answered to some 260 requests, right and wrong ones. Each line of the recordings holds a description,
 * the request, and the answer; the order matters. The simulator must answer each byte for byte.
 */
class RecordedAnswersTest {

    private record Exchange(String what, String request, String answer) {}

    @Test
    void answersAsNativeSimDid() throws IOException {
        SimulatedDeviceBuilder builder = SimulatedDevice.builder("recorded")
                .time(new ManualTime())
                .buffers(384, 4)
                .os(os -> os.withBootloaderInfo(false));

        assertThat(differences(builder, "zephyr-4.4-native_sim.csv")).isEmpty();
    }

    @Test
    void answersAsMcubootAndZephyrInQemuDid() throws IOException {
        SimulatedDeviceBuilder builder = SimulatedDevice.builder("recorded")
                .time(new ManualTime())
                .server(ServerTraits.DEFAULT.withVerboseErrors())
                .bootloader(BootloaderMode.SWAP_USING_OFFSET)
                .slotSize(106_496)
                .running(FirmwareImage.ofSize("0.0.0", 4000))
                .imageGroup(ImageOptions.DEFAULT.without(ImageFeature.CHECK, ImageFeature.MAX_IMAGE_SIZE));

        assertThat(differences(builder, "zephyr-4.4-qemu_cortex_m0.csv")).isEmpty();
    }

    private static List<String> differences(SimulatedDeviceBuilder builder, String recording) throws IOException {
        List<String> differences = new ArrayList<>();
        try (SimulatedDevice device = builder.build()) {
            TestClient client = new TestClient(device);
            for (Exchange exchange : read(recording)) {
                client.sendHex(exchange.request());
                String answer = client.answerHex();
                if (!answer.equals(exchange.answer())) {
                    differences.add(exchange.what() + ": " + answer + " instead of " + exchange.answer());
                }
            }
        }
        return differences;
    }

    private static List<Exchange> read(String recording) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RecordedAnswersTest.class.getResourceAsStream(recording), StandardCharsets.UTF_8))) {
            List<Exchange> exchanges = lines.lines()
                    .map(line -> line.split(";"))
                    .map(parts -> new Exchange(parts[0], parts[1], parts[2]))
                    .toList();
            assertThat(exchanges).as(recording).hasSizeGreaterThan(80);
            return exchanges;
        }
    }
}
