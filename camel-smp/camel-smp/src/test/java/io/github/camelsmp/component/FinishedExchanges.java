package io.github.camelsmp.component;

import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Collects the exchanges that came to an end, of routes that cannot be changed to tell. */
final class FinishedExchanges extends EventNotifierSupport {

    private final Queue<Exchange> finished;

    FinishedExchanges(Queue<Exchange> finished) {
        this.finished = finished;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeCompletedEvent || event instanceof ExchangeFailedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeEvent about) {
            finished.add(about.getExchange());
        }
    }
}
