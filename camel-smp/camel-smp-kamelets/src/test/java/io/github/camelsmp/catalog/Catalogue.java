package io.github.camelsmp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelsmp.catalog.Use.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.util.URISupport;

/** The catalogue of Camel with {@code smp:} and our Kamelets in it. */
final class Catalogue {

    private static final String COMPONENT = "/META-INF/io/github/camelsmp/component/smp.json";

    /** What stands before the endpoint that one of several contexts has. */
    private static final Pattern MASTER = Pattern.compile("^master:[^:]+:");

    private static final Pattern DEVICE = Pattern.compile("^(smp:)(\\{\\{[^}]*}}|\\$\\{[^}]*})");
    private static final Pattern TRANSPORT = Pattern.compile("^(smp:)\\{\\{[^}]*}}:");

    private final CamelCatalog camel = new DefaultCamelCatalog();
    private final YAMLMapper yaml = new YAMLMapper();

    Catalogue() throws IOException {
        camel.addComponent("smp", "io.github.camelsmp.component.SmpComponent", resource(COMPONENT));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is wrong with an endpoint, if anything. */
    Optional<String> complaint(Use use) {
        return use.isKamelet() && !use.uri().matches("kamelet:(source|sink)") ? ofKamelet(use) : ofComponent(use);
    }

    private Optional<String> ofComponent(Use use) {
        String own = MASTER.matcher(use.joined()).replaceFirst("");
        String uri =
                DEVICE.matcher(TRANSPORT.matcher(own).replaceFirst("$1serial:")).replaceFirst("$1sim:board-1");
        // strict also where a component takes any option and hands it on, as http does
        EndpointValidationResult result =
                camel.validateEndpointProperties(uri, true, use.role() == Role.CONSUMER, use.role() == Role.PRODUCER);
        if (result.isSuccess()) {
            return Optional.empty();
        }
        String durations = result.getInvalidDuration() == null ? "" : " " + result.getInvalidDuration();
        return Optional.of(use.joined() + ": "
                + result.summaryErrorMessage(false, true, false).strip() + durations);
    }

    private Optional<String> ofKamelet(Use use) {
        try {
            String[] parts = use.uri().split("\\?", 2);
            String name = parts[0].substring("kamelet:".length());
            Map<String, Object> given = new LinkedHashMap<>(use.parameters());
            if (parts.length == 2) {
                given.putAll(URISupport.parseQuery(parts[1]));
            }
            return ofKamelet(name, given).map(complaint -> use.joined() + ": " + complaint);
        } catch (IOException | URISyntaxException e) {
            return Optional.of(use.joined() + ": " + e.getMessage());
        }
    }

    private Optional<String> ofKamelet(String name, Map<String, Object> given) throws IOException {
        String file = "/kamelets/" + name + ".kamelet.yaml";
        if (Catalogue.class.getResource(file) == null) {
            return Optional.of("there is no such Kamelet");
        }
        JsonNode definition = yaml.readTree(resource(file)).at("/spec/definition");
        for (JsonNode required : definition.path("required")) {
            if (!given.containsKey(required.asText())) {
                return Optional.of("lacks " + required.asText());
            }
        }
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            JsonNode property = definition.path("properties").path(entry.getKey());
            if (property.isMissingNode()) {
                return Optional.of("unknown option " + entry.getKey());
            }
            if (property.has("enum") && !isOneOf(property.path("enum"), String.valueOf(entry.getValue()))) {
                return Optional.of(entry.getKey() + " cannot be " + entry.getValue());
            }
        }
        return Optional.empty();
    }

    private static boolean isOneOf(JsonNode values, String value) {
        return value.startsWith("{{")
                || values.valueStream().anyMatch(one -> one.asText().equals(value));
    }
}
