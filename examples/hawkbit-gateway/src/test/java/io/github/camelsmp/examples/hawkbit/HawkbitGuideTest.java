package io.github.camelsmp.examples.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says to write down, read by those who read it. */
class HawkbitGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "src-docs", "hawkbit.adoc");

    @TempDir
    Path folder;

    @Test
    void theTargetsOfTheGuideAreTargets() throws IOException {
        Path file = Files.writeString(folder.resolve("targets.json"), snippet("json"));

        Targets targets = new Targets(file.toString(), 1000);

        assertThat(targets.due()).extracting(Target::controllerId).containsExactly("pump-7", "pump-8");
        assertThat(targets.named("pump-7").token()).isEmpty();
        assertThat(targets.named("pump-8").token()).isPresent();
    }

    @Test
    void thePropertiesOfTheGuideAreThoseOfTheGateway() throws IOException {
        Properties said = new Properties();
        said.load(new StringReader(snippet("properties")));
        Properties known = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            known.load(file);
        }

        assertThat(known.stringPropertyNames()).containsAll(said.stringPropertyNames());
        Ddi ddi = new Ddi(said.getProperty("hawkbit.url"), said.getProperty("hawkbit.tenant"), "", "");
        assertThat(new Deployments(ddi, said.getProperty("gateway.modules"))).isNotNull();
    }

    private static String snippet(String language) throws IOException {
        Matcher snippet = Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----\n", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(snippet.find()).isTrue();
        return snippet.group(1);
    }
}
