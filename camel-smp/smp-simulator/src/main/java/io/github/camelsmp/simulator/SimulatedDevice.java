package io.github.camelsmp.simulator;

import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import io.github.camelsmp.simulator.line.DeviceLine;
import io.github.camelsmp.simulator.line.GattLine;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.InProcessLine;
import io.github.camelsmp.simulator.line.InProcessSerialLine;
import io.github.camelsmp.simulator.line.OpenDevices;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.line.RadioLink;
import io.github.camelsmp.simulator.line.TcpLine;
import io.github.camelsmp.simulator.line.UdpLine;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.Traffic;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A device made of software. It is powered and reachable in process, as {@code sim:<name>}, from the moment it is built
 * until it is closed; other lines are added to it. All methods may be called from any thread.
 */
public final class SimulatedDevice implements AutoCloseable {

    private final Board board;
    private final SimulatorThreads threads;
    private final boolean ownsThreads;
    private final OpenDevices.Reachable reachable = this::connect;

    SimulatedDevice(Board board, SimulatorThreads threads, boolean ownsThreads) {
        this.board = board;
        this.threads = threads;
        this.ownsThreads = ownsThreads;
        OpenDevices.add(board.name(), reachable);
    }

    /**
     * Starts a device.
     *
     * @param name how the scheme {@code sim} finds it; not that of another open device of this JVM
     */
    public static SimulatedDeviceBuilder builder(String name) {
        return new SimulatedDeviceBuilder(name);
    }

    /** Its name. */
    public String name() {
        return board.name();
    }

    /** What to put behind {@code smp:} to reach it in process, e.g. {@code sim:board-1}. */
    public String address() {
        return "sim:" + board.name();
    }

    /**
     * Listens for datagrams on the loopback interface.
     *
     * @param port 0 for any free one
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public UdpLine listenUdp(int port) {
        return listenUdp(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Listens for datagrams on any address. */
    public UdpLine listenUdp(InetSocketAddress address) {
        return added(UdpLine.listen(board, threads.sockets(), address));
    }

    /**
     * Carries its serial line over TCP, with console framing, on the loopback interface.
     *
     * @param port 0 for any free one
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public TcpLine listenTcp(int port) {
        return listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Framing.CONSOLE);
    }

    /** Carries its serial line over TCP on any address. */
    public TcpLine listenTcp(InetSocketAddress address, Framing framing) {
        return added(TcpLine.listen(board, threads.sockets(), address, framing));
    }

    /** Opens a serial port with console framing. */
    public PseudoTerminal openPseudoTerminal() {
        return openPseudoTerminal(PseudoTerminal.Options.DEFAULT);
    }

    /**
     * Opens a serial port.
     *
     * @throws UnsupportedOperationException on systems without pseudo-terminals
     */
    public PseudoTerminal openPseudoTerminal(PseudoTerminal.Options options) {
        return added(PseudoTerminal.open(board, options));
    }

    /**
     * Connects its serial line to an object of this JVM.
     *
     * @param otherEnd takes what the device sends
     */
    public InProcessSerialLine connectSerial(Framing framing, Consumer<byte[]> otherEnd) {
        return added(new InProcessSerialLine(board, framing, otherEnd));
    }

    /**
     * Offers its SMP characteristic to Bluetooth radios.
     *
     * @param reassembly whether its server puts requests of several writes together; Zephyr's does not unless told to
     */
    public GattLine openGatt(RadioLink link, boolean reassembly) {
        return added(GattLine.open(board, link, reassembly));
    }

    private InProcessLine connect(TransportListener listener, Executor executor) {
        return added(new InProcessLine(board, listener, executor));
    }

    private <L extends DeviceLine> L added(L line) {
        board.run(() -> board.add(line));
        return line;
    }

    /** What it is doing. */
    public DeviceState state() {
        return ask(board::state);
    }

    /** The version of image 0 that runs; empty while none does. */
    public Optional<String> runningVersion() {
        return ask(() -> board.state() == DeviceState.APPLICATION
                ? content(board.bootloader().active(0)).version()
                : Optional.empty());
    }

    /**
     * What is in a slot.
     *
     * @param slot 0 or 1 within the image
     * @throws IllegalArgumentException if the device has no such slot
     */
    public SlotContent slot(int image, int slot) {
        return ask(() -> content(find(image, slot)));
    }

    private SlotContent content(Slot slot) {
        return board.flash().withoutFaults(() -> SlotContent.of(slot));
    }

    /** Programs an image into a slot as a factory does. */
    public void program(int image, int slot, FirmwareImage content) {
        board.run(() -> find(image, slot).area().program(content.sharedBytes()));
    }

    /** Where the processor sees a slot; images for direct execution are made for one such address. */
    public long slotAddress(int image, int slot) {
        return ask(() -> find(image, slot).address());
    }

    private Slot find(int image, int slot) {
        ImageSlots slots = board.bootloader().images().stream()
                .filter(candidate -> candidate.image() == image)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("device " + name() + " has no image " + image));
        return slots.all().stream()
                .filter(candidate -> candidate.number() == slot)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("image " + image + " of " + name() + " has no slot " + slot));
    }

    /** What it received and dropped so far. */
    public Traffic.Counts traffic() {
        return ask(() -> board.traffic().counts());
    }

    /** Bytes of flash written so far, by whomever. */
    public long flashBytesWritten() {
        return ask(() -> board.flash().bytesWritten());
    }

    /** Pages of flash erased so far. */
    public long flashPagesErased() {
        return ask(() -> board.flash().pagesErased());
    }

    /** From now on its links do this to what passes. */
    public void impair(Impairment impairment) {
        board.run(() -> board.impair(impairment));
    }

    /** From now on this text shares the serial lines with SMP. */
    public void noise(ConsoleNoise noise) {
        board.run(() -> board.makeNoise(noise));
    }

    /** From now on this decides what becomes of each request. */
    public void intercept(RequestInterceptor interceptor) {
        board.run(() -> board.intercept(interceptor));
    }

    /** From now on this hears of its states. */
    public void observe(DeviceObserver observer) {
        board.run(() -> board.observe(observer));
    }

    /** Prints text on its console, as its application would. Lines end with {@code \r\n} on real devices. */
    public void print(String text) {
        board.run(() -> board.print(text));
    }

    /** Makes the flash driver report a failure the next {@code times} times. */
    public void failFlash(Operation operation, int times) {
        board.run(() -> board.flash().fail(operation, times));
    }

    /** Orders a failure of power. */
    public void cutPower(PowerCut cut) {
        board.run(() -> {
            if (cut instanceof PowerCut.AfterBytes after) {
                board.flash().cutPowerAfterBytes(after.bytes());
            } else if (cut instanceof PowerCut.AfterPages after) {
                board.flash().cutPowerAfterPages(after.pages());
            }
        });
    }

    /** Pulls the plug. */
    public void powerOff() {
        board.run(board::powerOff);
    }

    /** Puts the plug back; nothing happens if it is in. */
    public void powerOn() {
        board.run(board::powerOn);
    }

    /** Presses the reset button. */
    public void reset() {
        board.run(() -> board.resetNow(0));
    }

    /**
     * Holds or releases the pin that keeps the bootloader in its recovery at the next reset.
     *
     * @throws IllegalStateException if the device was built without recovery
     */
    public void holdRecoveryPin(boolean held) {
        board.run(() -> board.holdRecoveryPin(held));
    }

    private <T> T ask(Supplier<T> question) {
        return board.ask(question);
    }

    /** Takes it out of the world: its lines close, its name is free again. */
    @Override
    public void close() {
        OpenDevices.remove(board.name(), reachable);
        for (DeviceLine line : ask(board::close)) {
            line.close();
        }
        if (ownsThreads) {
            threads.close();
        }
    }
}
