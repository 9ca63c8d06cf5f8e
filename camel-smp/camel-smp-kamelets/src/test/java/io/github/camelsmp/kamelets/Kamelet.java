package io.github.camelsmp.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Kamelet as it is in the jar.
 *
 * @param file name of its file
 * @param yaml its content
 */
record Kamelet(String file, JsonNode yaml) {

    private static final Path FOLDER = Path.of("target", "classes", "kamelets");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** All Kamelets of the module. */
    static List<Kamelet> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Kamelet::read).toList();
        }
    }

    private static Kamelet read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    static Kamelet parse(String file, String text) throws IOException {
        return new Kamelet(file, YAML.readTree(text));
    }

    String name() {
        return yaml.at("/metadata/name").asText();
    }

    /** Source, sink or action. */
    String type() {
        return yaml.at("/metadata/labels").path("camel.apache.org/kamelet.type").asText();
    }

    String annotation(String name) {
        return yaml.at("/metadata/annotations").path("camel.apache.org/" + name).asText();
    }

    JsonNode definition() {
        return yaml.at("/spec/definition");
    }

    Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new TreeMap<>();
        definition().path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }

    JsonNode template() {
        return yaml.at("/spec/template");
    }

    List<String> dependencies() {
        return texts(yaml.at("/spec/dependencies"));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
