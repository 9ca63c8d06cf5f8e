package io.github.camelsmp.component.zephyr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A context that runs the YAML a user would write. */
public final class YamlRoutes implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();

    private YamlRoutes() {
        // whoever closes it does not want to wait for exchanges on the way
        context.getShutdownStrategy().setTimeout(1);
    }

    /** Routes that need no bean. */
    public static YamlRoutes start(String yaml) throws Exception {
        YamlRoutes routes = new YamlRoutes();
        routes.run(yaml);
        return routes;
    }

    /** Routes that call one bean. */
    public static YamlRoutes start(String yaml, String name, Object bean) throws Exception {
        YamlRoutes routes = new YamlRoutes();
        routes.context.getRegistry().bind(name, bean);
        routes.run(yaml);
        return routes;
    }

    /** A route from {@code direct:start} to one endpoint, which takes the operation from the header. */
    public static YamlRoutes to(String uri) throws Exception {
        return start("""
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - to:
                            uri: "%s"
                """.formatted(uri));
    }

    private void run(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.yaml", yaml));
        context.start();
    }

    /** Asks for an operation by header; what the exchange failed with is thrown. */
    public <T> T ask(Class<T> type, String operation, Object body, Map<String, Object> arguments) throws Exception {
        Map<String, Object> headers = new HashMap<>(arguments);
        headers.put("CamelSmpOperation", operation);
        return context.getTypeConverter().convertTo(type, send(body, headers));
    }

    public <T> T ask(Class<T> type, String operation) throws Exception {
        return ask(type, operation, null, Map.of());
    }

    /** Asks for an operation whose answer is one map. */
    public Map<String, Object> map(String operation) throws Exception {
        return map(operation, Map.of());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String operation, Map<String, Object> arguments) throws Exception {
        return ask(Map.class, operation, null, arguments);
    }

    /** Asks for an operation whose answer is a list of maps. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> maps(String operation) throws Exception {
        return ask(List.class, operation);
    }

    /** Sends an exchange to {@code direct:start} and returns its body; what it failed with is thrown. */
    public Object send(Object body, Map<String, Object> headers) throws Exception {
        Exchange answer = context.createProducerTemplate().request("direct:start", exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
        if (answer.getException() != null) {
            throw answer.getException();
        }
        return answer.getMessage().getBody();
    }

    @Override
    public void close() {
        context.stop();
    }
}
