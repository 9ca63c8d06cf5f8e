package io.github.camelsmp.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No endpoint and no route in the repository has an option that is not there, and one that had would be found. */
class RepositoryRoutesTest {

    private static final String PLANTED = "requestTimeouts";

    private Catalogue catalogue;

    @BeforeEach
    void readTheCatalogue() throws IOException {
        catalogue = new Catalogue();
    }

    /** Routes, Kamelets and Pipes of the repository, in files of their own and in guides. */
    static List<Yaml> routes() {
        List<Yaml> routes = new ArrayList<>();
        for (Path file : Repository.yamlFiles()) {
            routes.add(new Yaml(Repository.name(file), TextUses.parse(Repository.read(file))));
        }
        for (Path file : Repository.texts()) {
            int number = 0;
            for (JsonNode block : TextUses.yamlBlocks(Repository.read(file))) {
                number++;
                routes.add(new Yaml(Repository.name(file) + " #" + number, block));
            }
        }
        return routes.stream().filter(yaml -> !yaml.uses().isEmpty()).toList();
    }

    static Stream<Yaml> pureRoutes() {
        return routes().stream()
                .filter(yaml -> yaml.tree().isArray() && yaml.tree().findValue("from") != null);
    }

    static Stream<Path> texts() {
        return Stream.concat(Repository.texts().stream(), Repository.exampleSources().stream())
                .filter(file -> !TextUses.uris(Repository.read(file)).isEmpty());
    }

    @Test
    void thereIsEnoughToLookAt() {
        assertThat(routes()).hasSizeGreaterThan(70);
        assertThat(texts()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyEndpointOfARouteIsValid(Yaml yaml) {
        assertThat(yaml.complaints(catalogue)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void oneWrongOptionInAnyEndpointOfARouteIsFound(Yaml yaml) {
        for (Use use : yaml.uses()) {
            String key = use.place().has("ref") ? "properties" : "parameters";
            if (use.uri().matches("kamelet:(source|sink)|direct:.*") || yaml.isUriOfAPipe(use)) {
                continue;
            }
            ObjectNode options = use.place().withObjectProperty(key);
            options.put(PLANTED, "3s");

            assertThat(yaml.complaints(catalogue)).singleElement().asString().contains(PLANTED);
            options.remove(PLANTED);
        }
    }

    @ParameterizedTest
    @MethodSource("pureRoutes")
    void everyRouteLoads(Yaml yaml) throws Exception {
        assertThat(load(yaml.tree())).isPositive();
    }

    @ParameterizedTest
    @MethodSource("pureRoutes")
    void oneWrongWordInARouteIsFound(Yaml yaml) {
        ObjectNode from = yaml.firstFrom();
        from.put("steeps", "none");

        assertThatThrownBy(() -> load(yaml.tree())).hasStackTraceContaining("steeps");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyEndpointInATextIsValid(Path text) {
        assertThat(TextUses.uris(Repository.read(text)))
                .allSatisfy(use -> assertThat(catalogue.complaint(use)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void oneWrongOptionInAnyEndpointOfATextIsFound(Path text) {
        for (Use use : TextUses.uris(Repository.read(text))) {
            Use spoilt = Use.inText(use.uri() + (use.uri().contains("?") ? "&" : "?") + PLANTED + "=3s");

            assertThat(catalogue.complaint(spoilt)).get().asString().contains(PLANTED);
        }
    }

    /** How many routes Camel makes of it; nothing is started, and beans stay out, whose classes are elsewhere. */
    private static int load(JsonNode tree) throws Exception {
        ArrayNode routes = tree.deepCopy();
        routes.removeIf(item -> item.has("beans"));
        try (CamelContext context = new DefaultCamelContext()) {
            Resource resource = ResourceHelper.fromString("routes.yaml", TextUses.write(routes));
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
            return ((DefaultCamelContext) context).getRouteDefinitions().size();
        }
    }

    /**
     * A document in YAML that has endpoints in it.
     *
     * @param name where it is, for messages
     * @param tree its content
     */
    record Yaml(String name, JsonNode tree) {

        List<Use> uses() {
            return YamlUses.of(tree);
        }

        List<String> complaints(Catalogue catalogue) {
            return uses().stream()
                    .map(catalogue::complaint)
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** A Pipe has the options of such an endpoint in its URI. */
        boolean isUriOfAPipe(Use use) {
            return tree.path("kind").asText().equals("Pipe") && use.place().has("uri");
        }

        ObjectNode firstFrom() {
            return (ObjectNode) tree.findValue("from");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
