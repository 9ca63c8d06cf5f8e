package io.github.camelsmp.component;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Boards that are plugged in and unplugged; each is a pseudo-terminal with a link in a folder, as by-id has them. */
final class BoardBench implements AutoCloseable {

    /** Keeps tests from the boards of whoever runs them, which have other names. */
    static final String NAMES = "board-[0-9]*";

    private static final int SLOT_SIZE = 0x8000;
    private static final FirmwareImage FACTORY_FIRMWARE = FirmwareImage.ofSize("1.0.0", 5_000);

    private final Path folder;
    private final SimulatorThreads threads = SimulatorThreads.create("bench");
    private final Map<String, SimulatedDevice> plugged = new ConcurrentHashMap<>();

    BoardBench(Path folder) {
        this.folder = folder;
    }

    /** A board whose port stays while it resets, as that of a debug probe does. */
    SimulatedDevice plugIn(String name) {
        return plugIn(board(name), false);
    }

    /** A board whose port goes and comes back when it resets, as that of a controller with USB does. */
    SimulatedDevice plugInWithUsb(String name) {
        return plugIn(board(name).bootTime(Duration.ofMillis(300)), true);
    }

    /** A port with a board behind it that is off and stays so. */
    SimulatedDevice plugInDead(String name) {
        return plugIn(board(name).poweredOff(), false);
    }

    private SimulatedDeviceBuilder board(String name) {
        return SimulatedDevice.builder(name)
                .threads(threads)
                .slotSize(SLOT_SIZE)
                .running(FACTORY_FIRMWARE)
                .resetDelay(Duration.ofMillis(20))
                .bootTime(Duration.ofMillis(20));
    }

    private SimulatedDevice plugIn(SimulatedDeviceBuilder builder, boolean vanishes) {
        SimulatedDevice board = builder.build();
        plugged.put(board.name(), board);
        Path link = folder.resolve(board.name());
        board.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link).withVanishing(vanishes));
        return board;
    }

    /** Takes a board away for good. */
    void unplug(String name) {
        plugged.remove(name).close();
    }

    String address(String name) {
        return "serial:" + folder.resolve(name);
    }

    @Override
    public void close() {
        plugged.values().forEach(SimulatedDevice::close);
        threads.close();
    }
}
