package io.github.camelsmp.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of the guide to the operations, by the title of their section. */
final class OperationsGuide {

    private static final Path FILE = Path.of("..", "..", "src-docs", "operations.adoc");

    private static final Pattern SECTION =
            Pattern.compile("^=== (\\w+)$(.*?)(?=^==|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern YAML =
            Pattern.compile("^\\[source,yaml]\\n----\\n(.*?)^----$", Pattern.MULTILINE | Pattern.DOTALL);

    private OperationsGuide() {}

    /** Routes in YAML, by operation. */
    static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(text());
        while (section.find()) {
            Matcher yaml = YAML.matcher(section.group(2));
            if (yaml.find()) {
                examples.put(section.group(1), yaml.group(1));
            }
        }
        return examples;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
