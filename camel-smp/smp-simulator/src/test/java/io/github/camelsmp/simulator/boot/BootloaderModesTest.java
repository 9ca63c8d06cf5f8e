package io.github.camelsmp.simulator.boot;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocol.md 18.1, mode by mode. */
class BootloaderModesTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 900);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 1000);

    private final ManualTime time = new ManualTime();
    private SimulatedDevice device;
    private TestClient client;

    private void start(BootloaderMode mode, UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("modes")
                        .time(time)
                        .bootloader(mode)
                        .running(OLD))
                .build();
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @ParameterizedTest
    @EnumSource(BootloaderMode.class)
    void tellsItsMode(BootloaderMode mode) {
        start(mode, it -> it);

        assertThat(client.ask(READ, 0, 8, Map.of("query", "mode")).number("mode"))
                .isEqualTo(mode.code());
        assertThat(device.runningVersion()).hasValue("1.0.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"SWAP_USING_SCRATCH", "SWAP_USING_MOVE", "SWAP_USING_OFFSET"})
    void swapsThereAndBack(BootloaderMode mode) {
        start(mode, it -> it);
        upload(NEW);
        client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash()));

        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
        assertThat(device.slot(0, 1).version()).hasValue("1.0.0");
        device.reset();

        assertThat(device.runningVersion()).hasValue("1.0.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT_XIP", "RAM_LOAD"})
    void runsTheHighestVersionFromWhereItIs(BootloaderMode mode) {
        start(mode, it -> it);
        upload(NEW);

        assertThat(client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash())).number("rc"))
                .isEqualTo(8);
        assertThat(flags(1)).isEqualTo(Map.of("pending", true, "permanent", true));
        device.reset();

        assertThat(device.runningVersion()).hasValue("2.0.0");
        assertThat(flags(1)).isEqualTo(Map.of("active", true, "confirmed", true));
        assertThat(flags(0)).isEmpty();
        upload(FirmwareImage.ofSize("3.0.0", 1000));
        device.reset();
        assertThat(device.slot(0, 0).version()).hasValue("3.0.0");
        assertThat(device.runningVersion()).hasValue("3.0.0");
    }

    @Test
    void doesNotRunALowerVersionFromTheOtherSlot() {
        start(BootloaderMode.DIRECT_XIP, it -> it);
        upload(FirmwareImage.ofSize("0.9.0", 1000));

        device.reset();

        assertThat(device.runningVersion()).hasValue("1.0.0");
    }

    @Test
    void crashesWhenTheImageIsLinkedForTheOtherSlot() {
        start(BootloaderMode.DIRECT_XIP, it -> it);
        upload(FirmwareImage.builder("2.0.0")
                .size(1000)
                .linkedFor(device.slotAddress(0, 0))
                .build());

        device.reset();

        assertThat(device.state()).isEqualTo(DeviceState.DEAD);
    }

    @Test
    void comesBackFromACrashWithRevert() {
        start(BootloaderMode.DIRECT_XIP_WITH_REVERT, it -> it);
        FirmwareImage wrong = FirmwareImage.builder("2.0.0")
                .size(1000)
                .linkedFor(device.slotAddress(0, 0))
                .build();
        upload(wrong);
        client.ask(WRITE, 1, 0, Map.of("hash", wrong.hash()));

        device.reset();

        assertThat(device.runningVersion()).hasValue("1.0.0");
        assertThat(device.slot(0, 1).version()).isEmpty();
    }

    @Test
    void ignoresAnImageFixedToTheOtherSlot() {
        start(BootloaderMode.DIRECT_XIP, it -> it);
        device.program(
                0,
                1,
                FirmwareImage.builder("2.0.0")
                        .romFixed(device.slotAddress(0, 0))
                        .build());

        device.reset();

        assertThat(device.runningVersion()).hasValue("1.0.0");
    }

    @Test
    void revertsToTheOtherSlotUnlessConfirmed() {
        start(BootloaderMode.DIRECT_XIP_WITH_REVERT, it -> it);
        upload(NEW);
        client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash()));
        assertThat(flags(1)).isEqualTo(Map.of("pending", true));

        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
        assertThat(flags(1)).isEqualTo(Map.of("active", true));
        device.reset();
        assertThat(device.runningVersion()).hasValue("1.0.0");
        upload(NEW);
        client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash()));
        device.reset();
        client.ask(WRITE, 1, 0, Map.of("confirm", true));
        device.reset();

        assertThat(device.runningVersion()).hasValue("2.0.0");
        assertThat(flags(1)).isEqualTo(Map.of("active", true, "confirmed", true));
    }

    @ParameterizedTest
    @EnumSource(names = {"SINGLE_SLOT", "SINGLE_SLOT_RAM_LOAD"})
    void hasNoPlaceForAnUpload(BootloaderMode mode) {
        start(mode, it -> it);

        CborMap answer = client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 1000, "data", NEW.bytes()));

        assertThat(answer.optionalMap("err").orElseThrow().number("rc")).isEqualTo(9);
        assertThat(client.ask(READ, 1, 6, Map.of()).maps("images").get(0).maps("slots"))
                .hasSize(1);
    }

    @Test
    void updatesTheApplicationFromTheFirmwareLoader() {
        start(BootloaderMode.FIRMWARE_LOADER, it -> it);
        assertThat(client.ask(READ, 1, 0, Map.of()).number("rc")).isEqualTo(8);

        client.ask(WRITE, 0, 5, Map.of("boot_mode", 1));
        time.advance(Duration.ofMillis(250));
        assertThat(device.runningVersion()).hasValue("0.1.0");
        assertThat(client.ask(READ, 1, 0, Map.of()).maps("images")).hasSize(2);
        upload(NEW);
        assertThat(device.slot(0, 0).version()).hasValue("2.0.0");
        client.ask(WRITE, 0, 5, Map.of());
        time.advance(Duration.ofMillis(250));

        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void fallsBackToTheLoaderWhenTheApplicationIsDamaged() {
        start(BootloaderMode.FIRMWARE_LOADER, it -> it.running(OLD.damaged()));

        assertThat(device.runningVersion()).hasValue("0.1.0");
    }

    private void upload(FirmwareImage image) {
        CborMap answer = client.ask(
                WRITE, 1, 1, Map.of("off", 0, "len", image.size(), "sha", image.fileSha256(), "data", image.bytes()));
        assertThat(answer.flag("match")).isTrue();
    }

    private Map<String, Object> flags(int slot) {
        CborMap entry = client.ask(READ, 1, 0, Map.of()).maps("images").stream()
                .filter(candidate -> candidate.number("slot") == slot)
                .findFirst()
                .orElseThrow();
        Map<String, Object> flags = new HashMap<>(entry.asMap());
        flags.keySet().retainAll(Set.of("pending", "confirmed", "active", "permanent"));
        flags.values().removeIf(value -> !Boolean.TRUE.equals(value));
        return flags;
    }
}
