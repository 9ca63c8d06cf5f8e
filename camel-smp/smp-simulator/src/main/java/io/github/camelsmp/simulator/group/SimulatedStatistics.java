package io.github.camelsmp.simulator.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counters of an application, by group and name. May be read and changed at any time, from any thread. */
public final class SimulatedStatistics {

    private final Map<String, Map<String, Long>> groups = new LinkedHashMap<>();

    /** Sets a counter; group and counter appear if they are new. */
    public synchronized SimulatedStatistics set(String group, String counter, long value) {
        groups.computeIfAbsent(group, name -> new LinkedHashMap<>()).put(counter, value);
        return this;
    }

    synchronized List<String> groups() {
        return new ArrayList<>(groups.keySet());
    }

    synchronized Optional<Map<String, Long>> counters(String group) {
        return Optional.ofNullable(groups.get(group)).map(LinkedHashMap::new);
    }
}
