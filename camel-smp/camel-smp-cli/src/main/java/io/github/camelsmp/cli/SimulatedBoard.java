package io.github.camelsmp.cli;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import io.github.camelsmp.simulator.server.Flavour;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What simulated boards are like. */
final class SimulatedBoard {

    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    /** How slow the flash is. */
    enum FlashOption {
        nrf52840,
        instant
    }

    @Option(
            names = "--firmware-version",
            paramLabel = "VERSION",
            defaultValue = "1.0.0",
            description = "What runs." + DEFAULT)
    private String version;

    @Option(
            names = "--firmware-size",
            paramLabel = "BYTES",
            defaultValue = "131072",
            description = "Of what runs, and of --new-firmware." + DEFAULT)
    private int size;

    @Option(
            names = "--bootloader",
            paramLabel = "MODE",
            defaultValue = "SWAP_USING_MOVE",
            description = "How MCUboot was built: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private BootloaderMode bootloader;

    @Option(names = "--recovery", description = "The serial recovery of the bootloader answers, not the application.")
    private boolean recovery;

    @Option(
            names = "--flash",
            paramLabel = "FLASH",
            defaultValue = "nrf52840",
            description = "How slow it is: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private FlashOption flash;

    @Option(
            names = "--buffers",
            paramLabel = "SIZExCOUNT",
            defaultValue = "2048x4",
            description = "Net buffers of the server." + DEFAULT)
    private String buffers;

    @Option(
            names = "--loss",
            paramLabel = "PART",
            defaultValue = "0",
            description = "Of messages or lines, 0 to 1." + DEFAULT)
    private double loss;

    @Option(
            names = "--round-trip",
            paramLabel = "TIME",
            defaultValue = "0",
            description = "There and back again on the link." + DEFAULT)
    private Duration roundTrip;

    @Option(
            names = "--console-shell",
            description = "What is typed on its serial lines goes to its shell, to try 'terminal' with.")
    private boolean consoleShell;

    @Option(names = "--talk", description = "The board prints a line of text a second on its serial lines.")
    private boolean talk;

    boolean talks() {
        return talk;
    }

    /** Starts one. */
    SimulatedDevice build(String name) {
        SimulatedDeviceBuilder builder = SimulatedDevice.builder(name)
                .running(FirmwareImage.ofSize(version, size))
                .bootloader(bootloader)
                .flash(flash == FlashOption.instant ? FlashTiming.INSTANT : FlashTiming.NRF52840)
                .bootTime(Duration.ofMillis(500))
                .files(new SimulatedFiles()
                        .mount("/lfs1")
                        .put(
                                "/lfs1/hello.txt",
                                "hello from a board made of software\n".getBytes(StandardCharsets.UTF_8)))
                .recovery(RecoveryOptions.DEFAULT)
                .impairment(Impairment.both(Way.CLEAN.withLoss(loss).withDelay(roundTrip.dividedBy(2))));
        withBuffers(builder);
        if (consoleShell) {
            builder.shellOnConsole();
        }
        return recovery ? builder.flavour(Flavour.MCUBOOT_RECOVERY).build() : builder.build();
    }

    private void withBuffers(SimulatedDeviceBuilder builder) {
        Matcher parts = Pattern.compile("(\\d{1,5})x(\\d{1,3})").matcher(buffers);
        if (!parts.matches()) {
            throw new IllegalArgumentException("--buffers is '" + buffers + "', write size and count as in 2048x4");
        }
        builder.buffers(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** An image of the next minor version. */
    FirmwareImage nextFirmware() {
        Matcher parts = VERSION.matcher(version);
        if (!parts.lookingAt()) {
            throw new IllegalArgumentException("--firmware-version is '" + version + "', write one such as 1.0.0");
        }
        return FirmwareImage.ofSize(parts.group(1) + "." + (Integer.parseInt(parts.group(2)) + 1) + ".0", size);
    }
}
