package io.github.camelsmp.component.reference;

import io.github.camelsmp.simulator.server.Request;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which commands arrived at a device while somebody did something. */
final class Senders {

    private final Map<String, Set<Wire>> commands = new TreeMap<>();

    /** Notes that a request arrived while this was done. */
    synchronized void note(String doer, Request request) {
        commands.computeIfAbsent(doer, name -> new TreeSet<>()).add(Wire.of(request.header()));
    }

    /** Everything that was sent. */
    synchronized Set<Wire> commandsOf(String doer) {
        return Set.copyOf(commands.getOrDefault(doer, Set.of()));
    }

    /** Who sends this command: those who send nothing else, or where there are none those who send others too. */
    synchronized Set<String> of(Wire command) {
        Set<String> all = doers(command, Integer.MAX_VALUE);
        Set<String> only = doers(command, 1);
        return only.isEmpty() ? all : only;
    }

    private Set<String> doers(Wire command, int most) {
        return commands.entrySet().stream()
                .filter(sent -> sent.getValue().contains(command))
                .filter(sent -> sent.getValue().size() <= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
