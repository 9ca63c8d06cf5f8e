package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final Queue<Runnable> executor = new ArrayDeque<>();
    private final List<Object> routed = new ArrayList<>();
    private final List<Runnable> inRoute = new ArrayList<>();
    private final EventQueue queue = new EventQueue(executor::add, (event, done) -> {
        routed.add(event.body());
        inRoute.add(done);
    });

    @Test
    void addingNeverRunsTheRoute() {
        queue.add(SmpEvent.console("a"));

        assertThat(routed).isEmpty();
        assertThat(executor).hasSize(1);
    }

    @Test
    void theNextEventWaitsUntilTheRouteIsDoneWithTheOneBefore() {
        queue.add(SmpEvent.console("a"));
        queue.add(SmpEvent.console("b"));
        runExecutor();
        assertThat(routed).containsExactly("a");

        inRoute.get(0).run();
        runExecutor();

        assertThat(routed).containsExactly("a", "b");
    }

    @Test
    void anEventAfterAPauseIsRoutedToo() {
        queue.add(SmpEvent.console("a"));
        runExecutor();
        inRoute.get(0).run();
        runExecutor();

        queue.add(SmpEvent.console("b"));
        runExecutor();

        assertThat(routed).containsExactly("a", "b");
    }

    @Test
    void theOldestConsoleTextIsDroppedWhenTheRouteIsTooSlow() {
        queue.add(SmpEvent.progress(Map.of("offset", 1)));
        IntStream.range(0, EventQueue.LIMIT + 5).forEach(number -> queue.add(SmpEvent.console("line " + number)));

        assertThat(queue.size()).isEqualTo(EventQueue.LIMIT);
        assertThat(queue.dropped()).isEqualTo(6);
        runExecutor();
        inRoute.get(0).run();
        runExecutor();
        assertThat(routed).containsExactly(Map.of("offset", 1), "line 6");
    }

    @Test
    void anEventThatFailsDoesNotHoldUpTheNextOne() {
        List<Object> seen = new ArrayList<>();
        EventQueue fragile = new EventQueue(executor::add, (event, done) -> {
            seen.add(event.body());
            throw new IllegalStateException("no exchange");
        });
        fragile.add(SmpEvent.console("a"));
        fragile.add(SmpEvent.console("b"));

        assertThatThrownBy(executor.poll()::run).hasMessage("no exchange");
        assertThatThrownBy(executor.poll()::run).hasMessage("no exchange");

        assertThat(seen).containsExactly("a", "b");
    }

    private void runExecutor() {
        while (!executor.isEmpty()) {
            executor.poll().run();
        }
    }
}
