package io.github.camelsmp.examples.factoryline.screen;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What there is to see. The routes tell it, from any thread; {@link EventStream} asks what is new. */
public final class Screen {

    private final LongSupplier millis;
    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Set<Position> changed = new LinkedHashSet<>();
    private final Set<String> changedFigures = new LinkedHashSet<>();

    /** @param millis the time, in milliseconds since 1970 */
    public Screen(LongSupplier millis) {
        this.millis = millis;
        running(true);
    }

    /** What is made at present. */
    public void order(Map<String, Object> order) {
        figure("order", Map.copyOf(order));
    }

    /** Whether boards are taken on. */
    public void running(boolean value) {
        figure("running", value);
    }

    /** Counts of boards: {@code passed}, {@code failed}, {@code unknown} of these, {@code perHour}. */
    public void totals(Map<String, Object> totals) {
        figure("totals", totals);
    }

    /** Boards of each minute: {@code at} in seconds since 1970, {@code passed}, {@code failed}. */
    public void minutes(List<Map<String, Object>> minutes) {
        figure("minutes", minutes);
    }

    /** Boards that failed and were not tried again: {@code address}, {@code reason}, {@code advice}, ... */
    public void failures(List<Map<String, Object>> failures) {
        figure("failures", failures.stream().map(Screen::visible).toList());
    }

    private static Map<String, Object> visible(Map<String, Object> row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        row.forEach((key, value) -> {
            if (value != null) {
                shown.put(key, VisibleText.of(value.toString()));
            }
        });
        return shown;
    }

    private synchronized void figure(String name, Object value) {
        if (!Objects.equals(figures.put(name, value), value)) {
            changedFigures.add(name);
        }
    }

    /** A board was put in. */
    public void arrived(String address) {
        change(address, position -> position.arrived(millis.getAsLong()));
    }

    /** The board was taken out. */
    public void left(String address) {
        change(address, Position::left);
    }

    /** What is done to the board now: {@code identify}, {@code program}, {@code test}, ... */
    public void step(String address, String step) {
        change(address, position -> position.put("step", step));
    }

    /** Who the board is, and what it calls itself. */
    public void identified(String address, String uid, String name) {
        change(address, position -> {
            position.put("uid", uid);
            position.put("board", name);
        });
    }

    /** The serial number of the board. */
    public void numbered(String address, String serialNumber) {
        change(address, position -> position.put("serialNumber", serialNumber));
    }

    /** An event of the endpoint {@code smp:}: stage, progress or console. */
    public void told(String address, String event, Object body) {
        change(address, position -> {
            switch (event) {
                case "console" -> position.print(String.valueOf(body));
                case "progress" -> progress(position, (Map<?, ?>) body);
                case "stage" -> position.put("stage", String.valueOf(((Map<?, ?>) body).get("stage")));
                default -> throw new IllegalArgumentException("the screen shows no event " + event);
            }
        });
    }

    private static void progress(Position position, Map<?, ?> body) {
        position.progress(number(body, "offset"), number(body, "length"), number(body, "bytesPerSecond"));
    }

    private static long number(Map<?, ?> body, String key) {
        return ((Number) body.get(key)).longValue();
    }

    /** The board is good. */
    public void passed(String address) {
        change(address, position -> position.ended(Lamp.PASSED, millis.getAsLong()));
    }

    /** The board had passed before. */
    public void known(String address) {
        change(address, position -> position.ended(Lamp.KNOWN, millis.getAsLong()));
    }

    /** The board is not good. */
    public void failed(String address, String reason, String advice) {
        change(address, position -> {
            position.put("reason", reason);
            position.put("advice", advice);
            position.ended(Lamp.FAILED, millis.getAsLong());
        });
    }

    private synchronized void change(String address, Consumer<Position> change) {
        Position position = positions.computeIfAbsent(address, Position::new);
        change.accept(position);
        changed.add(position);
    }

    /** What the lamp at a socket shows. */
    public synchronized Lamp lamp(String address) {
        Position position = positions.get(address);
        return position == null ? Lamp.EMPTY : position.lamp();
    }

    /** Whether the board at a socket has shown a serial number. */
    public synchronized boolean isNumbered(String address) {
        Position position = positions.get(address);
        return position != null && position.isNumbered();
    }

    /** Whether the board at a socket is one that never said who it is, as far as can be seen. */
    public synchronized boolean mayBeSetAside(String address) {
        Position position = positions.get(address);
        return position != null && position.mayBeSetAside();
    }

    /** The board at a socket got its record without a word from it. */
    public void setAside(String address) {
        change(address, Position::setAside);
    }

    /** Everything, for somebody who has seen nothing. */
    synchronized Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.put("positions", positions.values().stream().map(Position::all).toList());
        return all;
    }

    /** What changed since this was asked before; empty if nothing did. */
    synchronized Map<String, Object> news() {
        Map<String, Object> news = new LinkedHashMap<>();
        changedFigures.forEach(name -> news.put(name, figures.get(name)));
        changedFigures.clear();
        if (!changed.isEmpty()) {
            news.put("positions", changed.stream().map(Position::news).toList());
            changed.clear();
        }
        return news;
    }
}
