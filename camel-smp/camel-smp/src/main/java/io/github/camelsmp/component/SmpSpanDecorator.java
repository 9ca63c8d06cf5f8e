package io.github.camelsmp.component;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** Says in the spans of Camel's telemetry what was asked of which device, and what came of it. */
public final class SmpSpanDecorator extends AbstractSpanDecorator {

    /** What long operations tell of themselves (contract of their result maps). */
    private static final List<String> RESULTS =
            List.of("outcome", "bytes", "sent", "seconds", "bytesPerSecond", "retransmissions", "match");

    @Override
    public String getComponent() {
        return "smp";
    }

    @Override
    public String getComponentClassName() {
        return SmpComponent.class.getName();
    }

    /** The name of the operation, or of the component where the exchange is no operation. */
    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return operation(exchange, endpoint).orElse(getComponent());
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof SmpEndpoint smp) {
            Message message = exchange.getMessage();
            SmpConfiguration options = smp.getConfiguration();
            String stated = smp.getTransport() + ":" + smp.getAddress();
            tag(span, "smp.device", message.getHeader(SmpConstants.ADDRESS, stated));
            operation(exchange, endpoint).ifPresent(operation -> span.setTag("smp.operation", operation));
            tag(span, "smp.event", message.getHeader(SmpConstants.EVENT));
            tag(span, "smp.image", message.getHeader(SmpConstants.IMAGE, options.getImage()));
            tag(span, "smp.slot", message.getHeader(SmpConstants.SLOT, options.getSlot()));
            tag(span, "smp.path", message.getHeader(SmpConstants.PATH, options.getPath()));
            tag(span, "smp.name", message.getHeader(SmpConstants.NAME, options.getName()));
            tag(span, "smp.group", message.getHeader(SmpConstants.GROUP, options.getGroup()));
            tag(span, "smp.command", message.getHeader(SmpConstants.COMMAND, options.getCommand()));
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        if (exchange.getException() != null) {
            failed(span, exchange.getException());
        } else if (cameFromDevice(exchange)) {
            tag(span, "smp.return_code", exchange.getMessage().getHeader(SmpConstants.RETURN_CODE));
            if (exchange.getMessage().getBody() instanceof Map<?, ?> result) {
                RESULTS.forEach(name -> tag(span, "smp." + name, result.get(name)));
            }
        }
    }

    /** The same for a producer that has just answered, and for a route that ends with one. */
    private boolean cameFromDevice(Exchange exchange) {
        String last = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, String.class);
        return last != null && last.startsWith(getComponent() + ":");
    }

    private static void failed(Span span, Exception failure) {
        tag(span, "error.type", failure.getClass().getName());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SmpUpgradeException upgrade) {
                span.setTag("smp.stage", upgrade.stage());
            } else if (cause instanceof SmpErrorException refusal) {
                tag(span, "smp.error.group", refusal.group());
                tag(span, "smp.error.code", refusal.code());
                tag(span, "smp.error.name", refusal.codeName());
            } else if (cause instanceof SmpTimeoutException timeout) {
                tag(span, "smp.transmissions", timeout.transmissions());
            }
        }
    }

    private static Optional<String> operation(Exchange exchange, Endpoint endpoint) {
        Object named =
                endpoint instanceof SmpEndpoint smp && smp.getConfiguration().getOperation() != null
                        ? smp.getConfiguration().getOperation()
                        : exchange.getMessage().getHeader(SmpConstants.OPERATION);
        return Optional.ofNullable(named).map(Object::toString);
    }

    private static void tag(Span span, String name, Object value) {
        if (value != null) {
            span.setTag(name, value.toString());
        }
    }
}
