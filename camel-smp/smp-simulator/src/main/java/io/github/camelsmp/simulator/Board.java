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
import io.github.camelsmp.simulator.server.ManagementServer;
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

    private final String name;
    private final SimulatorTime time;
    private final Timing timing;
    private final Flash flash;
    private final Bootloader bootloader;
    private final Application application;
    private final Object lock = new Object();
    private final Traffic traffic = new Traffic();
    private final List<DeviceLine> lines = new ArrayList<>();
    private final List<DeviceObserver> observers = new ArrayList<>();
    private DeviceState state = DeviceState.OFF;
    private Serving serving;
    private Impairment impairment;
    private ConsoleNoise noise;
    private RequestInterceptor interceptor = RequestInterceptor.NONE;
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

    Board(
            String name,
            SimulatorTime time,
            Timing timing,
            Flash flash,
            Bootloader bootloader,
            Application application,
            Impairment impairment,
            ConsoleNoise noise) {
        this.name = name;
        this.time = time;
        this.timing = timing;
        this.flash = flash;
        this.bootloader = bootloader;
        this.application = application;
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
        if (serving != null) {
            lines.forEach(line -> line.print(text));
        }
    }

    /** The device is there, and has been for a while. */
    void begin() {
        flash.takeBusyTime();
        boot(0, Duration.ZERO);
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

    private void boot(int bootMode, Duration bootTime) {
        change(DeviceState.BOOTING);
        boolean runs;
        try {
            runs = bootloader.boot();
        } catch (PowerLost e) {
            powerLost();
            return;
        }
        Duration wait = bootTime.plus(flash.takeBusyTime());
        if (wait.isZero()) {
            booted(runs, bootMode);
        } else {
            afterInThisLife(wait, () -> booted(runs, bootMode));
        }
    }

    private void booted(boolean runs, int bootMode) {
        if (!runs) {
            change(DeviceState.DEAD);
            return;
        }
        ManagementServer server = application.start(this, () -> interceptor);
        ServerTraits traits = application.traits();
        BufferPool pool = new BufferPool(traits.bufferSize(), traits.bufferCount());
        serving = new Serving(new ServerLoop(server, pool, this), Flavour.ZEPHYR, 128, Integer.MAX_VALUE);
        List.copyOf(lines).forEach(DeviceLine::deviceUp);
        change(DeviceState.APPLICATION);
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
