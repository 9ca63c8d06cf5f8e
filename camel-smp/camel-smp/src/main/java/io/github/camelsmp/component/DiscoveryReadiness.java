package io.github.camelsmp.component;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Whether a consumer can look for devices. That there are none is no trouble. */
final class DiscoveryReadiness extends ReadinessCheck {

    private final String address;
    private volatile Optional<Instant> lastLook = Optional.empty();
    private volatile Optional<Throwable> trouble = Optional.empty();

    private DiscoveryReadiness(String routeId, SmpEndpoint endpoint) {
        super("consumer:" + routeId, endpoint);
        this.address = endpoint.deviceAddress().toString();
    }

    static DiscoveryReadiness of(String routeId, SmpEndpoint endpoint) {
        return ofConsumer(new DiscoveryReadiness(routeId, endpoint), endpoint.getComponent());
    }

    /** The consumer could look just now. */
    void looked() {
        lastLook = Optional.of(Instant.now());
        trouble = Optional.empty();
    }

    /** The consumer could not look just now. */
    void couldNotLook(Throwable reason) {
        trouble = Optional.of(reason);
    }

    @Override
    void report(HealthCheckResultBuilder result) {
        result.detail("address", address);
        lastLook.ifPresent(time -> result.detail("lastLook", time.toString()));
        Optional<Throwable> reason = trouble;
        if (reason.isEmpty()) {
            result.up();
            return;
        }
        String message = reason.get().toString();
        result.down().message(message).error(reason.get()).detail("reason", message);
    }
}
