package io.github.camelsmp.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsmp.component.SmpComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.util.StringHelper;

/** What editors are told of the properties, made from what Camel's tools are told of the options. */
final class OptionMetadata {

    private static final String OPTIONS = "/META-INF/io/github/camelsmp/component/smp.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Camel's words for types; a duration may have a unit, which makes it a text. */
    private static final Map<String, String> TYPES = Map.of(
            "boolean", "java.lang.Boolean",
            "integer", "java.lang.Integer",
            "duration", "java.lang.String",
            "enum", "java.lang.String",
            "object", "java.lang.String",
            "string", "java.lang.String");

    private OptionMetadata() {}

    /** The options of the component by their names. */
    static Map<String, JsonNode> options() throws IOException {
        try (InputStream json = Objects.requireNonNull(SmpComponent.class.getResourceAsStream(OPTIONS), OPTIONS)) {
            Map<String, JsonNode> options = new TreeMap<>();
            JSON.readTree(json)
                    .get("componentProperties")
                    .properties()
                    .forEach(option -> options.put(option.getKey(), option.getValue()));
            return options;
        }
    }

    /** The name of the property of an option. */
    static String property(String option) {
        return SmpProperties.PREFIX + "." + StringHelper.camelCaseToDash(option);
    }

    /** The whole file. */
    static String file() throws IOException {
        ObjectNode file = JSON.createObjectNode();
        ObjectNode group = file.putArray("groups").addObject();
        group.put("name", SmpProperties.PREFIX);
        group.put("sourceType", SmpAutoConfiguration.class.getName());
        ArrayNode properties = file.putArray("properties");
        ArrayNode hints = file.putArray("hints");
        ObjectNode enabled = properties.addObject();
        enabled.put("name", SmpProperties.PREFIX + "." + SmpProperties.ENABLED);
        enabled.put("type", "java.lang.Boolean");
        enabled.put("description", "Whether the properties below are looked at.");
        enabled.put("defaultValue", true);
        options().forEach((name, option) -> describe(name, option, properties, hints));
        return JSON.writeValueAsString(file).replace("\r\n", "\n") + "\n";
    }

    private static void describe(String name, JsonNode option, ArrayNode properties, ArrayNode hints) {
        ObjectNode property = properties.addObject();
        property.put("name", property(name));
        property.put("type", TYPES.get(option.get("type").asText()));
        property.put("description", option.get("description").asText());
        if (option.has("defaultValue")) {
            property.set("defaultValue", option.get("defaultValue"));
        }
        if (option.has("enum")) {
            ObjectNode hint = hints.addObject();
            hint.put("name", property(name));
            ArrayNode values = hint.putArray("values");
            option.get("enum").forEach(value -> values.addObject().set("value", value));
        }
    }
}
