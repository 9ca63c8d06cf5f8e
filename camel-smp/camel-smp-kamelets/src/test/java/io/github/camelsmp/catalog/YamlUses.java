package io.github.camelsmp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsmp.catalog.Use.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the endpoints in routes, Kamelets and Pipes. */
final class YamlUses {

    private static final Set<String> PRODUCERS = Set.of("to", "toD", "wireTap", "interceptSendToEndpoint");
    private static final Set<String> CONSUMERS = Set.of("from", "poll");

    private final List<Use> found = new ArrayList<>();

    private YamlUses() {}

    static List<Use> of(JsonNode document) {
        YamlUses uses = new YamlUses();
        if (document.path("kind").asText().equals("Pipe")) {
            uses.pipe((ObjectNode) document.path("spec"));
        } else {
            uses.visit(document);
        }
        return uses.found;
    }

    private void visit(JsonNode node) {
        node.forEach(this::visit);
        node.properties().forEach(entry -> step(entry.getKey(), entry.getValue(), (ObjectNode) node));
    }

    private void step(String name, JsonNode value, ObjectNode parent) {
        if (name.equals("kamelet") && value instanceof ObjectNode kamelet) {
            found.add(Use.inYaml("kamelet:" + kamelet.path("name").asText(), kamelet, "parameters", Role.PRODUCER));
        } else if (PRODUCERS.contains(name) || CONSUMERS.contains(name)) {
            Role role = CONSUMERS.contains(name) ? Role.CONSUMER : Role.PRODUCER;
            if (value.isTextual()) {
                // with the options in a map of their own, where one can be added
                ObjectNode place = parent.putObject(name).put("uri", value.asText());
                found.add(Use.inYaml(value.asText(), place, "parameters", role));
            } else if (value.has("uri")) {
                found.add(Use.inYaml(value.path("uri").asText(), (ObjectNode) value, "parameters", role));
            }
        }
    }

    private void pipe(ObjectNode spec) {
        ends(spec, Map.of("source", Role.CONSUMER, "sink", Role.PRODUCER));
        spec.path("steps").forEach(step -> end(step, Role.PRODUCER));
        JsonNode errors = spec.path("errorHandler").path("sink").path("endpoint");
        if (!errors.isMissingNode()) {
            end(errors, Role.PRODUCER);
        }
    }

    private void ends(ObjectNode spec, Map<String, Role> roles) {
        roles.forEach((name, role) -> end(spec.path(name), role));
    }

    private void end(JsonNode end, Role role) {
        String uri = end.has("ref")
                ? "kamelet:" + end.path("ref").path("name").asText()
                : end.path("uri").asText();
        found.add(Use.inYaml(uri, (ObjectNode) end, "properties", role));
    }
}
