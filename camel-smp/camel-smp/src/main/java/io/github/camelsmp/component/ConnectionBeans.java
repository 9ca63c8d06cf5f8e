package io.github.camelsmp.component;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the connections of a context in JMX, below {@code type=smp}, each as long as it is there. */
final class ConnectionBeans implements ActivityListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBeans.class);

    private final CamelContext context;
    private final ManagementAgent agent;
    private final Map<SharedConnection, ObjectName> registered = new ConcurrentHashMap<>();

    private ConnectionBeans(CamelContext context, ManagementAgent agent) {
        this.context = context;
        this.agent = agent;
    }

    /** Empty where the context is not managed. */
    static Optional<ActivityListener> of(CamelContext context) {
        return Optional.ofNullable(context.getManagementStrategy().getManagementAgent())
                .map(agent -> new ConnectionBeans(context, agent));
    }

    @Override
    public void opened(SharedConnection connection) {
        try {
            ObjectName name = nameOf(connection);
            agent.register(new ManagedConnection(connection), name, true);
            registered.put(connection, name);
        } catch (JMException e) {
            LOG.warn("{} is not shown in JMX", connection.address(), e);
        }
    }

    /** The bean of a connection that followed has the same name, and stays. */
    @Override
    public void closed(SharedConnection connection) {
        ObjectName name = registered.remove(connection);
        if (name != null && !registered.containsValue(name)) {
            unregister(name);
        }
    }

    @Override
    public void stopped() {
        registered.values().forEach(this::unregister);
        registered.clear();
    }

    private void unregister(ObjectName name) {
        try {
            agent.unregister(name);
        } catch (JMException e) {
            LOG.warn("{} stays in JMX", name, e);
        }
    }

    private ObjectName nameOf(SharedConnection connection) throws JMException {
        String contextName = Optional.ofNullable(context.getManagementName()).orElseGet(context::getName);
        return new ObjectName(agent.getMBeanObjectDomainName() + ":context=" + contextName + ",type=smp,name="
                + ObjectName.quote(connection.address().toString()));
    }
}
