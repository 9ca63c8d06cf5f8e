package io.github.camelsmp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Finds endpoints and YAML in guides. */
final class TextUses {

    /** In AsciiDoc, Markdown and Java alike an endpoint stands between quotes of some kind; angles are placeholders. */
    private static final Pattern URI = Pattern.compile("([`\"])(smp:[^`\"<>\\s\\[]+(?: [^`\"<>\\[=]+)?)\\1");

    private static final Pattern YAML_BLOCK = Pattern.compile(
            "^(?:```yaml|\\[source,yaml[^\\]]*]\\R----)$\\R(.*?)^(?:```|----)$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final YAMLMapper YAML = new YAMLMapper();

    private TextUses() {}

    /** Endpoints in the running text; a scheme alone is none. */
    static List<Use> uris(String text) {
        return URI.matcher(YAML_BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(2))
                .filter(uri -> uri.indexOf(':', "smp:".length()) > 0 && !uri.endsWith(":") && !uri.contains("..."))
                .map(Use::inText)
                .toList();
    }

    /** Blocks of YAML that are written out, not included from a file. */
    static List<JsonNode> yamlBlocks(String text) {
        return YAML_BLOCK
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(block -> !block.startsWith("include::"))
                .map(TextUses::parse)
                .toList();
    }

    static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** YAML again, for what was changed in it. */
    static String write(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
