package io.github.camelsmp.ble.simpleble;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that calls SimpleBLE. A call may be stuck for half a minute although it was carried out long ago; then
 * another thread takes over, and the stuck one ends when its call does.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private ExecutorService thread;

    Worker(String name) {
        this.name = name;
        this.thread = start();
    }

    private ExecutorService start() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Does something when it is its turn, and waits for nothing. */
    void later(Runnable task) {
        submit(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.debug("SimpleBLE: {}", e.toString());
            }
        });
    }

    /**
     * Calls something when it is its turn.
     *
     * @param limit how long the call itself may take, its turn not counted
     * @throws Stuck if it takes longer
     * @throws IOException with what SimpleBLE threw
     */
    <T> T call(Callable<T> task, Duration limit) throws IOException, InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        FutureTask<T> call = new FutureTask<>(() -> {
            began.countDown();
            return task.call();
        });
        ExecutorService calling = submit(call);
        began.await();
        try {
            return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            replace(calling);
            throw new Stuck("SimpleBLE did not return within " + limit.toMillis() / 1000.0 + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("SimpleBLE: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private synchronized ExecutorService submit(Runnable task) {
        thread.execute(task);
        return thread;
    }

    /** What waits behind the stuck call is done by the thread that takes over. */
    private synchronized void replace(ExecutorService stuck) {
        if (thread == stuck) {
            List<Runnable> waiting = stuck.shutdownNow();
            thread = start();
            waiting.forEach(thread::execute);
        }
    }

    /** A call that does not return, though it may have been carried out. */
    static final class Stuck extends IOException {
        private static final long serialVersionUID = 1;

        Stuck(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
