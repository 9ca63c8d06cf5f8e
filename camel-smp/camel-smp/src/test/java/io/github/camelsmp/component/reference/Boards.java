package io.github.camelsmp.component.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.MemoryPool;
import io.github.camelsmp.simulator.group.MynewtLog;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SuitCommands;
import io.github.camelsmp.simulator.group.TransportCommands;
import io.github.camelsmp.simulator.group.VendorGroups;
import io.github.camelsmp.simulator.recovery.RecoveryFeature;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import io.github.camelsmp.simulator.server.Flavour;

/** Simulated devices with everything the simulator has. */
final class Boards {

    static final String FILE = "/lfs1/camel.txt";
    static final FirmwareImage SECONDARY = FirmwareImage.ofSize("2.0.0", 4096);
    static final FirmwareImage NEW = FirmwareImage.ofSize("3.0.0", 4096);

    private Boards() {}

    static SimulatedDevice zephyr(String name) {
        return SimulatedDevice.builder(name)
                .secondary(SECONDARY)
                .files(new SimulatedFiles().mount("/lfs1").put(FILE, "sand".getBytes(UTF_8)))
                .os(os -> os.withMemoryPools(new MemoryPool("heap", 16, 100, 40, 12)))
                .group(new MynewtLog("reboot_log").log("started", 1, 1).group())
                .group(TransportCommands.create())
                .group(VendorGroups.intercreate(file -> {}))
                .group(new SuitCommands("radio").group())
                .group(VendorGroups.memfault("1", "evk", "main", "1.0.0", "key"))
                .build();
    }

    static SimulatedDevice recovery(String name) {
        RecoveryOptions everything = RecoveryOptions.DEFAULT
                .with(RecoveryFeature.ECHO, RecoveryFeature.PARAMETERS)
                .with(RecoveryFeature.IMAGE_STATE, RecoveryFeature.SLOT_INFO, RecoveryFeature.STORAGE_ERASE);
        return SimulatedDevice.builder(name)
                .flavour(Flavour.MCUBOOT_RECOVERY)
                .recovery(everything)
                .build();
    }
}
