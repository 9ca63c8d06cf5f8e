package io.github.camelsmp.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the catalogue of Apache Camel asks of a Kamelet, as its validator checks it, and what tools take for granted.
 * Only the provider is another.
 */
final class KameletRules {

    private static final Set<String> TYPES = Set.of("source", "sink", "action");
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)(?::[^}]*)?}}");

    private final List<String> broken = new ArrayList<>();

    private KameletRules() {}

    /** What is wrong with these Kamelets, a sentence each. */
    static List<String> broken(List<Kamelet> kamelets) {
        KameletRules rules = new KameletRules();
        Set<String> titles = new HashSet<>();
        Set<String> descriptions = new HashSet<>();
        for (Kamelet kamelet : kamelets) {
            rules.names(kamelet);
            rules.annotations(kamelet);
            rules.definition(kamelet);
            rules.properties(kamelet);
            rules.parameters(kamelet);
            rules.template(kamelet);
            rules.require(titles.add(kamelet.definition().path("title").asText()), kamelet, "has the title of another");
            rules.require(
                    descriptions.add(kamelet.definition().path("description").asText()),
                    kamelet,
                    "has the description of another");
        }
        return rules.broken;
    }

    private void names(Kamelet kamelet) {
        require(kamelet.file().equals(kamelet.name() + ".kamelet.yaml"), kamelet, "is in the file " + kamelet.file());
        require(TYPES.contains(kamelet.type()), kamelet, "is of the type '" + kamelet.type() + "'");
        require(kamelet.name().endsWith("-" + kamelet.type()), kamelet, "does not end in its type");
    }

    private void annotations(Kamelet kamelet) {
        for (String name : List.of("kamelet.icon", "catalog.version", "provider", "kamelet.support.level")) {
            require(!kamelet.annotation(name).isEmpty(), kamelet, "lacks the annotation " + name);
        }
    }

    private void definition(Kamelet kamelet) {
        JsonNode definition = kamelet.definition();
        String title = definition.path("title").asText();
        require(
                !kamelet.type().isEmpty() && title.endsWith(" " + capitalised(kamelet.type())),
                kamelet,
                "has a title that does not end in its type: '" + title + "'");
        require(!definition.path("description").asText().isBlank(), kamelet, "lacks a description");
        require(definition.path("type").asText().equals("object"), kamelet, "is not defined as an object");
        Set<String> required = new HashSet<>();
        for (String name : Kamelet.texts(definition.path("required"))) {
            require(required.add(name), kamelet, "requires '" + name + "' twice");
            require(kamelet.properties().containsKey(name), kamelet, "requires '" + name + "' without defining it");
        }
    }

    private void properties(Kamelet kamelet) {
        kamelet.properties().forEach((name, property) -> {
            String title = property.path("title").asText();
            require(!property.path("type").asText().isEmpty(), kamelet, "does not say the type of '" + name + "'");
            require(!property.path("description").asText().isBlank(), kamelet, "does not describe '" + name + "'");
            require(!title.isEmpty(), kamelet, "has no title for '" + name + "'");
            require(!title.matches("(The|A|An) .*"), kamelet, "has an article before the title of '" + name + "'");
            require(isCapitalised(title), kamelet, "has small letters in the title of '" + name + "'");
            require(
                    !property.path("format").asText().equals("password")
                            || Kamelet.texts(property.path("x-descriptors")).contains("urn:camel:group:credentials"),
                    kamelet,
                    "does not mark '" + name + "' as a credential");
        });
    }

    private void parameters(Kamelet kamelet) {
        Set<String> used = new TreeSet<>();
        PARAMETER.matcher(kamelet.template().toString()).results().forEach(match -> used.add(match.group(1)));
        for (String name : used) {
            require(kamelet.properties().containsKey(name), kamelet, "uses '" + name + "' without defining it");
        }
        for (String name : kamelet.properties().keySet()) {
            require(used.contains(name), kamelet, "defines '" + name + "' and does not use it");
        }
    }

    private void template(Kamelet kamelet) {
        String template = kamelet.template().toString();
        require(
                template.contains("\"kamelet:sink\"") == kamelet.type().equals("source"),
                kamelet,
                "misuses kamelet:sink");
        require(
                template.contains("\"kamelet:source\"") != kamelet.type().equals("source"),
                kamelet,
                "misuses kamelet:source");
        require(kamelet.dependencies().contains("camel:kamelet"), kamelet, "does not depend on camel:kamelet");
        require(
                !template.contains("\"smp:")
                        || kamelet.dependencies().stream()
                                .anyMatch(dependency ->
                                        dependency.matches("mvn:io\\.github\\.camelsmp:camel-smp:[\\w.-]+")),
                kamelet,
                "does not depend on the component");
    }

    private void require(boolean kept, Kamelet kamelet, String otherwise) {
        if (!kept) {
            broken.add(kamelet.name() + " " + otherwise);
        }
    }

    private static boolean isCapitalised(String title) {
        return Arrays.stream(title.split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .allMatch(word -> word.equals(capitalised(word)));
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
