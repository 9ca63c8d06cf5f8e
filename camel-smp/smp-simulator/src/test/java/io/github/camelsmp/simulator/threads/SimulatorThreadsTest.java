package io.github.camelsmp.simulator.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SimulatorThreadsTest {

    private static final Duration DELAY = Duration.ofMillis(3);

    private final SimulatorThreads threads = SimulatorThreads.create("threads-test");

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void oneDelayBehindAnotherIsAsLongAsBothHoweverLateTheMachineIs() {
        CompletableFuture<Long> between = new CompletableFuture<>();
        threads.after(DELAY, () -> {
            long first = threads.nanos();
            threads.after(DELAY, () -> between.complete(threads.nanos() - first));
        });

        assertThat(between.join()).isEqualTo(DELAY.toNanos());
    }

    @Test
    void runsNothingBeforeItIsDue() {
        long given = System.nanoTime();
        CompletableFuture<Long> ran = new CompletableFuture<>();
        threads.after(DELAY, () -> ran.complete(System.nanoTime()));

        assertThat(ran.join() - given).isGreaterThanOrEqualTo(DELAY.toNanos());
    }

    @Test
    void runsTasksOfOneMomentInTheOrderTheyWereGiven() throws InterruptedException {
        BlockingQueue<Integer> ran = new LinkedBlockingQueue<>();
        CountDownLatch all = new CountDownLatch(100);
        threads.after(Duration.ZERO, () -> IntStream.range(0, 100)
                .forEach(number -> threads.after(DELAY, () -> {
                    ran.add(number);
                    all.countDown();
                })));

        all.await();

        assertThat(ran)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void goesOnAfterATaskThatFails() {
        CompletableFuture<Void> next = new CompletableFuture<>();
        threads.after(Duration.ZERO, () -> List.of().get(0));
        threads.after(Duration.ZERO, () -> {
            throw new AssertionError("of an observer");
        });
        threads.after(Duration.ZERO, () -> next.complete(null));

        next.join();
    }

    @Test
    void runsNothingOnceItIsClosed() throws InterruptedException {
        List<String> ran = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> closed = new CompletableFuture<>();
        threads.after(Duration.ZERO, () -> {
            threads.after(Duration.ZERO, () -> ran.add("due when it was closed"));
            threads.close();
            closed.complete(Thread.currentThread());
        });

        closed.join().join();
        threads.after(Duration.ZERO, () -> ran.add("given afterwards"));

        assertThat(ran).isEmpty();
    }
}
