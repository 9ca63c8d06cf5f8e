package io.github.camelsmp.component;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/** All that a context shows to people and to other programs: logs, spans, JMX, consoles and checks of health. */
final class WhatIsShown implements AutoCloseable {

    private final CamelContext context;
    private final LogRecorder log = new LogRecorder();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();

    /** Watches a context that has not been started. */
    WhatIsShown(CamelContext context) {
        this.context = context;
        context.setDevConsole(true);
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        health.setExposureLevel("full");
        for (String id : List.of("consumers", "producers")) {
            health.register(health.resolveById(id));
        }
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        context.getRegistry().bind("tracer", tracers.get("camel"));
        tracer.init(context);
    }

    /** Whatever is shown now, by where it is. */
    Map<String, String> texts() throws JMException {
        Map<String, String> texts = new TreeMap<>();
        texts.put("log", log.text());
        texts.put("spans", spans.getFinishedSpanItems().toString());
        context.getEndpoints().forEach(endpoint -> texts.put("endpoint " + endpoint.hashCode(), endpoint.toString()));
        texts.put("component", context.getComponent("smp").toString());
        HealthCheckHelper.invoke(context)
                .forEach(result -> texts.put(
                        "health " + result.getCheck().getId(),
                        result + " " + result.getDetails() + result.getError().map(WhatIsShown::text)));
        DevConsoleRegistry.get(context).stream().forEach(console -> {
            texts.put("console " + console.getId(), String.valueOf(console.call(DevConsole.MediaType.TEXT)));
            texts.put("console " + console.getId() + " json", String.valueOf(console.call(DevConsole.MediaType.JSON)));
        });
        texts.putAll(beans());
        return texts;
    }

    private Map<String, String> beans() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Map<String, String> texts = new TreeMap<>();
        for (ObjectName name : server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*"), null)) {
            StringBuilder attributes = new StringBuilder();
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                attributes
                        .append(server.getAttribute(name, attribute.getName()))
                        .append('\n');
            }
            texts.put("bean " + name, name + "\n" + attributes);
        }
        return texts;
    }

    /** A failure with all its causes, as logs write it. */
    static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        log.close();
        tracers.close();
    }
}
