package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.flash.FlashArea;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.group.OsOptions;
import io.github.camelsmp.simulator.group.RealTimeClock;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import io.github.camelsmp.simulator.threads.SimulatorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a simulated device is made of. Without a word it is a Zephyr application of version 1.0.0 with 4 buffers of 2048
 * bytes, two slots of 472 KiB that MCUboot swaps, and flash that takes no time.
 */
public final class SimulatedDeviceBuilder {

    /** Where the processor sees the first slot. */
    private static final long FLASH_BASE = 0x1_0000;
    /** Shared by all devices that are not told what they run. */
    private static final FirmwareImage FIRST = FirmwareImage.ofSize("1.0.0", 0x8000);

    private final String name;
    private final Map<Integer, FirmwareImage> running = new TreeMap<>();
    private final Map<Integer, FirmwareImage> secondary = new TreeMap<>();
    private final List<CommandGroup> groups = new ArrayList<>();
    private SimulatorThreads threads;
    private SimulatorTime time;
    private ServerTraits traits = ServerTraits.DEFAULT.withBuffers(2048, 4);
    private OsOptions os;
    private ImageOptions imageOptions = ImageOptions.DEFAULT;
    private SimulatedStatistics statistics = new SimulatedStatistics().set("smp_svr_stats", "ticks", 42);
    private SimulatedSettings settings = new SimulatedSettings().add("a/b", new byte[] {1, 2, 3, 4});
    private SimulatedFiles files = new SimulatedFiles().mount("/lfs1");
    private SimulatedShell shell = SimulatedShell.withBasics();
    private boolean shellOnConsole;
    private final Set<Integer> without = new TreeSet<>();
    private BootloaderMode mode = BootloaderMode.SWAP_USING_MOVE;
    private boolean preventsDowngrade;
    private int images = 1;
    private int slotSize = 0x76000;
    private FlashTiming flashTiming = FlashTiming.INSTANT;
    private Duration bootTime = Duration.ZERO;
    private Duration resetDelay = Duration.ofMillis(250);
    private Duration outage = Duration.ofSeconds(-1);
    private Impairment impairment = Impairment.NONE;
    private ConsoleNoise noise = ConsoleNoise.NONE;
    private boolean powered = true;
    private Flavour flavour = Flavour.ZEPHYR;
    private RecoveryOptions recovery;
    private Board.LineBuffers serial = new Board.LineBuffers(128, Integer.MAX_VALUE);

    SimulatedDeviceBuilder(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a simulated device needs a name");
        }
        this.name = name.strip();
        this.os = OsOptions.of(this.name);
    }

    /** Lives on these threads, which stay when the device closes. */
    public SimulatedDeviceBuilder threads(SimulatorThreads value) {
        threads = value;
        return this;
    }

    /** Lives in this time, e.g. one that a test turns by hand. */
    public SimulatedDeviceBuilder time(SimulatorTime value) {
        time = value;
        return this;
    }

    /** Net buffers: bytes of one, and how many; 2048 and 4 unless told. Zephyr's own default is 384 and 4. */
    public SimulatedDeviceBuilder buffers(int size, int count) {
        traits = traits.withBuffers(size, count);
        return this;
    }

    /** How the server was built; replaces what {@link #buffers} said. */
    public SimulatedDeviceBuilder server(ServerTraits value) {
        traits = value;
        return this;
    }

    /**
     * A server from before version 2: errors only as {@code rc}, {@code rc: 0} in every success, no parameters, no
     * information, no slot information, no settings, no enumeration, no image check, chunks cut to 4 bytes.
     */
    public SimulatedDeviceBuilder oldServer() {
        traits = traits.old();
        imageOptions =
                imageOptions.without(ImageFeature.CHECK, ImageFeature.SLOT_INFO).withAlignment(4);
        os = os.withParameters(false).withApplicationInfo(false).withBootloaderInfo(false);
        return without(3, 10);
    }

    /** Whether the server tells its buffers. */
    public SimulatedDeviceBuilder parameters(boolean supported) {
        os = os.withParameters(supported);
        return this;
    }

    /** What of the OS group is compiled in, and what it tells. */
    public SimulatedDeviceBuilder os(UnaryOperator<OsOptions> change) {
        os = change.apply(os);
        return this;
    }

    /** Its counters; the ones of {@code smp_svr_stats} unless told. */
    public SimulatedDeviceBuilder statistics(SimulatedStatistics value) {
        statistics = value;
        return this;
    }

    /** Its settings; {@code a/b} unless told. */
    public SimulatedDeviceBuilder settings(SimulatedSettings value) {
        settings = value;
        return this;
    }

    /** Its file system; an empty one at {@code /lfs1} unless told. */
    public SimulatedDeviceBuilder files(SimulatedFiles value) {
        files = value;
        return this;
    }

    /** Its shell. */
    public SimulatedDeviceBuilder shell(SimulatedShell value) {
        shell = value;
        return this;
    }

    /** Its shell takes what is typed on its serial lines, too, and echoes it. */
    public SimulatedDeviceBuilder shellOnConsole() {
        shellOnConsole = true;
        return this;
    }

    /** Leaves out groups, which are then refused with {@code rc} 8. */
    public SimulatedDeviceBuilder without(int... groupIds) {
        Arrays.stream(groupIds).forEach(without::add);
        return this;
    }

    /** How the image group was built. */
    public SimulatedDeviceBuilder imageGroup(ImageOptions value) {
        imageOptions = value;
        return this;
    }

    /** Adds a group of your own. */
    public SimulatedDeviceBuilder group(CommandGroup value) {
        groups.add(value);
        return this;
    }

    /** How the bootloader was built; it swaps using move unless told. */
    public SimulatedDeviceBuilder bootloader(BootloaderMode value) {
        mode = value;
        return this;
    }

    /** Whether the bootloader throws away images of a lower version. */
    public SimulatedDeviceBuilder preventDowngrade(boolean on) {
        preventsDowngrade = on;
        return this;
    }

    /**
     * Which software answers from the beginning. The recovery goes on to answer until its pin is released and the
     * device is reset.
     */
    public SimulatedDeviceBuilder flavour(Flavour value) {
        flavour = value;
        return value == Flavour.MCUBOOT_RECOVERY && recovery == null ? recovery(RecoveryOptions.DEFAULT) : this;
    }

    /** Gives the bootloader a serial recovery. A reset with boot mode 1 leads into it, and so does a missing image. */
    public SimulatedDeviceBuilder recovery(RecoveryOptions value) {
        recovery = value;
        return this;
    }

    /**
     * Line buffers of the application's serial transports.
     *
     * @param length bytes of one, marker and line feed included; 128 unless told
     * @param count how many lines that arrive in one burst are kept; as many as come unless told
     */
    public SimulatedDeviceBuilder lineBuffers(int length, int count) {
        serial = new Board.LineBuffers(length, count);
        return this;
    }

    /** How many images the device has, 1 to 8. */
    public SimulatedDeviceBuilder images(int count) {
        if (count < 1 || count > 8) {
            throw new IllegalArgumentException("a device has 1 to 8 images, not " + count);
        }
        images = count;
        return this;
    }

    /** Bytes of each slot, a multiple of the page size; 0x76000 unless told. */
    public SimulatedDeviceBuilder slotSize(int bytes) {
        slotSize = bytes;
        return this;
    }

    /** What the flash is like, and how slow. */
    public SimulatedDeviceBuilder flash(FlashTiming value) {
        flashTiming = value;
        return this;
    }

    /** What image 0 runs from the beginning. */
    public SimulatedDeviceBuilder running(FirmwareImage image) {
        return running(0, image);
    }

    /** What an image runs from the beginning. */
    public SimulatedDeviceBuilder running(int image, FirmwareImage content) {
        running.put(image, content);
        return this;
    }

    /** What slot 1 of image 0 holds from the beginning. */
    public SimulatedDeviceBuilder secondary(FirmwareImage image) {
        return secondary(0, image);
    }

    /** What slot 1 of an image holds from the beginning. */
    public SimulatedDeviceBuilder secondary(int image, FirmwareImage content) {
        secondary.put(image, content);
        return this;
    }

    /** From a reset to the first answer, swaps of images not counted; nothing unless told. */
    public SimulatedDeviceBuilder bootTime(Duration value) {
        bootTime = value;
        return this;
    }

    /** From the answer of a reset to the reset; 250 ms unless told. */
    public SimulatedDeviceBuilder resetDelay(Duration value) {
        resetDelay = value;
        return this;
    }

    /** How long power stays away after a {@link PowerCut}; until it is switched on unless told. */
    public SimulatedDeviceBuilder outage(Duration value) {
        outage = value;
        return this;
    }

    /** What its links do to what passes. */
    public SimulatedDeviceBuilder impairment(Impairment value) {
        impairment = value;
        return this;
    }

    /** Text that shares its serial lines with SMP. */
    public SimulatedDeviceBuilder noise(ConsoleNoise value) {
        noise = value;
        return this;
    }

    /** Without power until it is switched on. */
    public SimulatedDeviceBuilder poweredOff() {
        powered = false;
        return this;
    }

    /**
     * Makes the device.
     *
     * @throws IllegalStateException if a device of this name is open
     */
    public SimulatedDevice build() {
        boolean ownsThreads = threads == null;
        SimulatorThreads used = ownsThreads ? SimulatorThreads.create("smp-sim-" + name) : threads;
        SimulatorTime clock = time == null ? used : time;
        Flash flash = new Flash(flashTiming);
        Bootloader bootloader = new Bootloader(mode, slots(flash), preventsDowngrade);
        ApplicationPlan plan = new ApplicationPlan(
                traits,
                os,
                imageOptions,
                statistics,
                settings,
                files,
                shell,
                shellOnConsole,
                List.copyOf(groups),
                Set.copyOf(without));
        Application application = new Application(plan, flash, bootloader, new RealTimeClock(clock));
        Board.Timing timing = new Board.Timing(bootTime, resetDelay, outage);
        Optional<Recovery> spare =
                Optional.ofNullable(recovery).map(options -> new Recovery(options, bootloader, settings, flash));
        Board board = new Board(name, clock, timing, flash, bootloader, application, spare, serial, impairment, noise);
        board.holdRecoveryPin(flavour == Flavour.MCUBOOT_RECOVERY);
        SimulatedDevice device = new SimulatedDevice(board, used, ownsThreads);
        if (powered) {
            board.run(board::begin);
        }
        return device;
    }

    private List<ImageSlots> slots(Flash flash) {
        List<ImageSlots> slots = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            Slot primary = slot(flash, image, 0);
            Optional<Slot> other = mode.hasSecondarySlot() ? Optional.of(slot(flash, image, 1)) : Optional.empty();
            program(primary, running.getOrDefault(image, FIRST));
            if (secondary.containsKey(image)) {
                FirmwareImage content = secondary.get(image);
                program(other.orElseThrow(() -> new IllegalArgumentException(mode + " has no slot 1")), content);
            } else if (mode == BootloaderMode.FIRMWARE_LOADER) {
                program(other.orElseThrow(), FirmwareImage.ofSize("0.1.0", 0x4000));
            }
            if (mode == BootloaderMode.DIRECT_XIP_WITH_REVERT) {
                primary.trailer().requestBoot(true);
            }
            slots.add(new ImageSlots(mode, flash, primary, other));
        }
        return slots;
    }

    private static void program(Slot slot, FirmwareImage content) {
        slot.area().program(content.sharedBytes());
    }

    private Slot slot(Flash flash, int image, int number) {
        long address = FLASH_BASE + (long) (image * 2 + number) * slotSize;
        return new Slot(image, number, address, new FlashArea(flash, slotSize));
    }
}
