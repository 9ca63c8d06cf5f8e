package io.github.camelsmp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No dead link in the guides, no snippet that nobody runs, no message quoted that nobody writes. */
class GuidesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path FOLDER = ROOT.resolve("src-docs");

    /** Their snippets are written out, and each has a test of its own that runs them from there. */
    private static final Set<String> RUN_WHERE_THEY_STAND =
            Set.of("operations.adoc", "events.adoc", "discovery.adoc", "observability.adoc");

    private static final Pattern SNIPPET =
            Pattern.compile("^\\[source,(?:yaml|java)[^]]*]\\R----\\R(.*?)^----$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(?:xref|link):([\\w./-]+)(?:#([\\w-]+))?\\[");
    private static final Pattern PICTURE = Pattern.compile("^image::([\\w./-]+)\\[(.+)]$", Pattern.MULTILINE);
    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern QUOTE = Pattern.compile("^\"([^\"]+)\"::$", Pattern.MULTILINE);
    private static final Pattern TITLE = Pattern.compile("^=+ (.+)$", Pattern.MULTILINE);

    static Stream<Path> guides() throws IOException {
        return files(FOLDER, ".adoc").stream().filter(file -> file.getParent().equals(FOLDER));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everySnippetIsAFileOrRunWhereItStands(Path guide) throws IOException {
        List<String> writtenOut = found(SNIPPET, Files.readString(guide))
                .map(match -> match.group(1))
                .filter(snippet -> !snippet.startsWith("include::"))
                .toList();

        if (!RUN_WHERE_THEY_STAND.contains(guide.getFileName().toString())) {
            assertThat(writtenOut).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyLinkLeadsSomewhere(Path guide) throws IOException {
        for (MatchResult link : found(LINK, Files.readString(guide)).toList()) {
            Path target = FOLDER.resolve(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).contains(link.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyPictureIsThereAndDescribed(Path guide) throws IOException {
        for (MatchResult picture : found(PICTURE, Files.readString(guide)).toList()) {
            assertThat(FOLDER.resolve(picture.group(1))).exists();
            assertThat(picture.group(2)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theIndexHasEveryGuide(Path guide) throws IOException {
        String name = guide.getFileName().toString();

        if (!name.equals("index.adoc")) {
            assertThat(Files.readString(FOLDER.resolve("index.adoc"))).contains("xref:" + name + "[");
        }
    }

    @Test
    void everyLinkInAPageOfAFolderLeadsSomewhere() throws IOException {
        for (Path page : files(ROOT, ".md")) {
            for (MatchResult link : found(MARKDOWN_LINK, Files.readString(page)).toList()) {
                assertThat(page.resolveSibling(link.group(1))).exists();
            }
        }
    }

    @Test
    void everyQuotedMessageIsOneThatTheCodeWrites() throws IOException {
        String sources = files(ROOT.resolve("camel-smp"), ".java").stream()
                .filter(file -> file.toString().contains("main"))
                .map(GuidesTest::read)
                .collect(Collectors.joining("\n"));

        List<MatchResult> quotes = found(QUOTE, Files.readString(FOLDER.resolve("troubleshooting.adoc")))
                .toList();

        assertThat(quotes).hasSizeGreaterThan(10).allSatisfy(quote -> assertThat(sources)
                .contains(quote.group(1)));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** As AsciiDoc makes them of titles. */
    private static Set<String> anchors(Path guide) {
        Set<String> anchors = new HashSet<>();
        found(TITLE, read(guide))
                .forEach(title -> anchors.add("_"
                        + title.group(1)
                                .toLowerCase()
                                .replaceAll("[^a-z0-9 _.-]", "")
                                .replaceAll("[ .-]+", "_")));
        return anchors;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", "node_modules", ".git")
                            .noneMatch(name -> file.toString().contains("/" + name + "/")))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
