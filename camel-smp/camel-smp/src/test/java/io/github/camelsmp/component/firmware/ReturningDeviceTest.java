package io.github.camelsmp.component.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.component.zephyr.YamlRoutes;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Devices on USB whose port goes away with every restart and comes back as another one, through a stable link. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReturningDeviceTest {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 20_000);

    @TempDir
    Path folder;

    private final SimulatedDevice other = SimulatedDevice.builder("other").build();
    private final List<Path> taken = new CopyOnWriteArrayList<>();
    private SimulatedDevice device;

    @AfterEach
    void close() {
        device.close();
        other.close();
    }

    private String start(BootloaderMode mode) {
        device = SimulatedDevice.builder("returning")
                .bootloader(mode)
                .recovery(RecoveryOptions.DEFAULT)
                .running(FirmwareImage.ofSize("1.0.0", 10_000))
                .build();
        device.observe(state -> {
            if (state == DeviceState.BOOTING) {
                taken.add(other.openPseudoTerminal().path());
            }
        });
        Path link = folder.resolve("usb-board-if00");
        device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link).withVanishing(true));
        return "smp:serial:" + link;
    }

    private Map<?, ?> upgrade(String uri) throws Exception {
        try (YamlRoutes routes = YamlRoutes.to(uri)) {
            return routes.ask(Map.class, "firmwareUpgrade", NEW.bytes(), Map.of());
        }
    }

    @Test
    void anUpgradeFollowsTheLink() throws Exception {
        Map<?, ?> result = upgrade(start(BootloaderMode.SWAP_USING_MOVE));

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(device.runningVersion()).contains("2.0.0");
        assertThat(taken).isNotEmpty();
    }

    @Test
    void aDeviceWithOneSlotIsUpgradedThroughItsBootloader() throws Exception {
        Map<?, ?> result = upgrade(start(BootloaderMode.SINGLE_SLOT));

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(device.runningVersion()).contains("2.0.0");
        assertThat(taken).hasSize(2);
    }
}
