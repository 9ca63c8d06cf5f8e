package io.github.camelsmp.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listeners come and go while the loop tells them something. */
@Tag("interleavings")
@Param(name = "listener", gen = IntGen.class, conf = "1:2")
public class ListenersInterleavingsTest {

    private final Listeners listeners = new Listeners();
    private final Map<Integer, AutoCloseable> registered = new ConcurrentHashMap<>();
    private final List<Integer> hearing = new ArrayList<>();

    private record Hearing(int number, List<Integer> heard) implements SmpConnectionListener {
        @Override
        public void console(String line) {
            heard.add(number);
        }
    }

    @Operation(nonParallelGroup = "listeners")
    public void comes(@Param(name = "listener") int number) {
        registered.computeIfAbsent(number, absent -> listeners.add(new Hearing(number, hearing)));
    }

    @Operation(nonParallelGroup = "listeners")
    public void goes(@Param(name = "listener") int number) throws Exception {
        AutoCloseable gone = registered.remove(number);
        if (gone != null) {
            gone.close();
        }
    }

    @Operation(nonParallelGroup = "loop")
    public List<Integer> tells() {
        hearing.clear();
        listeners.console("hello");
        return List.copyOf(hearing);
    }

    @Test
    void oneWordReachesThoseWhoListenedAtOneMoment() {
        Interleavings.check(ListenersInterleavingsTest.class);
    }
}
