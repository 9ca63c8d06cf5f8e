package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** An operation of many requests while it runs: what it tells on the way, and what it has moved. */
final class LongOperation implements ProgressReport.Listener {

    private final SmpOperation operation;
    private final SharedConnection device;
    private final LongSupplier nanoTime;
    private final long began;
    private final List<ProgressReport> reports = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> lastProgress = Map.of();
    private volatile Optional<Window> window = Optional.empty();
    private volatile String stage = "";

    private record Window(int size, int inFlight) {}

    /** @param nanoTime a clock of which only differences mean something */
    LongOperation(SmpOperation operation, SharedConnection device, LongSupplier nanoTime) {
        this.operation = operation;
        this.device = device;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        device.activity().began(this);
    }

    SmpOperation operation() {
        return operation;
    }

    SmpAddress address() {
        return device.address();
    }

    /** Makes events of the progress of a file. */
    ProgressReport progress() {
        return report(Map.of("operation", operation.name()));
    }

    /** Makes events of the progress of an image. */
    ProgressReport progress(int image) {
        return report(Map.of("operation", operation.name(), "image", image));
    }

    private ProgressReport report(Map<String, Object> about) {
        ProgressReport report = new ProgressReport(about, nanoTime, this);
        reports.add(report);
        return report;
    }

    @Override
    public void progressed(Map<String, Object> progress, long moved) {
        lastProgress = progress;
        device.activity().moved(this, moved);
        device.publish(SmpEvent.progress(progress));
    }

    @Override
    public void window(int size, int inFlight) {
        window = Optional.of(new Window(size, inFlight));
    }

    /** A step of an upgrade began or ended. What was withheld of it comes before its end. */
    void stage(String name, boolean ended) {
        reports.forEach(ProgressReport::end);
        stage = ended ? "" : name;
        window = Optional.empty();
        device.publish(SmpEvent.stage(name, ended));
    }

    /** The word for the outcome of an operation that can end well in one way only. */
    static String completed(Object result) {
        return "completed";
    }

    void succeeded(String outcome) {
        end(outcome);
    }

    void failed(Throwable failure) {
        end(Failures.cause(failure) instanceof CancellationException ? "cancelled" : "failed");
    }

    private void end(String outcome) {
        reports.forEach(ProgressReport::end);
        device.activity().ended(this, outcome);
    }

    Duration duration() {
        return Duration.ofNanos(nanoTime.getAsLong() - began);
    }

    /** Bytes of files a second, from where they began to where they ended; empty if nothing moved. */
    OptionalDouble bytesPerSecond() {
        long bytes = reports.stream().mapToLong(ProgressReport::moved).sum();
        long nanos = reports.stream().mapToLong(ProgressReport::nanos).sum();
        return bytes == 0 || nanos == 0 ? OptionalDouble.empty() : OptionalDouble.of(bytes * 1e9 / nanos);
    }

    /**
     * How it stands: address, operation, seconds, the stage of an upgrade, what the last event of progress said, and of
     * what is moving how many requests may be in flight and how many are.
     */
    Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("address", address().toString());
        status.put("operation", operation.name());
        status.put("seconds", duration().toMillis() / 1000.0);
        if (!stage.isEmpty()) {
            status.put("stage", stage);
        }
        status.putAll(lastProgress);
        window.ifPresent(now -> {
            status.put("window", now.size());
            status.put("inFlight", now.inFlight());
        });
        return status;
    }
}
