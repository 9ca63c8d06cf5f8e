package io.github.camelsmp.component.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What guides take from other files is there. */
class GuidesTest {

    private static final Path FOLDER = Path.of("..", "..", "src-docs");
    private static final Pattern INCLUDE =
            Pattern.compile("^include::([^\\[]+)\\[(?:tags?=([^,\\]]+))?.*]$", Pattern.MULTILINE);
    private static final Pattern REFERENCE = Pattern.compile("xref:([\\w./-]+\\.adoc)");

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".adoc")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void whatIsIncludedIsTaggedInAFileThatIsThere(Path guide) throws IOException {
        for (MatchResult include : found(INCLUDE, guide)) {
            String source = Files.readString(FOLDER.resolve(include.group(1)));
            if (include.group(2) != null) {
                assertThat(include.group(2).split(";"))
                        .allSatisfy(tag -> assertThat(source).contains("tag::" + tag + "[]", "end::" + tag + "[]"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void whatIsReferredToIsThere(Path guide) throws IOException {
        for (MatchResult reference : found(REFERENCE, guide)) {
            assertThat(FOLDER.resolve(reference.group(1))).exists();
        }
    }

    private static List<MatchResult> found(Pattern pattern, Path guide) throws IOException {
        return pattern.matcher(Files.readString(guide)).results().toList();
    }
}
