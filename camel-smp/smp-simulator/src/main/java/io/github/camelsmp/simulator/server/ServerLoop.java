package io.github.camelsmp.simulator.server;

import io.github.camelsmp.simulator.flash.PowerLost;
import io.github.camelsmp.simulator.server.BufferPool.Buffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A server at work between two resets: one queue for the requests of all lines, executed strictly one after another,
 * while the lines go on receiving (protocol.md 13.2).
 */
public final class ServerLoop {

    private final ManagementServer server;
    private final BufferPool pool;
    private final Machine machine;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private boolean working;
    private boolean stopped;

    /** The device around a server. */
    public interface Machine {

        /** The time the work since the last call takes. */
        Duration takeBusyTime();

        /** Runs a task later. */
        void after(Duration delay, Runnable task);

        /** Power was lost while a request was executed. */
        void powerLost();
    }

    private record Job(Buffer buffer, byte[] packet, ReplyPath path) {}

    /** A loop that has nothing to do yet. */
    public ServerLoop(ManagementServer server, BufferPool pool, Machine machine) {
        this.server = server;
        this.pool = pool;
        this.machine = machine;
    }

    /** The buffers that lines collect requests in. */
    public BufferPool pool() {
        return pool;
    }

    /** Whether a request is being executed or answered. */
    public boolean isBusy() {
        return working;
    }

    /** Has this called whenever the server has done everything it was asked. */
    public void whenIdle(Runnable task) {
        whenIdle.add(task);
    }

    /** Queues what a buffer holds. */
    public void submit(Buffer buffer, byte[] packet, ReplyPath path) {
        waiting.add(new Job(buffer, packet, path));
        proceed();
    }

    /** Forgets everything, as a reset does. */
    public void stop() {
        stopped = true;
        waiting.clear();
    }

    private void proceed() {
        while (!working && !stopped && !waiting.isEmpty()) {
            working = true;
            execute(waiting.remove());
        }
    }

    private void execute(Job job) {
        Optional<Buffer> answerBuffer = server.answersFromPool() ? pool.take() : Optional.of(job.buffer);
        List<Reply> replies;
        try {
            replies = answerBuffer.isPresent() ? server.answer(job.packet) : server.answerWithoutBuffer(job.packet);
        } catch (PowerLost e) {
            machine.powerLost();
            return;
        }
        Duration busy = replies.stream().map(Reply::work).reduce(machine.takeBusyTime(), Duration::plus);
        Runnable release = () -> {
            answerBuffer.ifPresent(Buffer::release);
            job.buffer.release();
        };
        if (busy.isZero()) {
            send(job.path, new ArrayDeque<>(replies), release);
        } else {
            machine.after(busy, () -> send(job.path, new ArrayDeque<>(replies), release));
        }
    }

    private void send(ReplyPath path, Deque<Reply> replies, Runnable release) {
        if (stopped) {
            return;
        }
        Reply reply = replies.poll();
        if (reply == null) {
            finish(release);
        } else if (!reply.late().isZero()) {
            machine.after(reply.late(), () -> path.send(reply.message(), () -> {}));
            send(path, replies, release);
        } else if (replies.isEmpty()) {
            path.send(reply.message(), () -> finish(release));
        } else {
            path.send(reply.message(), () -> send(path, replies, release));
        }
    }

    private void finish(Runnable release) {
        release.run();
        working = false;
        proceed();
        if (!working && !stopped) {
            whenIdle.forEach(Runnable::run);
        }
    }
}
