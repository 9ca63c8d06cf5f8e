package io.github.camelsmp.component;

import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.URISupport;

/** Says whether something can do its work now. It is no sign of life: no restart brings back a device that is off. */
abstract class ReadinessCheck implements HealthCheck {

    private final String id;
    private final String uri;
    private volatile boolean enabled = true;

    ReadinessCheck(String id, Endpoint endpoint) {
        this.id = id;
        this.uri = URISupport.sanitizeUri(endpoint.getEndpointUri());
    }

    /** The check of a consumer, unless the component was told to have none. */
    static <C extends ReadinessCheck> C ofConsumer(C check, Component component) {
        check.setEnabled(((HealthCheckComponent) component).isHealthCheckConsumerEnabled());
        return check;
    }

    /** Adds state, message and details. */
    abstract void report(HealthCheckResultBuilder result);

    @Override
    public final Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this).detail(ENDPOINT_URI, uri);
        report(result);
        return result.build();
    }

    @Override
    public final String getGroup() {
        return "camel";
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final boolean isEnabled() {
        return enabled;
    }

    @Override
    public final void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
