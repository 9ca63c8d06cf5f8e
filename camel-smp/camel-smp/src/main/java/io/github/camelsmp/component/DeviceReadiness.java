package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpCounters;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Whether a device can be reached by the one who holds its line. What is not running needs no device and is ready. */
final class DeviceReadiness extends ReadinessCheck {

    private final SmpEndpoint endpoint;
    private final Supplier<Optional<SharedConnection>> device;
    private final Predicate<SmpConnection> ready;

    private DeviceReadiness(
            String id,
            SmpEndpoint endpoint,
            Supplier<Optional<SharedConnection>> device,
            Predicate<SmpConnection> ready) {
        super(id, endpoint);
        this.endpoint = endpoint;
        this.device = device;
        this.ready = ready;
    }

    /** A consumer hears nothing of a device that does not answer. */
    static DeviceReadiness ofConsumer(
            String routeId, SmpEndpoint endpoint, Supplier<Optional<SharedConnection>> device) {
        DeviceReadiness check = new DeviceReadiness(
                "consumer:" + routeId,
                endpoint,
                device,
                connection -> connection.state() == SmpConnection.State.CONNECTED);
        return ofConsumer(check, endpoint.getComponent());
    }

    /** A producer connects when it has something to send: a line that nobody needs yet is no trouble. */
    static DeviceReadiness ofProducer(SmpEndpoint endpoint, Supplier<Optional<SharedConnection>> device) {
        DeviceReadiness check =
                new DeviceReadiness("producer:" + endpoint.getId(), endpoint, device, connection -> connection
                        .trouble()
                        .isEmpty());
        check.setEnabled(((SmpComponent) endpoint.getComponent()).isHealthCheckProducerEnabled());
        return check;
    }

    @Override
    void report(HealthCheckResultBuilder result) {
        result.detail("address", endpoint.deviceAddress().toString());
        Optional<SharedConnection> held = device.get();
        if (held.isEmpty()) {
            result.up().detail("state", "stopped");
        } else {
            report(held.get(), result);
        }
    }

    private void report(SharedConnection held, HealthCheckResultBuilder result) {
        SmpConnection connection = held.connection();
        SmpCounters counters = connection.counters();
        result.detail("state", held.stateName());
        result.detail("retries", counters.retransmissions());
        result.detail("timeouts", counters.timeouts());
        counters.lastAnswer().ifPresent(time -> result.detail("lastAnswer", time.toString()));
        counters.roundTrip().ifPresent(time -> result.detail("roundTripMillis", time.toNanos() / 1e6));
        if (ready.test(connection)) {
            result.up();
            return;
        }
        result.down().message(endpoint.deviceAddress() + " is not connected");
        connection.trouble().ifPresent(trouble -> result.message(trouble.getMessage())
                .error(trouble)
                .detail("reason", trouble.getMessage()));
    }
}
