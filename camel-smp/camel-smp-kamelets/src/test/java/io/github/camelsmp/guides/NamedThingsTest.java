package io.github.camelsmp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides name for other programs, artifacts for Maven and meters for Prometheus, is what there is. */
class NamedThingsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path GUIDES = ROOT.resolve("src-docs");

    private static final Pattern ARTIFACT = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<{]+)</version>)?");
    private static final Pattern QUERY =
            Pattern.compile("^\\[source,promql]\\R----\\R(.*?)^----$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern METER = Pattern.compile("smp_[a-z_]+");

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.filter(file -> file.toString().endsWith(".adoc")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyArtifactIsOneOfTheBuild(Path guide) throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"))
                + Files.readString(ROOT.resolve("camel-smp/camel-smp-bom/pom.xml"));

        assertThat(ARTIFACT.matcher(Files.readString(guide)).results()).allSatisfy(artifact -> {
            assertThat(build)
                    .containsPattern("<groupId>" + Pattern.quote(artifact.group(1)) + "</groupId>\\s*<artifactId>"
                            + Pattern.quote(artifact.group(2)) + "</artifactId>");
            if (artifact.group(3) != null) {
                assertThat(build).contains(">" + artifact.group(3) + "<");
            }
        });
    }

    @Test
    void everyQueryAsksForMetersOfTheTable() throws IOException {
        String guide = Files.readString(GUIDES.resolve("observability.adoc"));

        List<String> meters = QUERY.matcher(guide)
                .results()
                .flatMap(query -> METER.matcher(query.group(1)).results())
                .map(MatchResult::group)
                .toList();

        assertThat(meters).isNotEmpty().allSatisfy(meter -> assertThat(guide)
                .contains("\n|`" + meter.replaceFirst("_(count|sum|max)$", "") + "`"));
    }
}
