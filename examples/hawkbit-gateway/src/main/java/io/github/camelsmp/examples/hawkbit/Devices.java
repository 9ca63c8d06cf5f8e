package io.github.camelsmp.examples.hawkbit;

import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * The routes of devices that are worked on: one upgrades, one listens to it. They are there only as long as the work takes,
 * so that a device that has nothing to do has no connection. The model of a context takes one route at a time, hence the
 * locks.
 */
public final class Devices implements CamelContextAware {

    private CamelContext context;

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext value) {
        context = value;
    }

    /** Makes them. */
    public synchronized void open(Target target) throws Exception {
        add("watch", target);
        add("device", target);
    }

    private void add(String template, Target target) {
        TemplatedRouteBuilder.builder(context, template)
                .routeId(template + "-" + target.key())
                .parameter("address", target.address())
                .parameter("key", target.key())
                .add();
    }

    /** Ends an upgrade at once. The device is left so that the next attempt goes on where this one stopped. */
    public void stop(Target target) throws Exception {
        context.getRouteController().stopRoute("device-" + target.key(), 1, TimeUnit.MILLISECONDS, false);
    }

    /** Takes them away. */
    public synchronized void close(Target target) throws Exception {
        for (String route : new String[] {"device-" + target.key(), "watch-" + target.key()}) {
            context.getRouteController().stopRoute(route);
            context.removeRoute(route);
        }
    }
}
