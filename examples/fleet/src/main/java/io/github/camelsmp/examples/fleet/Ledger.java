package io.github.camelsmp.examples.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of the jobs. The routes tell it, from any thread. A result may be told twice, that is nothing to it. */
public final class Ledger {

    private final Map<String, String> outcomes = new HashMap<>();
    private final Map<String, Integer> work = new TreeMap<>();
    private final Map<String, String> dead = new TreeMap<>();
    private final Map<String, Set<String>> gateways = new HashMap<>();
    private final Map<String, Integer> told = new HashMap<>();

    /** A gateway works on a device. */
    public synchronized void progress(String device, String gateway) {
        gateways.computeIfAbsent(device, absent -> new TreeSet<>()).add(gateway);
        told.merge(device, 1, Integer::sum);
        notifyAll();
    }

    /** A gateway is done with a device. */
    public synchronized void result(String device, String gateway, String outcome) {
        if (outcomes.putIfAbsent(device, outcome) == null) {
            work.merge(gateway, 1, Integer::sum);
        }
        notifyAll();
    }

    /** Nobody tries a device any more. */
    public synchronized void dead(String device, String reason) {
        dead.put(device, reason);
        notifyAll();
    }

    /** Waits until a gateway has a device in hand. */
    synchronized void awaitWorkOf(String gateway) throws InterruptedException {
        while (gateways.values().stream().noneMatch(names -> names.contains(gateway))) {
            wait();
        }
    }

    /** Waits until so many devices are upgraded, or reported. */
    synchronized void awaitDone(int devices) throws InterruptedException {
        while (outcomes.size() + dead.size() < devices) {
            wait();
        }
    }

    synchronized long upgraded() {
        return outcomes.size();
    }

    /** What came of a device, if it was upgraded. */
    synchronized Optional<String> outcome(String device) {
        return Optional.ofNullable(outcomes.get(device));
    }

    /** Devices nobody tries any more, with the reason. */
    synchronized Map<String, String> dead() {
        return Map.copyOf(dead);
    }

    /** How many devices each gateway brought to their end. */
    synchronized Map<String, Integer> work() {
        return new TreeMap<>(work);
    }

    /** The most messages of progress that were told of one device. */
    synchronized long mostTold() {
        return told.values().stream().max(Integer::compare).orElse(0);
    }

    /** Devices that more than one gateway had in hand, one after the other. */
    synchronized long handedOn() {
        return gateways.values().stream().filter(names -> names.size() > 1).count();
    }
}
