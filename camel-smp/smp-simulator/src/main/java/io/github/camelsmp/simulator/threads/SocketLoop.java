package io.github.camelsmp.simulator.threads;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that waits for all sockets and tells each of them when it can go on. */
public final class SocketLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SocketLoop.class);

    private final Selector selector;
    private Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    /** Hears that its socket is ready for what it was registered for. */
    @FunctionalInterface
    public interface Ready {
        /**
         * @param key of the socket, whose ready operations say what it is ready for
         * @throws IOException if the socket fails while it is used
         */
        void ready(SelectionKey key) throws IOException;
    }

    private SocketLoop(Selector selector) {
        this.selector = selector;
    }

    static SocketLoop start(String name) throws IOException {
        SocketLoop loop = new SocketLoop(Selector.open());
        loop.thread = SimulatorThreads.daemon(loop::run, name);
        loop.thread.start();
        return loop;
    }

    /**
     * Watches a non-blocking channel from now on.
     *
     * @param operations of {@link SelectionKey}
     * @return the key, once the thread took the channel over
     */
    public CompletableFuture<SelectionKey> watch(SelectableChannel channel, int operations, Ready ready) {
        CompletableFuture<SelectionKey> key = new CompletableFuture<>();
        Runnable register = () -> {
            try {
                key.complete(channel.register(selector, operations, ready));
            } catch (IOException | RuntimeException e) {
                key.completeExceptionally(e);
            }
        };
        if (Thread.currentThread() == thread) {
            register.run();
        } else {
            execute(register);
        }
        return key;
    }

    /** Runs a task on the thread of the sockets. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    void close() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.warn("the selector of simulated devices did not close", e);
        }
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(SocketLoop::serve);
            } catch (IOException e) {
                LOG.error("the sockets of simulated devices are lost", e);
                return;
            } catch (ClosedSelectorException e) {
                return;
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private static void serve(SelectionKey key) {
        try {
            ((Ready) key.attachment()).ready(key);
        } catch (CancelledKeyException e) {
            LOG.debug("a socket was closed while it was served");
        } catch (IOException e) {
            LOG.debug("a socket of a simulated device broke: {}", e.toString());
            key.cancel();
        } catch (RuntimeException e) {
            LOG.error("a simulated device failed in its own code", e);
        }
    }
}
