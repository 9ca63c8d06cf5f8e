package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.client.LoopTime;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.VirtualConnections;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.exhaustive.Fault.AtRequest;
import io.github.camelsmp.client.exhaustive.Fault.InFlash;
import io.github.camelsmp.client.exhaustive.Fault.Mishap;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.ImageGroup.StateWrite;
import io.github.camelsmp.protocol.group.ImageGroup.Upload;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.Verdict;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One board and what upgrades it, in time that costs nothing. */
final class Bench implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofSeconds(-1);
    private static final int LOST_FOR_A_WHILE = 8;
    private static final int STAY_IN_BOOTLOADER = 1;

    final SimulatedDevice device;
    private final Scenario scenario;
    private final VirtualLoop loop = new VirtualLoop();
    private final CuttableLines lines = new CuttableLines();
    private final List<FirmwareImage> files;
    private int requests;

    /** How an upgrade ended. */
    record Ended(UpgradeResult result, RuntimeException failure) {

        boolean isGood() {
            return failure == null;
        }
    }

    /** What an upgrade takes when nothing goes wrong. */
    record Effort(int requests, long bytes, long pages) {}

    Bench(Scenario scenario, List<FirmwareImage> files, Fault fault, SimulatorThreads threads) {
        this.scenario = scenario;
        this.files = files;
        SimulatedDeviceBuilder board =
                scenario.setup().board().running(scenario.state().running(scenario.setup(), scenario.kind()));
        if (scenario.kind().images() == 2) {
            board.images(2).running(1, Firmware.OLD_COMPANION.in(scenario.setup(), 0));
        }
        device = board.threads(threads)
                .time(new LoopTime(loop))
                .outage(fault.powerComesBack() ? OUTAGE : FOR_EVER)
                .build();
        begin(fault);
    }

    private void begin(Fault fault) {
        try {
            scenario.state().stored(scenario.setup(), scenario.kind()).ifPresent(image -> device.program(0, 1, image));
            happen(scenario.state().then);
            arm(fault);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /** The images of a scenario's file. */
    static List<FirmwareImage> files(Scenario scenario) {
        return FirmwareImages.of(
                scenario.kind().file(scenario.setup(), scenario.state().slotToFill(scenario.setup())));
    }

    private void happen(StartingState.Then then) {
        switch (then) {
            case NOTHING, BREAK -> {}
            case ASK_FOR_TEST -> setState(false);
            case ASK_TO_KEEP -> setState(true);
            case TEST -> {
                setState(false);
                reset(0);
            }
            case KEEP -> {
                if (scenario.setup().takesState()) {
                    setState(true);
                }
                if (!scenario.setup().hasOneSlot()) {
                    reset(0);
                }
            }
            case UPLOAD_HALF -> uploadHalf();
            case UPLOAD_HALF_AND_RESET -> {
                uploadHalf();
                reset(0);
            }
            case STAY_IN_BOOTLOADER -> reset(STAY_IN_BOOTLOADER);
        }
        pass(Duration.ofSeconds(2));
    }

    private void setState(boolean confirm) {
        byte[] hash = HexFormat.of().parseHex(device.slot(0, 1).hash());
        ask(confirm ? StateWrite.confirm(hash) : StateWrite.test(hash));
    }

    private void reset(int bootMode) {
        ask(new OsGroup.Reset(false, bootMode));
        pass(Duration.ofSeconds(2));
    }

    private void uploadHalf() {
        FirmwareImage file = files.get(files.size() - 1);
        ask(Upload.first(file.content(), file.sha256(), file.image(), false, 500));
        ask(Upload.following(file.content(), 256, 500));
    }

    private void ask(SmpRequest<?> request) {
        try (SmpConnection connection = connect()) {
            CompletableFuture<?> answer = connection.send(request);
            pass(STEP);
            answer.join();
        }
        pass(STEP);
    }

    private SmpConnection connect() {
        return VirtualConnections.open(new SmpAddress("sim", "board"), lines, SmpClientOptions.DEFAULT, loop);
    }

    private void arm(Fault fault) {
        int armed = requests;
        if (fault instanceof InFlash inFlash) {
            device.cutPower(inFlash.cut());
        }
        device.intercept(request -> {
            int number = requests++ - armed;
            return fault instanceof AtRequest at ? verdict(at, number) : Verdict.execute();
        });
    }

    private Verdict verdict(AtRequest fault, int number) {
        boolean lasts = fault.mishap() == Mishap.ANSWERS_LOST_FOR_A_WHILE && number < fault.number() + LOST_FOR_A_WHILE;
        if (number != fault.number() && !(lasts && number > fault.number())) {
            return Verdict.execute();
        }
        switch (fault.mishap()) {
            case LINE_CUT -> loop.execute(lines::cut);
            case DEVICE_RESETS -> loop.execute(device::reset);
            case FLASH_REFUSES_A_WRITE -> device.failFlash(Operation.WRITE, 1);
            default -> {}
        }
        return fault.mishap().verdict();
    }

    /** From now on nothing goes wrong any more, and there is power. */
    void repair() {
        device.intercept(RequestInterceptor.NONE);
        device.cutPower(new PowerCut.AfterBytes(Long.MAX_VALUE));
        device.cutPower(new PowerCut.AfterPages(Long.MAX_VALUE));
        device.failFlash(Operation.WRITE, 0);
        device.powerOn();
        pass(Duration.ofSeconds(5));
    }

    /** One upgrade by one program. */
    Ended upgrade() {
        try (SmpConnection connection = connect()) {
            UpgradeOptions options =
                    UpgradeOptions.DEFAULT.withMode(scenario.mode()).withSwapTimeout(Duration.ofSeconds(30));
            CompletableFuture<UpgradeResult> result =
                    new FirmwareUpgrade(connection, files, options, UpgradeListener.NONE).start();
            long end = loop.nanoTime() + LONGEST.toNanos();
            while (!result.isDone() && loop.nanoTime() < end) {
                pass(STEP);
            }
            return ended(result);
        }
    }

    private static Ended ended(CompletableFuture<UpgradeResult> result) {
        if (!result.isDone()) {
            return new Ended(null, new IllegalStateException("the upgrade goes on for ever"));
        }
        try {
            return new Ended(result.join(), null);
        } catch (CompletionException e) {
            return new Ended(null, e.getCause() instanceof RuntimeException reason ? reason : e);
        }
    }

    /** Measures an undisturbed upgrade of a board that was just made. */
    Effort effort(Runnable upgrade) {
        int requestsBefore = requests;
        long bytes = device.flashBytesWritten();
        long pages = device.flashPagesErased();
        upgrade.run();
        return new Effort(
                requests - requestsBefore, device.flashBytesWritten() - bytes, device.flashPagesErased() - pages);
    }

    /** Whether the board is where the upgrade was to bring it. */
    boolean isThere() {
        if (scenario.mode() == UpgradeMode.UPLOAD_ONLY) {
            return device.state() == DeviceState.APPLICATION && holdsNew();
        }
        return device.state() == DeviceState.APPLICATION
                && isVersion(Firmware.NEW, device.runningVersion())
                && (scenario.kind().images() == 1
                        || isVersion(Firmware.NEW_COMPANION, device.slot(1, 0).version()));
    }

    /** Whether a test of the new firmware is over already. */
    boolean isBack() {
        return device.state() == DeviceState.APPLICATION && isVersion(Firmware.OLD, device.runningVersion());
    }

    /** Whether it stays there, or goes back as it should, when it is reset. */
    boolean endures() {
        device.reset();
        pass(Duration.ofSeconds(5));
        return switch (scenario.mode()) {
            case TEST_ONLY -> isBack();
            case UPLOAD_ONLY -> device.state() == DeviceState.APPLICATION;
            default -> isThere();
        };
    }

    private boolean holdsNew() {
        return isVersion(Firmware.NEW, device.slot(0, 0).version())
                || isVersion(Firmware.NEW, device.slot(0, 1).version());
    }

    private static boolean isVersion(Firmware firmware, Optional<String> version) {
        return version.filter(firmware.version::equals).isPresent();
    }

    private void pass(Duration time) {
        loop.advance(time);
    }

    @Override
    public void close() {
        device.close();
    }
}
