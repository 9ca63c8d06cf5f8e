package io.github.camelsmp.client.model;

import io.github.camelsmp.client.VirtualLoop;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * What happens outside of the loop, on threads of users and lines. What falls on the same moment, there and on the loop,
 * happens in an order that is drawn by lot.
 */
final class Events {
    private record Event(long time, long order, Runnable what) {}

    private final VirtualLoop loop;
    private final RandomGenerator random;
    private final Runnable afterEachTask;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));

    Events(VirtualLoop loop, RandomGenerator random, Runnable afterEachTask) {
        this.loop = loop;
        this.random = random;
        this.afterEachTask = afterEachTask;
    }

    void in(long nanos, Runnable what) {
        events.add(new Event(loop.nanoTime() + nanos, random.nextLong(), what));
    }

    /** Lets everything happen up to a time. */
    void runUntil(long end) {
        OptionalLong next = next();
        while (next.isPresent() && next.getAsLong() <= end) {
            step(next.getAsLong());
            next = next();
        }
        loop.turnTo(end);
    }

    private OptionalLong next() {
        OptionalLong task = loop.nextDue();
        if (events.isEmpty()) {
            return task;
        }
        long event = events.peek().time;
        return OptionalLong.of(task.isPresent() ? Math.min(event, task.getAsLong()) : event);
    }

    private void step(long time) {
        boolean task = loop.nextDue().isPresent() && loop.nextDue().getAsLong() <= time;
        boolean event = !events.isEmpty() && events.peek().time <= time;
        if (task && (!event || random.nextBoolean())) {
            runTask();
        } else {
            loop.turnTo(time);
            events.remove().what.run();
        }
    }

    private void runTask() {
        loop.runNext();
        afterEachTask.run();
    }

    /** Whether the loop has nothing to do at the moment. */
    boolean isLoopAtRest() {
        return loop.nextDue().isEmpty() || loop.nextDue().getAsLong() > loop.nanoTime();
    }

    /** Lets the loop do what it can do at once. */
    void rest() {
        while (!isLoopAtRest()) {
            runTask();
        }
    }
}
