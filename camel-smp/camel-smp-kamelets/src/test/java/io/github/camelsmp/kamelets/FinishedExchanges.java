package io.github.camelsmp.kamelets;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Collects the exchanges that came to the end of the user's own routes, with the routes of Kamelets left out. */
public final class FinishedExchanges extends RoutePolicySupport implements RoutePolicyFactory {

    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();

    /** Waits for the next one that went well or not. */
    public Exchange next() throws InterruptedException {
        return finished.take();
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return route instanceof NamedRoute named && named.isCreatedFromTemplate() ? null : this;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        finished.add(exchange);
    }
}
