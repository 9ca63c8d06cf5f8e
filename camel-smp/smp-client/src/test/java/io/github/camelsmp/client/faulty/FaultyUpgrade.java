package io.github.camelsmp.client.faulty;

import io.github.camelsmp.client.LoopTime;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.VirtualConnections;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One upgrade of one device in the weather of one seed, and what became of the device. */
final class FaultyUpgrade implements AutoCloseable {

    /** How a run can end well. */
    enum End {
        UPGRADED,
        FAILED_WITH_A_DEVICE_THAT_BOOTS
    }

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);

    /** A damaged image that lies in its slot under the right hash is found out by the bootloader, which drops it. */
    private static final int MOST_REPETITIONS = 2;

    private static final String NEW_VERSION = "2.0.0";
    private static final List<BootloaderMode> MODES = List.of(
            BootloaderMode.SWAP_USING_SCRATCH,
            BootloaderMode.SWAP_USING_MOVE,
            BootloaderMode.SWAP_USING_OFFSET,
            BootloaderMode.OVERWRITE_ONLY,
            BootloaderMode.RAM_LOAD);

    private final long seed;
    private final VirtualLoop loop = new VirtualLoop();
    private final SimulatedDevice device;
    private final Link link;
    private final FirmwareImage firmware;

    FaultyUpgrade(long seed, SimulatorThreads threads) {
        this.seed = seed;
        Random random = new Random(seed);
        BootloaderMode mode = MODES.get(random.nextInt(MODES.size()));
        boolean ramLoad = mode == BootloaderMode.RAM_LOAD;
        firmware = image(NEW_VERSION, 1000 + random.nextInt(7000), ramLoad);
        device = SimulatedDevice.builder("faulty")
                .threads(threads)
                .time(new LoopTime(loop))
                .bootloader(mode)
                .running(image("1.0.0", 900 + random.nextInt(3000), ramLoad))
                .buffers(256 + random.nextInt(800), 2 + random.nextInt(4))
                .slotSize(16_384)
                .flash(FlashTiming.INSTANT.withPageSize(1024))
                .bootTime(Duration.ofMillis(random.nextInt(2000)))
                .outage(Duration.ofSeconds(3))
                .build();
        link = Link.values()[random.nextInt(Link.values().length)];
        device.impair(new Weather(random).impairment());
        if (random.nextInt(10) == 0) {
            device.cutPower(new PowerCut.AfterBytes(random.nextInt(12_000)));
        }
    }

    private static FirmwareImage image(String version, int size, boolean ramLoad) {
        long flags = ramLoad ? 0x20 : 0;
        return FirmwareImage.builder(version).size(size).flags(flags).build();
    }

    /**
     * Runs.
     *
     * @throws AssertionError naming the seed, if anything is not as it should be
     */
    End run() {
        Optional<SmpException> failure = upgrade();
        device.impair(Impairment.NONE);
        device.cutPower(new PowerCut.AfterBytes(Long.MAX_VALUE));
        device.powerOn();
        if (failure.isEmpty()) {
            require(runsTheNewFirmware(), "success was told, and the device runs something else");
        }
        restart();
        require(device.state() == DeviceState.APPLICATION, "the device does not boot");
        Optional<SmpException> last = failure;
        for (int again = 0; last.isPresent() && again < MOST_REPETITIONS; again++) {
            last = upgrade();
        }
        require(last.isEmpty(), "upgrades fail with nothing in their way: " + last);
        restart();
        require(runsTheNewFirmware(), "the new firmware does not endure a restart");
        return failure.isEmpty() ? End.UPGRADED : End.FAILED_WITH_A_DEVICE_THAT_BOOTS;
    }

    private void restart() {
        device.reset();
        loop.advance(Duration.ofSeconds(10));
    }

    /** Sound means that the hash was computed anew over what is in flash: no byte of it is wrong. */
    private boolean runsTheNewFirmware() {
        boolean primary = device.slot(0, 0).sound() && holds(0);
        boolean secondary = device.slot(0, 1).sound() && holds(1);
        return device.runningVersion().filter(NEW_VERSION::equals).isPresent() && (primary || secondary);
    }

    private boolean holds(int slot) {
        return device.slot(0, slot).hash().equals(HexFormat.of().formatHex(firmware.hash()));
    }

    private Optional<SmpException> upgrade() {
        SmpClientOptions options = link.options(SmpClientOptions.DEFAULT);
        try (SmpConnection connection =
                VirtualConnections.open(new SmpAddress("sim", "faulty"), link.lines(device, loop), options, loop)) {
            CompletableFuture<UpgradeResult> result = new FirmwareUpgrade(
                            connection,
                            FirmwareImages.of(firmware.bytes()),
                            UpgradeOptions.DEFAULT.withSwapTimeout(Duration.ofSeconds(30)),
                            UpgradeListener.NONE)
                    .start();
            long end = loop.nanoTime() + LONGEST.toNanos();
            while (!result.isDone() && loop.nanoTime() < end) {
                loop.advance(STEP);
            }
            require(result.isDone(), "the upgrade hangs");
            return failure(result);
        }
    }

    private Optional<SmpException> failure(CompletableFuture<UpgradeResult> result) {
        try {
            result.join();
            return Optional.empty();
        } catch (CompletionException e) {
            require(e.getCause() instanceof SmpException, "an error without a type: " + e.getCause());
            return Optional.of((SmpException) e.getCause());
        }
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            throw new AssertionError("seed " + seed + " (" + link + "): " + complaint);
        }
    }

    @Override
    public void close() {
        device.close();
    }
}
