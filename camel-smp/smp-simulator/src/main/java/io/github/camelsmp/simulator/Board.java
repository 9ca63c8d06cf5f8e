package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.flash.PowerLost;
import io.github.camelsmp.simulator.group.DeviceControl;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import io.github.camelsmp.simulator.line.DeviceLine;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.LineHost;
import io.github.camelsmp.simulator.line.Serving;
import io.github.camelsmp.simulator.server.BufferPool;
import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.ServerLoop;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.server.Traffic;
import io.github.camelsmp.simulator.threads.SimulatorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The life of a device: power, reset, boot, and what runs in between. One thing happens at a time. */
final class Board implements LineHost, DeviceControl, ServerLoop.Machine {

    private static final int STAY_IN_BOOTLOADER = 1;
    /** Both servers receive lines of this length unless built otherwise; the recovery keeps so many (protocol.md 7.2). */
    private static final int LINE_LENGTH = 128;

    private static final int RECOVERY_LINES = 8;

    private final String name;
    private final SimulatorTime time;
    private final Timing timing;
    private final Flash flash;
    private final Bootloader bootloader;
    private final Application application;
    private final Optional<Recovery> recovery;
    private final LineBuffers serial;
    private final Object lock = new Object();
    private final Traffic traffic = new Traffic();
    private final List<DeviceLine> lines = new ArrayList<>();
    private final List<DeviceObserver> observers = new ArrayList<>();
    private DeviceState state = DeviceState.OFF;
    private Serving serving;
    private Impairment impairment;
    private ConsoleNoise noise;
    private RequestInterceptor interceptor = RequestInterceptor.NONE;
    private boolean recoveryPinHeld;
    private long life;
    private boolean closed;

    /**
     * How long what takes time.
     *
     * @param boot from reset to the first answer, swaps of images not counted
     * @param resetDelay from the answer of a reset to the reset
     * @param outage how long power stays away after a cut; negative for until it is switched on
     */
    record Timing(Duration boot, Duration resetDelay, Duration outage) {}

    /** Line buffers of the application's serial transport. */
    record LineBuffers(int length, int count) {}

    Board(
            String name,
            SimulatorTime time,
            Timing timing,
            Flash flash,
            Bootloader bootloader,
            Application application,
            Optional<Recovery> recovery,
            LineBuffers serial,
            Impairment impairment,
            ConsoleNoise noise) {
        this.name = name;
        this.time = time;
        this.timing = timing;
        this.flash = flash;
        this.bootloader = bootloader;
        this.application = application;
        this.recovery = recovery;
        this.serial = serial;
        this.impairment = impairment;
        this.noise = noise;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Runnable task) {
        synchronized (lock) {
            task.run();
        }
    }

    /** Looks at something while the device does nothing. */
    <T> T ask(Supplier<T> question) {
        synchronized (lock) {
            return question.get();
        }
    }

    @Override
    public void after(Duration delay, Runnable task) {
        time.after(
                delay,
                () -> run(() -> {
                    if (!closed) {
                        task.run();
                    }
                }));
    }

    /** The same, unless the device is reset or loses power before. */
    private void afterInThisLife(Duration delay, Runnable task) {
        long now = life;
        after(delay, () -> {
            if (life == now) {
                task.run();
            }
        });
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Optional<Serving> serving() {
        return Optional.ofNullable(serving);
    }

    @Override
    public Impairment impairment() {
        return impairment;
    }

    @Override
    public ConsoleNoise noise() {
        return noise;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void closed(DeviceLine line) {
        lines.remove(line);
    }

    @Override
    public Duration takeBusyTime() {
        return flash.takeBusyTime();
    }

    Flash flash() {
        return flash;
    }

    Bootloader bootloader() {
        return bootloader;
    }

    DeviceState state() {
        return state;
    }

    void impair(Impairment value) {
        impairment = value;
    }

    void makeNoise(ConsoleNoise value) {
        noise = value;
    }

    void intercept(RequestInterceptor value) {
        interceptor = value;
    }

    void observe(DeviceObserver observer) {
        observers.add(observer);
    }

    void add(DeviceLine line) {
        if (closed) {
            throw new IllegalStateException("device " + name + " is closed");
        }
        lines.add(line);
    }

    void print(String text) {
        if (serving != null && !text.isEmpty()) {
            lines.forEach(line -> line.print(text));
        }
    }

    /** The device is there, and has been for a while. */
    void begin() {
        flash.takeBusyTime();
        if (recoveryPinHeld) {
            serveRecovery();
        } else {
            bootApplication(false, Duration.ZERO);
        }
    }

    void powerOn() {
        if (state == DeviceState.OFF && !closed) {
            boot(0, timing.boot);
        }
    }

    void powerOff() {
        if (state != DeviceState.OFF) {
            stop(DeviceState.OFF);
        }
    }

    @Override
    public void powerLost() {
        powerOff();
        if (!timing.outage.isNegative()) {
            afterInThisLife(timing.outage, this::powerOn);
        }
    }

    @Override
    public void reset(int bootMode) {
        afterInThisLife(timing.resetDelay, () -> resetNow(bootMode));
    }

    void resetNow(int bootMode) {
        if (state != DeviceState.OFF) {
            stop(DeviceState.BOOTING);
            boot(bootMode, timing.boot);
        }
    }

    private void stop(DeviceState next) {
        life++;
        if (serving != null) {
            serving.loop().stop();
            serving = null;
        }
        flash.takeBusyTime();
        List.copyOf(lines).forEach(DeviceLine::deviceDown);
        change(next);
    }

    void holdRecoveryPin(boolean held) {
        if (held && recovery.isEmpty()) {
            throw new IllegalStateException("device " + name + " was built without recovery");
        }
        recoveryPinHeld = held;
    }

    /** The bootloader looks at pin and boot mode before it looks at any image. */
    private void boot(int bootMode, Duration bootTime) {
        change(DeviceState.BOOTING);
        if (recovery.isPresent() && (recoveryPinHeld || bootMode == STAY_IN_BOOTLOADER)) {
            afterBoot(bootTime, this::serveRecovery);
        } else if (recovery.isPresent() && !recovery.get().waitForDfu().isZero()) {
            afterBoot(bootTime, () -> waitForDfu(recovery.get().waitForDfu()));
        } else {
            bootApplication(bootMode == STAY_IN_BOOTLOADER, bootTime);
        }
    }

    private void afterBoot(Duration wait, Runnable next) {
        if (wait.isZero()) {
            next.run();
        } else {
            afterInThisLife(wait, next);
        }
    }

    /** Any request that comes in time keeps the recovery running. */
    private void waitForDfu(Duration wait) {
        serveRecovery();
        long before = traffic.counts().requests();
        afterInThisLife(wait, () -> {
            if (traffic.counts().requests() == before) {
                stop(DeviceState.BOOTING);
                bootApplication(false, Duration.ZERO);
            }
        });
    }

    private void bootApplication(boolean loader, Duration bootTime) {
        boolean runs;
        try {
            runs = flash.withoutFaults(() -> bootloader.boot(loader));
        } catch (PowerLost e) {
            powerLost();
            return;
        }
        afterBoot(bootTime.plus(flash.takeBusyTime()), () -> booted(runs));
    }

    private void booted(boolean runs) {
        if (runs) {
            serveApplication();
        } else if (recovery.isPresent()) {
            serveRecovery();
        } else {
            change(DeviceState.DEAD);
        }
    }

    private void serveApplication() {
        ServerTraits traits = application.traits();
        ServerLoop loop = new ServerLoop(
                application.start(this, () -> interceptor),
                new BufferPool(traits.bufferSize(), traits.bufferCount()),
                this);
        serve(
                new Serving(loop, Flavour.ZEPHYR, serial.length(), serial.count(), application.console()),
                DeviceState.APPLICATION);
    }

    private void serveRecovery() {
        Recovery running = recovery.orElseThrow();
        ServerLoop loop =
                new ServerLoop(running.start(this, () -> interceptor), new BufferPool(running.receiveSize(), 1), this);
        serve(new Serving(loop, Flavour.MCUBOOT_RECOVERY, LINE_LENGTH, RECOVERY_LINES), DeviceState.RECOVERY);
    }

    private void serve(Serving next, DeviceState as) {
        serving = next;
        List.copyOf(lines).forEach(DeviceLine::deviceUp);
        print(noise.atBoot());
        change(as);
    }

    private void change(DeviceState next) {
        if (state != next) {
            state = next;
            List.copyOf(observers).forEach(observer -> observer.changed(next));
        }
    }

    /** Ends the device and hands over its lines to be released. */
    List<DeviceLine> close() {
        if (!closed) {
            powerOff();
            closed = true;
        }
        List<DeviceLine> rest = List.copyOf(lines);
        lines.clear();
        return rest;
    }
}
