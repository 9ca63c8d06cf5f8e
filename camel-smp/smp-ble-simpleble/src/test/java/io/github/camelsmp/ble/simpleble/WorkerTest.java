package io.github.camelsmp.ble.simpleble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Worker worker = new Worker("test-worker");

    @Test
    void allCallsAreMadeByOneThreadInTheirOrder() throws Exception {
        List<String> threads = new CopyOnWriteArrayList<>();

        worker.later(() -> threads.add(Thread.currentThread().getName()));
        worker.call(() -> threads.add(Thread.currentThread().getName()), LONG);

        assertThat(threads).containsExactly("test-worker", "test-worker");
    }

    @Test
    void whatACallThrowsIsSaid() {
        assertThatThrownBy(() -> worker.call(
                        () -> {
                            throw new IllegalStateException("not connected");
                        },
                        LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("SimpleBLE: not connected");
    }

    @Test
    void aCallThatIsStuckHoldsNobodyElseUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> worker.call(
                        () -> {
                            awaitUninterruptibly(never);
                            return null;
                        },
                        Duration.ofMillis(50)))
                .isInstanceOf(Worker.Stuck.class);

        assertThat(worker.call(() -> "done", LONG)).isEqualTo("done");
        never.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                latch.await();
                over = true;
            } catch (InterruptedException e) {
                // native code does not hear of it either
            }
        }
    }
}
