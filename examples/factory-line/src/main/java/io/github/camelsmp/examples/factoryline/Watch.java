package io.github.camelsmp.examples.factoryline;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * Listens to a board while it is worked on, with a route made of the route template {@code watch}. A socket keeps its route,
 * which stands still between boards. The model of a context takes one route at a time, hence the locks.
 */
public final class Watch implements CamelContextAware {

    private CamelContext context;

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext value) {
        context = value;
    }

    /** Listens from now on. */
    public synchronized void begin(String address) throws Exception {
        if (context.getRoute(routeId(address)) == null) {
            TemplatedRouteBuilder.builder(context, "watch")
                    .routeId(routeId(address))
                    .parameter("address", address)
                    .add();
        } else {
            context.getRouteController().startRoute(routeId(address));
        }
    }

    /** Listens no longer. */
    public synchronized void end(String address) throws Exception {
        context.getRouteController().stopRoute(routeId(address));
    }

    private static String routeId(String address) {
        return "watch " + address;
    }
}
