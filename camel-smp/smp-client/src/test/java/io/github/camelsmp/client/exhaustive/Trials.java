package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.client.exhaustive.Bench.Effort;
import io.github.camelsmp.client.exhaustive.Bench.Ended;
import io.github.camelsmp.client.exhaustive.Fault.AtRequest;
import io.github.camelsmp.client.exhaustive.Fault.InFlash;
import io.github.camelsmp.client.exhaustive.Fault.Mishap;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Runs upgrades with faults, looks at what became of the boards, and counts. */
final class Trials {

    private static final int CUTS_IN_WRITES = 16;
    private static final int CUTS_IN_ERASES = 6;
    private static final int MOST_REPETITIONS = 3;

    /** How a run can end. */
    enum End {
        UPGRADED,
        STOPPED_BEFORE_ANYTHING_WAS_WRITTEN,
        FAILED_WITH_FIRMWARE_THAT_BOOTS,
        FAILED_IN_BOOTLOADER,
        LOST
    }

    /** What was not as it should be, a sentence each. */
    final List<String> complaints = new ArrayList<>();

    private final Map<End, Integer> ends = new EnumMap<>(End.class);
    private final SimulatorThreads threads;
    private int runs;

    Trials(SimulatorThreads threads) {
        this.threads = threads;
    }

    int runs() {
        return runs;
    }

    int count(End end) {
        return ends.getOrDefault(end, 0);
    }

    /**
     * One run without a fault, and one for some of the faults.
     *
     * @param stride every that many-th fault
     * @param first the first of them
     */
    void tryEvery(int stride, int first, Scenario scenario) {
        List<FirmwareImage> files = Bench.files(scenario);
        Effort effort;
        try (Bench bench = new Bench(scenario, files, new Fault.None(), threads)) {
            effort = bench.effort(() -> runOnce(bench, scenario, new Fault.None()));
        }
        List<Fault> faults = faults(effort);
        for (int i = first % stride; i < faults.size(); i += stride) {
            try (Bench bench = new Bench(scenario, files, faults.get(i), threads)) {
                runOnce(bench, scenario, faults.get(i));
            }
        }
    }

    private static List<Fault> faults(Effort effort) {
        List<Fault> faults = new ArrayList<>();
        for (int request = 0; request < effort.requests(); request++) {
            for (Mishap mishap : Mishap.values()) {
                if (mishap.isForRequest(request)) {
                    faults.add(new AtRequest(request, mishap));
                }
            }
        }
        spread(effort.bytes(), CUTS_IN_WRITES)
                .forEach(at -> faults.add(new InFlash(new PowerCut.AfterBytes(at), at % 2 == 0)));
        spread(effort.pages(), CUTS_IN_ERASES)
                .forEach(at -> faults.add(new InFlash(new PowerCut.AfterPages(at), at % 2 == 0)));
        return faults;
    }

    /** Numbers below a limit, at even distances, the first and the last among them. */
    private static LongStream spread(long limit, int most) {
        return LongStream.range(0, Math.min(limit, most)).map(i -> limit <= most ? i : i * (limit - 1) / (most - 1));
    }

    private void runOnce(Bench bench, Scenario scenario, Fault fault) {
        runs++;
        long bytes = bench.device.flashBytesWritten();
        long pages = bench.device.flashPagesErased();
        Ended first = bench.upgrade();
        boolean untouched = bench.device.flashBytesWritten() == bytes && bench.device.flashPagesErased() == pages;
        bench.repair();
        End end = end(bench, scenario, first, untouched);
        ends.merge(end, 1, Integer::sum);
        if (end == End.LOST) {
            complain(scenario, fault, "lost: " + bench.device.state(), first);
        }
        boolean surprising = first.isGood() ? scenario.isRefused() : !scenario.isRefused() && !scenario.failsAtFirst();
        if (fault instanceof Fault.None && surprising) {
            complain(scenario, fault, "undisturbed", first);
        }
        requireGoodEnd(bench, scenario, fault, first);
    }

    private static End end(Bench bench, Scenario scenario, Ended ended, boolean untouched) {
        if (ended.isGood()) {
            boolean testIsOver = scenario.mode() == UpgradeMode.TEST_ONLY && bench.isBack();
            return bench.isThere() || testIsOver ? End.UPGRADED : End.LOST;
        }
        if (bench.device.state() == DeviceState.APPLICATION) {
            return untouched ? End.STOPPED_BEFORE_ANYTHING_WAS_WRITTEN : End.FAILED_WITH_FIRMWARE_THAT_BOOTS;
        }
        boolean atHome = scenario.setup().hasOneSlot() || scenario.state().isInBootloader();
        return bench.device.state() == DeviceState.RECOVERY && atHome ? End.FAILED_IN_BOOTLOADER : End.LOST;
    }

    private void requireGoodEnd(Bench bench, Scenario scenario, Fault fault, Ended first) {
        Ended last = first;
        for (int again = 0; !last.isGood() && again < MOST_REPETITIONS && !scenario.isRefused(); again++) {
            last = bench.upgrade();
        }
        if (last.isGood() == scenario.isRefused()) {
            complain(scenario, fault, "in the end", last);
        } else if (last.isGood()) {
            if (!bench.endures()) {
                complain(scenario, fault, "does not endure a reset", last);
            }
        }
    }

    private void complain(Scenario scenario, Fault fault, String what, Ended ended) {
        complaints.add(scenario + " " + fault + ": " + what + ", "
                + (ended.isGood() ? ended.result().outcome() : ended.failure()));
    }
}
