package io.github.camelsmp.examples.factoryline.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One socket of the station and the board in it: a card of the screen. Not safe for threads; {@link Screen} is. */
final class Position {

    /** Lines of its log that are kept. */
    static final int LOG = 80;

    private final String address;
    private final Map<String, Object> shown = new LinkedHashMap<>();
    private final Deque<String> log = new ArrayDeque<>();
    private Lamp lamp = Lamp.EMPTY;
    private long lines;
    private long linesTold;

    Position(String address) {
        this.address = address;
    }

    Lamp lamp() {
        return lamp;
    }

    boolean isNumbered() {
        return shown.containsKey("serialNumber");
    }

    /** A lamp without a number, where nobody is at work; a board that failed is set aside once. */
    boolean mayBeSetAside() {
        return switch (lamp) {
            case EMPTY -> true;
            case FAILED -> !isNumbered() && !shown.containsKey("setAside");
            case WORKING, PASSED, KNOWN -> false;
        };
    }

    void setAside() {
        if (lamp == Lamp.FAILED) {
            shown.put("setAside", true);
        }
    }

    /** Another board, of which nothing is known yet. */
    void arrived(long now) {
        left();
        shown.put("since", now);
        lamp = Lamp.WORKING;
    }

    void left() {
        shown.clear();
        log.clear();
        lines = 0;
        linesTold = 0;
        lamp = Lamp.EMPTY;
    }

    /** The last part of its address: what is written at the socket. */
    private String name() {
        String place = address.substring(address.indexOf(':') + 1);
        return VisibleText.of(place.substring(place.lastIndexOf('/') + 1));
    }

    /** Says something about the board; what comes from it is made visible first. */
    void put(String key, String value) {
        shown.put(key, VisibleText.of(value));
    }

    void progress(long offset, long length, long bytesPerSecond) {
        shown.put("offset", offset);
        shown.put("length", length);
        shown.put("bytesPerSecond", bytesPerSecond);
    }

    void ended(Lamp result, long now) {
        lamp = result;
        shown.put("ended", now);
        shown.remove("bytesPerSecond");
    }

    void print(String line) {
        log.addLast(VisibleText.of(line));
        lines++;
        if (log.size() > LOG) {
            log.removeFirst();
        }
    }

    /** All there is to show. */
    Map<String, Object> all() {
        return card(List.copyOf(log));
    }

    /** The same, but of the log only what was not told by this method before. */
    Map<String, Object> news() {
        List<String> kept = new ArrayList<>(log);
        int untold = (int) Math.min(kept.size(), lines - linesTold);
        linesTold = lines;
        return card(kept.subList(kept.size() - untold, kept.size()));
    }

    private Map<String, Object> card(List<String> logged) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("address", address);
        card.put("name", name());
        card.put("lamp", lamp.word());
        card.putAll(shown);
        card.put("lines", lines);
        card.put("log", logged);
        return card;
    }
}
