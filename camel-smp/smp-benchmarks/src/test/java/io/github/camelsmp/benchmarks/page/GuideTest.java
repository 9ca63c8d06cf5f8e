package io.github.camelsmp.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

    private static final Path GUIDES = Path.of("../../src-docs");
    private static final String UPDATE = "smp.docs.update";

    @Test
    void picturesAndTablesShowTheFiguresThatWereKept() throws IOException {
        Map<Path, String> files = new Guide(GUIDES).files();

        if (Boolean.getBoolean(UPDATE)) {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
        }

        assertThat(files).allSatisfy((file, content) -> assertThat(file)
                .as("%s is stale, run this test with -D%s=true", file, UPDATE)
                .hasContent(content));
    }

    @Test
    void leavesWhatFollowsATableWithoutRows(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (Stream<Path> figures = Files.list(GUIDES.resolve("data"))) {
            for (Path file : figures.toList()) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        Files.writeString(data.resolve("new.csv"), "a,b\n1,2\n");
        Path page = folder.resolve("benchmarks.adoc");
        Files.writeString(page, "// table: new\n|===\n|===\n\nWords.\n\n|===\n|By hand\n|===\n");
        Files.createFile(folder.resolve("scale.adoc"));
        Files.createFile(folder.resolve("robustness.adoc"));

        String made = new Guide(folder).files().get(page);

        assertThat(made).startsWith("// table: new\n").endsWith("\n|===\n\nWords.\n\n|===\n|By hand\n|===\n");
    }

    @Test
    void namesAColumnThatIsMissing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet.csv"), "devices at once,seconds\n1,2.0\n");

        assertThatThrownBy(() -> Figures.read(file).column("minutes"))
                .hasMessageContaining("minutes")
                .hasMessageContaining("seconds");
    }

    @Test
    void spansALogarithmicAxisFromRoundNumberToRoundNumber() {
        Axis axis = Axis.logarithmic("ms", 3, 40, 180);

        assertThat(axis.low()).isEqualTo(2);
        assertThat(axis.high()).isEqualTo(200);
        assertThat(axis.ticks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0);
        assertThat(axis.place(20)).isEqualTo(0.5);
    }

    @Test
    void drawsTheFirstPointAtTheLeftAndTheLargestAtTheTop() {
        double[] xs = {1, 10};
        double[] ys = {0, 4};
        Plot plot = new Plot(
                "a plot",
                Axis.logarithmic("devices", xs),
                Axis.fromZero("seconds", ys),
                List.of(new Plot.Line("measured", "#000000", false, xs, ys)));

        assertThat(plot.svg()).contains("points=\"70.0,380.0 630.0,50.0\"");
    }
}
