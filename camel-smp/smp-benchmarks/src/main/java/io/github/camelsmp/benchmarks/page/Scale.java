package io.github.camelsmp.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What upgrades of many devices take, computed from what was measured with few. {@code scale.adoc} has the formulae. */
final class Scale {

    private static final double FIRMWARE_BYTES = 256 * 1024;
    private static final double[] FLEETS = {1e3, 1e5, 1e7};
    private static final double WINDOW_HOURS = 8;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double POLLING_SECONDS = 300;
    private static final double PROGRESS_SECONDS = 10;
    /** A job, that it begins, its result. */
    private static final double BROKER_MESSAGES = 3;
    /** That it begins, its result, the attributes. */
    private static final double HAWKBIT_WRITES = 3;
    /** What hawkBit allows one address a second unless told otherwise. */
    private static final double HAWKBIT_READS_ALLOWED = 200;

    private static final double HAWKBIT_WRITES_ALLOWED = 50;

    private final List<Transport> transports;
    private final double swapSeconds;
    private final double measuredRate;
    private final double heapKib;

    /**
     * A way to devices.
     *
     * @param goodput kB of firmware a second
     * @param places devices worked on at a time
     * @param shared whether all of them share the goodput of one
     */
    private record Transport(String name, double goodput, double places, boolean shared) {

        double uploadSeconds() {
            return FIRMWARE_BYTES / 1000 / goodput;
        }
    }

    /** The most upgrades a second that a gateway does over a transport, and why not more. */
    private record Limit(double perSecond, String reason) {

        double perHour() {
            return perSecond * SECONDS_PER_HOUR;
        }
    }

    /** @param profiles {@code fleet} and {@code heap} are figures that benchmarks kept, {@code ways} says what to compute */
    Scale(Figures ways, Figures profiles, Figures fleet, Figures heap) {
        this.transports = IntStream.range(0, ways.rows().size())
                .mapToObj(row -> transport(ways.rows().get(row), profiles))
                .toList();
        this.swapSeconds = 2 * FIRMWARE_BYTES / 1000 / cell(profiles, "UDP 20 ms; nRF52840", "bound kB/s");
        double[] devices = fleet.column("devices at once");
        double[] seconds = fleet.column("seconds");
        this.measuredRate = devices[devices.length - 1] / seconds[seconds.length - 1];
        this.heapKib = cell(heap, "upload under way", "KiB a device");
    }

    private static Transport transport(List<String> way, Figures profiles) {
        return new Transport(
                way.get(0),
                cell(profiles, way.get(1), "auto"),
                Double.parseDouble(way.get(2)),
                "yes".equals(way.get(3)));
    }

    private static double cell(Figures figures, String row, String column) {
        return figures.rows().stream()
                .filter(cells -> cells.get(0).equals(row))
                .mapToDouble(
                        cells -> Double.parseDouble(cells.get(figures.columns().indexOf(column))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row '" + row + "'"));
    }

    /** The tables by their names. */
    Map<String, Figures> tables() {
        return Map.of(
                "scale-gateway", gateway(),
                "scale-hours", fleets(size -> hours -> size / hours.perHour()),
                "scale-gateways", fleets(size -> limit -> Math.ceil(size / WINDOW_HOURS / limit.perHour())),
                "scale-around", around());
    }

    private Limit limit(Transport transport) {
        double seconds = transport.uploadSeconds() + swapSeconds;
        return Stream.of(
                        new Limit(transport.places() / seconds, "devices at once"),
                        new Limit(
                                transport.shared() ? 1 / transport.uploadSeconds() : Double.POSITIVE_INFINITY,
                                "the air that all share"),
                        new Limit(measuredRate, "the processor"))
                .min((one, other) -> Double.compare(one.perSecond(), other.perSecond()))
                .orElseThrow();
    }

    private Figures gateway() {
        return new Figures(
                List.of(
                        "transport",
                        "kB/s",
                        "upload s",
                        "swap s",
                        "at once",
                        "devices an hour",
                        "limited by",
                        "heap MiB"),
                transports.stream()
                        .map(way -> List.of(
                                way.name(),
                                number(way.goodput()),
                                number(way.uploadSeconds()),
                                number(swapSeconds),
                                number(way.places()),
                                number(limit(way).perHour()),
                                limit(way).reason(),
                                number(way.places() * heapKib / 1024)))
                        .toList());
    }

    private interface OfFleet {
        ToDoubleFunction<Limit> size(double devices);
    }

    private Figures fleets(OfFleet value) {
        return new Figures(
                List.of("transport", "1 000 devices", "100 000", "10 000 000"),
                transports.stream()
                        .map(way -> row(way.name(), DoubleStream.of(FLEETS).map(size -> value.size(size)
                                .applyAsDouble(limit(way)))))
                        .toList());
    }

    private Figures around() {
        double progress = upload("UDP") / PROGRESS_SECONDS;
        return new Figures(
                List.of("needed", "1 000 devices", "100 000", "10 000 000"),
                List.of(
                        row("upgrades a second", perSecond(1)),
                        row("messages of a broker a second", perSecond(BROKER_MESSAGES)),
                        row("records a second", perSecond(1)),
                        row("polls of hawkBit a second", polls(1)),
                        row(
                                "addresses hawkBit lets poll that often",
                                polls(HAWKBIT_READS_ALLOWED).map(Math::ceil)),
                        row("writes to hawkBit a second", perSecond(HAWKBIT_WRITES + progress)),
                        row(
                                "addresses hawkBit lets write that often",
                                perSecond((HAWKBIT_WRITES + progress) / HAWKBIT_WRITES_ALLOWED)
                                        .map(Math::ceil))));
    }

    private double upload(String name) {
        return transports.stream()
                .filter(way -> way.name().equals(name))
                .mapToDouble(Transport::uploadSeconds)
                .findFirst()
                .orElseThrow();
    }

    private static DoubleStream perSecond(double each) {
        return DoubleStream.of(FLEETS).map(size -> size * each / WINDOW_HOURS / SECONDS_PER_HOUR);
    }

    private static DoubleStream polls(double allowed) {
        return DoubleStream.of(FLEETS).map(size -> size / POLLING_SECONDS / allowed);
    }

    private static List<String> row(String name, DoubleStream values) {
        return Stream.concat(Stream.of(name), values.mapToObj(Scale::number)).toList();
    }

    /** Two digits that count, at least; more of those before the point. */
    private static String number(double value) {
        if (value == Math.rint(value) || value >= 100) {
            return String.valueOf(Math.round(value));
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : "%.2g", value);
    }
}
