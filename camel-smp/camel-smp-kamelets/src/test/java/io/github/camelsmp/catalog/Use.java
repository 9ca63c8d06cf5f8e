package io.github.camelsmp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An endpoint somebody writes down.
 *
 * @param uri as written, perhaps with a query
 * @param parameters beside the URI, in YAML
 * @param role what it is used as
 * @param place the node of YAML it stands in, which can be spoilt to see whether that is found; null in a text
 */
record Use(String uri, Map<String, String> parameters, Role role, ObjectNode place) {

    /** Consumers and producers have different options; a text does not say which of them it means. */
    enum Role {
        CONSUMER,
        PRODUCER,
        EITHER
    }

    static Use inText(String uri) {
        return new Use(uri, Map.of(), Role.EITHER, null);
    }

    static Use inYaml(String uri, ObjectNode place, String parametersKey, Role role) {
        Map<String, String> parameters = new LinkedHashMap<>();
        JsonNode node = place.path(parametersKey);
        node.properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        return new Use(uri, parameters, role, place);
    }

    String scheme() {
        return uri.substring(0, uri.indexOf(':'));
    }

    boolean isKamelet() {
        return scheme().equals("kamelet");
    }

    /** The whole endpoint in one line. */
    String joined() {
        if (parameters.isEmpty()) {
            return uri;
        }
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return uri + (uri.contains("?") ? "&" : "?") + query;
    }
}
