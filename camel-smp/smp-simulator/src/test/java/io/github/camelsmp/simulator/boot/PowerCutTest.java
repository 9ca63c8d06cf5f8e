package io.github.camelsmp.simulator.boot;

import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.server.Verdict;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Power fails at one place after another; no board may be lost, and none may stay half way. */
class PowerCutTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 900);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 1500);
    private static final FlashTiming SMALL_PAGES = FlashTiming.INSTANT.withPageSize(512);
    private static final int STRIDE = 7;

    private SimulatedDevice start(BootloaderMode mode) {
        return SimulatedDevice.builder("power")
                .time(new ManualTime())
                .bootloader(mode)
                .flash(SMALL_PAGES)
                .slotSize(4096)
                .running(OLD)
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = {"SWAP_USING_SCRATCH", "SWAP_USING_MOVE", "SWAP_USING_OFFSET", "OVERWRITE_ONLY"})
    void finishesASwapThatWasInterruptedAtAnyByte(BootloaderMode mode) {
        long cuts = 0;
        long completeAlready = 0;
        boolean interrupted = true;
        for (int bytes = 0; interrupted; bytes += STRIDE) {
            try (SimulatedDevice device = start(mode)) {
                makePending(new TestClient(device), NEW, false);
                device.cutPower(new PowerCut.AfterBytes(bytes));

                device.reset();
                interrupted = device.state() == DeviceState.OFF;
                device.powerOn();

                if (device.runningVersion().equals(Optional.of("1.0.0"))) {
                    assertThat(device.slot(0, 1).sound()).isTrue();
                    completeAlready++;
                } else {
                    assertThat(device.runningVersion())
                            .as("cut at byte %d", bytes)
                            .hasValue("2.0.0");
                }
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(200);
        assertThat(completeAlready)
                .as("cuts in the last eight bytes, which say that it may go back")
                .isLessThan(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"SWAP_USING_SCRATCH", "SWAP_USING_MOVE", "SWAP_USING_OFFSET", "OVERWRITE_ONLY"})
    void finishesASwapThatWasInterruptedDuringAnyErase(BootloaderMode mode) {
        boolean interrupted = true;
        for (int pages = 0; interrupted; pages++) {
            try (SimulatedDevice device = start(mode)) {
                makePending(new TestClient(device), NEW, false);
                device.cutPower(new PowerCut.AfterPages(pages));

                device.reset();
                interrupted = device.state() == DeviceState.OFF;
                device.powerOn();

                assertThat(device.runningVersion())
                        .as("%s, cut in erase %d", mode, pages)
                        .hasValue("2.0.0");
            }
        }
    }

    @Test
    void finishesARevertThatWasInterruptedAtAnyByte() {
        boolean interrupted = true;
        for (int bytes = 0; interrupted; bytes += STRIDE) {
            try (SimulatedDevice device = start(BootloaderMode.SWAP_USING_MOVE)) {
                makePending(new TestClient(device), NEW, false);
                device.reset();
                device.cutPower(new PowerCut.AfterBytes(bytes));

                device.reset();
                interrupted = device.state() == DeviceState.OFF;
                device.powerOn();

                assertThat(device.runningVersion()).as("cut at byte %d", bytes).hasValue("1.0.0");
            }
        }
    }

    @Test
    void changesAllImagesOrNone() {
        boolean interrupted = true;
        for (int bytes = 0; interrupted; bytes += STRIDE) {
            try (SimulatedDevice device = startWithTwoImages()) {
                device.cutPower(new PowerCut.AfterBytes(bytes));

                device.reset();
                interrupted = device.state() == DeviceState.OFF;
                device.cutPower(new PowerCut.AfterBytes(Long.MAX_VALUE));
                device.powerOn();
                List<String> first = versions(device);
                device.reset();
                List<String> second = versions(device);

                assertThat(first)
                        .as("cut at byte %d", bytes)
                        .isIn(List.of("2.0.0", "6.0.0"), List.of("1.0.0", "5.0.0"));
                assertThat(second).as("cut at byte %d", bytes).isEqualTo(List.of("1.0.0", "5.0.0"));
            }
        }
    }

    private static SimulatedDevice startWithTwoImages() {
        FirmwareImage other = FirmwareImage.ofSize("6.0.0", 800);
        SimulatedDevice device = SimulatedDevice.builder("power")
                .time(new ManualTime())
                .images(2)
                .flash(SMALL_PAGES)
                .slotSize(4096)
                .running(OLD)
                .secondary(NEW)
                .running(1, FirmwareImage.ofSize("5.0.0", 700))
                .secondary(1, other)
                .build();
        TestClient client = new TestClient(device);
        client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash()));
        client.ask(WRITE, 1, 0, Map.of("hash", other.hash()));
        return device;
    }

    private static List<String> versions(SimulatedDevice device) {
        return List.of(
                device.slot(0, 0).version().orElseThrow(),
                device.slot(1, 0).version().orElseThrow());
    }

    @Test
    void keepsRunningTheOldFirmwareWhateverInterruptsAnUpload() {
        for (int bytes = 0; bytes < NEW.size(); bytes += STRIDE) {
            try (SimulatedDevice device = start(BootloaderMode.SWAP_USING_MOVE)) {
                TestClient client = new TestClient(device);
                device.cutPower(new PowerCut.AfterBytes(bytes));
                client.send(WRITE, 1, 1, whole(NEW));
                assertThat(client.hasAnswer()).isFalse();

                device.powerOn();

                assertThat(device.runningVersion()).hasValue("1.0.0");
                makePending(client, NEW, true);
                device.reset();
                assertThat(device.runningVersion()).as("cut at byte %d", bytes).hasValue("2.0.0");
            }
        }
    }

    @Test
    void remembersWhatWasSetWhenPowerFailsBeforeTheAnswer() {
        try (SimulatedDevice device = start(BootloaderMode.SWAP_USING_MOVE)) {
            TestClient client = new TestClient(device);
            client.ask(WRITE, 1, 1, whole(NEW));
            device.intercept(request -> Verdict.cutPowerAfter());
            client.send(WRITE, 1, 0, Map.of("hash", NEW.hash()));
            device.intercept(request -> Verdict.execute());
            assertThat(device.state()).isEqualTo(DeviceState.OFF);

            device.powerOn();

            assertThat(device.runningVersion()).hasValue("2.0.0");
        }
    }

    private static void makePending(TestClient client, FirmwareImage image, boolean confirm) {
        assertThat(client.ask(WRITE, 1, 1, whole(image)).flag("match")).isTrue();
        CborMap list = client.ask(WRITE, 1, 0, Map.of("hash", image.hash(), "confirm", confirm));
        assertThat(list.maps("images").get(1).flag("pending")).isTrue();
    }

    private static Map<String, Object> whole(FirmwareImage image) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("off", 0);
        keys.put("len", image.size());
        keys.put("sha", image.fileSha256());
        keys.put("data", image.bytes());
        return keys;
    }
}
