package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Meters of Micrometer for what the devices of a context do, one of each kind for each device. */
final class DeviceMeters implements ActivityListener {

    private final MeterRegistry registry;
    private final String context;
    private final MeteredDevices devices;
    private final ConcurrentHashMap<Tags, ConnectionTotals> totals = new ConcurrentHashMap<>();
    private final Set<Meter> meters = ConcurrentHashMap.newKeySet();

    /**
     * @param context the name of the context, by which Camel's own meters tell contexts apart, too
     * @param mostDevices how many devices have meters of their own
     */
    DeviceMeters(MeterRegistry registry, String context, IntSupplier mostDevices) {
        this.registry = registry;
        this.context = context;
        this.devices = new MeteredDevices(mostDevices);
    }

    @Override
    public void opened(SharedConnection connection) {
        totals.computeIfAbsent(tags(connection.address()), this::register).opened(connection.connection());
    }

    @Override
    public void closed(SharedConnection connection) {
        ConnectionTotals sums = totals.get(tags(connection.address()));
        if (sums != null) {
            sums.closed(connection.connection());
        }
    }

    @Override
    public void moved(LongOperation operation, long bytes) {
        Counter counter = Counter.builder("smp.transferred")
                .description("Bytes of files and images that arrived, each counted once")
                .baseUnit("bytes")
                .tags(tags(operation))
                .register(registry);
        meters.add(counter);
        counter.increment(bytes);
    }

    @Override
    public void ended(LongOperation operation, String outcome) {
        boolean upgrade = operation.operation() == SmpOperation.firmwareUpgrade;
        Timer timer = Timer.builder(upgrade ? "smp.upgrades" : "smp.transfers")
                .description(upgrade ? "Firmware upgrades by what they came to" : "Transfers by what they came to")
                .tags((upgrade ? tags(operation.address()) : tags(operation)).and("outcome", outcome))
                .register(registry);
        meters.add(timer);
        timer.record(operation.duration());
        operation.bytesPerSecond().ifPresent(rate -> goodput(operation).record(rate));
    }

    private DistributionSummary goodput(LongOperation operation) {
        DistributionSummary summary = DistributionSummary.builder("smp.goodput")
                .description("Bytes of files and images a second, of each transfer from its beginning to its end")
                .baseUnit("bytes_per_second")
                .tags(tags(operation))
                .register(registry);
        meters.add(summary);
        return summary;
    }

    @Override
    public void stopped() {
        meters.forEach(registry::remove);
        meters.clear();
        totals.clear();
    }

    private Tags tags(LongOperation operation) {
        return tags(operation.address()).and("operation", operation.operation().name());
    }

    private Tags tags(SmpAddress device) {
        return Tags.of("camelContext", context, "transport", device.scheme(), "device", devices.nameOf(device));
    }

    private ConnectionTotals register(Tags tags) {
        ConnectionTotals sums = new ConnectionTotals();
        for (ConnectionCount count : ConnectionCount.values()) {
            if (count.isCounter()) {
                meters.add(counter(count, tags, sums));
            }
        }
        meters.add(FunctionTimer.builder(
                        "smp.round.trip",
                        sums,
                        of -> of.sum(ConnectionCount.ROUND_TRIPS),
                        of -> of.sum(ConnectionCount.ROUND_TRIP_NANOS),
                        TimeUnit.NANOSECONDS)
                .description("Time from a message to its answer, of requests that touch no flash")
                .tags(tags)
                .register(registry));
        meters.add(Gauge.builder("smp.connected", sums, ConnectionTotals::connected)
                .description("Devices that answer")
                .tags(tags)
                .register(registry));
        return sums;
    }

    private FunctionCounter counter(ConnectionCount count, Tags tags, ConnectionTotals sums) {
        return FunctionCounter.builder(count.meter(), sums, of -> of.sum(count))
                .description(count.description())
                .baseUnit(count.unit().isEmpty() ? null : count.unit())
                .tags(count.direction().isEmpty() ? tags : tags.and("direction", count.direction()))
                .register(registry);
    }
}
