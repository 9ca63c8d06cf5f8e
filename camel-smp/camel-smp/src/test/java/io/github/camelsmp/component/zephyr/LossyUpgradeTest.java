package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whole upgrades of real MCUboot and Zephyr over a serial line that loses up to 20 % of the frames, damages up to 10 %, and
 * is out of order now and then. Each ends upgraded, or in a typed error with a board that boots and is upgraded by the
 * next run. MCUboot computes the hash of what is in flash before it swaps, so what runs has no wrong byte.
 *
 * <p>The system properties {@code smp.faults.upgrades} and {@code smp.faults.boards} ask for more runs, and for more
 * boards to share them.
 */
@RealServers
@Timeout(7200)
class LossyUpgradeTest {

    private static final int RUNS = 3;

    private final ServerDescription description = ServerManifest.server("qemu_cortex_m0", "serial");
    private final Map<String, Integer> ends = new ConcurrentSkipListMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger powerCycles = new AtomicInteger();

    @Test
    void everyUpgradeEndsUpgradedOrInATypedErrorWithABoardThatBoots() {
        int runs = Integer.getInteger("smp.faults.upgrades", RUNS);
        int boards = Integer.getInteger("smp.faults.boards", 1);
        AtomicInteger seeds = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(boards);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, boards)
                    .mapToObj(board -> CompletableFuture.runAsync(() -> serve(board, seeds, runs), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        System.out.println("upgrades of qemu_cortex_m0 over a lossy line: " + runs + " runs from seed 1, " + ends + ", "
                + powerCycles + " power cycles, " + complaints.size() + " complaints");
        assertThat(complaints).isEmpty();
    }

    private void serve(int number, AtomicInteger seeds, int runs) {
        try (LossyBoard board = new LossyBoard(description, number)) {
            for (int seed = seeds.incrementAndGet(); seed <= runs; seed = seeds.incrementAndGet()) {
                upgrade(board, seed);
            }
            powerCycles.addAndGet(board.powerCycles());
        } catch (Exception e) {
            complaints.add("board " + number + ": " + e);
        }
    }

    private void upgrade(LossyBoard board, int seed) throws Exception {
        try {
            ends.merge(board.upgrade(seed), 1, Integer::sum);
        } catch (AssertionError complaint) {
            complaints.add(complaint.toString());
        }
    }
}
