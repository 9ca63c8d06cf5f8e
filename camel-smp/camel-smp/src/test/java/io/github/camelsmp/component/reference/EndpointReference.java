package io.github.camelsmp.component.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.component.SmpComponent;
import io.github.camelsmp.component.SmpOperation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Options and headers as the jar tells them to tools, and what the operations send. */
final class EndpointReference {

    private static final String MODEL = "/META-INF/io/github/camelsmp/component/smp.json";

    private static final Set<Wire> OPENING = Set.of(Wire.parse("W 0/0"), Wire.parse("R 0/6"));

    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("common", "Common");
        TITLES.put("producer", "Producers");
        TITLES.put("consumer", "Consumers");
        TITLES.put("upgrade", "Uploads and upgrades");
        TITLES.put("connection", "Connections");
        TITLES.put("line", "Message sizes and framing");
        TITLES.put("serial", "Serial ports");
        TITLES.put("bluetooth", "Bluetooth LE");
        TITLES.put("discovery", "Discovery");
        TITLES.put("producer (advanced)", "Producers, advanced");
        TITLES.put("consumer (advanced)", "Consumers, advanced");
        TITLES.put("security", "Security");
    }

    private final JsonNode model;
    private final Senders operations;

    EndpointReference() throws Exception {
        model = model();
        operations = OperationCalls.find();
    }

    private static JsonNode model() throws IOException {
        try (InputStream json = SmpComponent.class.getResourceAsStream(MODEL)) {
            return new ObjectMapper().readTree(json);
        }
    }

    String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                // Made by GeneratedPagesTest. Run it with -Dsmp.docs.update=true after a change of the code.
                = Options, headers, events, errors

                `smp:<transport>:<address>[?options]`

                Every option can be set once on the component (`camel.component.smp.*`) and overridden on an endpoint. What the
                operations take and give is in xref:operations.adoc[Operations].
                """);
        Map<String, List<List<String>>> options = byGroup("properties");
        TITLES.forEach((group, title) -> {
            page.append("\n== ").append(title).append("\n");
            table(page, "3,6,2,3", "|Option |What it is |Default |Values", options.remove(group));
        });
        if (!options.isEmpty()) {
            throw new IllegalStateException("the reference needs titles for the options of " + options.keySet());
        }
        page.append("\n== On the component only\n");
        table(page, "3,6,2,3", "|Option |What it is |Default |Values", ofTheComponentOnly());
        page.append("\n== Headers\n");
        table(page, "3,6,3", "|Header |What it is |Type", headers());
        page.append("\n== Events\n");
        table(page, "1,4", "|Event |Body", EventsAndErrors.events(descriptionOf("events")));
        page.append("\n== Errors\n\nAll of them extend `io.github.camelsmp.protocol.SmpException`.\n");
        table(page, "2,4,2", "|Exception |When |What it can be asked", EventsAndErrors.errors());
        page.append("\n== What operations send\n\n");
        page.append(
                "Long operations send some of their commands only where they need them. Numbers are explained in\n");
        page.append("xref:commands.adoc[Commands].\n");
        table(page, "1,3", "|Operation |Commands", operationRows());
        return page.toString();
    }

    private Map<String, List<List<String>>> byGroup(String section) {
        Map<String, List<List<String>>> groups = new LinkedHashMap<>();
        model.get(section).properties().forEach(option -> groups.computeIfAbsent(
                        option.getValue().get("group").asText(), group -> new ArrayList<>())
                .add(optionRow(option.getKey(), option.getValue())));
        return groups;
    }

    private List<List<String>> ofTheComponentOnly() {
        return model.get("componentProperties").properties().stream()
                .filter(option -> !model.get("properties").has(option.getKey()))
                .map(option -> optionRow(option.getKey(), option.getValue()))
                .toList();
    }

    private String descriptionOf(String option) {
        return model.get("properties").get(option).get("description").asText();
    }

    private static List<String> optionRow(String name, JsonNode option) {
        return List.of(
                "`" + name + "`",
                option.get("description").asText(),
                option.has("defaultValue")
                        ? "`" + option.get("defaultValue").asText() + "`"
                        : option.get("required").asBoolean() ? "required" : "none",
                values(option));
    }

    private static String values(JsonNode option) {
        if (option.has("enum") && !option.get("type").asText().equals("object")) {
            List<String> values = new ArrayList<>();
            option.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return values.size() > 12 ? "the operations below" : String.join(", ", values);
        }
        String secret = option.get("secret").asBoolean() ? ", secret" : "";
        return option.get("type").asText().equals("object")
                ? "`" + simpleName(option.get("javaType").asText()) + "`" + secret
                : option.get("type").asText() + secret;
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private List<List<String>> headers() {
        List<List<String>> rows = new ArrayList<>();
        model.get("headers")
                .properties()
                .forEach(header -> rows.add(List.of(
                        "`" + header.getKey() + "`",
                        header.getValue().get("description").asText(),
                        simpleName(header.getValue().get("javaType").asText()))));
        return rows;
    }

    private List<List<String>> operationRows() {
        List<List<String>> rows = new ArrayList<>();
        for (SmpOperation operation : SmpOperation.values()) {
            String commands = operation == SmpOperation.request
                    ? "the one that `group`, `command` and `write` name"
                    : commandsOf(operation).stream()
                            .map(command -> "`" + command + "`")
                            .collect(Collectors.joining(", "));
            rows.add(List.of("`" + operation + "`", commands));
        }
        return rows;
    }

    private List<Wire> commandsOf(SmpOperation operation) {
        Set<Wire> all = operations.commandsOf(operation.name());
        return all.stream()
                .filter(command -> all.size() == 1 || !OPENING.contains(command))
                .sorted()
                .toList();
    }

    private static void table(StringBuilder page, String columns, String head, List<List<String>> rows) {
        page.append("\n[cols=\"")
                .append(columns)
                .append("\"]\n|===\n")
                .append(head)
                .append('\n');
        for (List<String> row : rows) {
            page.append('\n');
            row.forEach(
                    cell -> page.append('|').append(cell.replace("|", "\\|")).append('\n'));
        }
        page.append("|===\n");
    }
}
