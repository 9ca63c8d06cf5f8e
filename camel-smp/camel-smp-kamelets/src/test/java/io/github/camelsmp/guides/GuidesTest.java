package io.github.camelsmp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
    void everySnippetIsAFileOrReadByATest(Path guide) throws IOException {
        List<String> writtenOut = found(SNIPPET, Files.readString(guide))
                .map(match -> match.group(1))
                .filter(snippet -> !snippet.startsWith("include::"))
                .toList();

        if (!writtenOut.isEmpty()) {
            assertThat(testsThatName(guide.getFileName().toString()))
                    .as("tests that read " + guide)
                    .isNotEmpty();
        }
    }

    private static List<Path> testsThatName(String guide) throws IOException {
        return files(ROOT, ".java").stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .filter(file -> read(file).contains('"' + guide + '"'))
                .toList();
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

    @Test
    void everyGuideIsReachedFromTheIndexOrTheReadme() throws IOException {
        Set<Path> reached = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(FOLDER.resolve("index.adoc")));
        found(MARKDOWN_LINK, Files.readString(ROOT.resolve("README.md")))
                .forEach(link -> next.add(ROOT.resolve(link.group(1))));
        while (!next.isEmpty()) {
            Path guide = next.remove();
            if (reached.add(guide) && guide.toString().endsWith(".adoc")) {
                found(LINK, Files.readString(guide)).forEach(link -> next.add(FOLDER.resolve(link.group(1))));
            }
        }

        assertThat(reached).containsAll(guides().toList());
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
