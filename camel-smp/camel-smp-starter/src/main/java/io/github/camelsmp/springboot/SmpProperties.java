package io.github.camelsmp.springboot;

import io.github.camelsmp.component.SmpComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Component;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * The properties {@code camel.component.smp.*} of an application. Names may be written as Spring Boot writes them
 * ({@code request-timeout}) or as Camel does ({@code requestTimeout}), values as in an endpoint: {@code 2.5s},
 * {@code #bean:key}, {@code {{placeholder}}}.
 */
final class SmpProperties implements ComponentCustomizer {

    static final String PREFIX = "camel.component.smp";
    static final String ENABLED = "enabled";

    private static final Bindable<Map<String, String>> TEXTS = Bindable.mapOf(String.class, String.class);

    private final Environment environment;

    SmpProperties(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof SmpComponent;
    }

    /**
     * Sets the options of a component.
     *
     * @throws SmpPropertyException naming the property that is no option, or whose value is none
     */
    @Override
    public void configure(String name, Component target) {
        Map<String, Object> left = options();
        try {
            PropertyBindingSupport.build()
                    .withCamelContext(target.getCamelContext())
                    .withTarget(target)
                    .withConfigurer(target.getComponentPropertyConfigurer())
                    .withIgnoreCase(true)
                    .withProperties(left)
                    .withRemoveParameters(true)
                    .bind();
        } catch (PropertyBindingException e) {
            throw new SmpPropertyException(
                    PREFIX + "." + e.getPropertyName() + ": "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    e);
        }
        if (!left.isEmpty()) {
            throw new SmpPropertyException(unknown(left.keySet()));
        }
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        Binder.get(environment)
                .bind(PREFIX, TEXTS)
                .orElse(Map.of())
                .forEach((key, value) -> options.put(StringHelper.dashToCamelCase(key), value));
        options.remove(ENABLED);
        return options;
    }

    private static String unknown(Set<String> names) {
        return new TreeSet<>(names).stream().map(name -> PREFIX + "." + name).collect(Collectors.joining(", "))
                + " is no option of the smp component";
    }
}
