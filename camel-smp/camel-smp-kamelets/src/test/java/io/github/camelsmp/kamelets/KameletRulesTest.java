package io.github.camelsmp.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Kamelet keeps the rules of the catalogue of Camel, and a broken rule is seen. */
class KameletRulesTest {

    private static final Path SOURCES = Path.of("src", "main", "resources", "kamelets");
    private static final Path ICONS = Path.of("src", "main", "icons");

    static Stream<Kamelet> kamelets() throws IOException {
        return Kamelet.all().stream();
    }

    @Test
    void everyKameletKeepsTheRules() throws IOException {
        List<Kamelet> kamelets = Kamelet.all();

        assertThat(kamelets).hasSize(11);
        assertThat(KameletRules.broken(kamelets)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name: smp-statistics-source| name: smp-counters-source| is in the file smp-statistics-source.kamelet.yaml",
                "type: \"source\"| type: \"origin\"| is of the type 'origin'",
                "type: \"source\"| type: \"sink\"| does not end in its type",
                "/kamelet.icon: \"| /kamelet.picture: \"| lacks the annotation kamelet.icon",
                "/provider: \"| /maker: \"| lacks the annotation provider",
                "title: SMP Statistics Source| title: SMP Statistics| has a title that does not end in its type: 'SMP Statistics'",
                "type: object| type: array| is not defined as an object",
                "- name| - address| requires 'address' twice",
                "- name| - nickname| requires 'nickname' without defining it",
                "title: Group Name| title: Group name| has small letters in the title of 'name'",
                "title: Group Name| title: The Name| has an article before the title of 'name'",
                "title: Group Name| headline: Name| has no title for 'name'",
                "description: \"Name of| meaning: \"Name of| does not describe 'name'",
                "example: \"smp_svr_stats\"| format: password| does not mark 'name' as a credential",
                "{{name}}| {{names}}| uses 'names' without defining it",
                "{{?baudRate}}| 9600| defines 'baudRate' and does not use it",
                "to: kamelet:sink| to: log:sink| misuses kamelet:sink",
                "to: kamelet:sink| to: kamelet:source| misuses kamelet:source",
                "camel:kamelet| camel:nothing| does not depend on camel:kamelet",
                "camelsmp:camel-smp:| camelsmp:camel-smb:| does not depend on the component",
            })
    void aBrokenRuleIsSeen(String right, String wrong, String complaint) throws IOException {
        Path file = SOURCES.resolve("smp-statistics-source.kamelet.yaml");
        String text = Files.readString(file).replace("@project.version@", "1.0");
        assertThat(text).contains(right);

        Kamelet kamelet = Kamelet.parse(file.getFileName().toString(), text.replace(right, wrong));

        assertThat(KameletRules.broken(List.of(kamelet))).contains(kamelet.name() + " " + complaint);
    }

    @Test
    void twoOfOneTitleAreSeen() throws IOException {
        Kamelet kamelet = Kamelet.all().get(0);

        assertThat(KameletRules.broken(List.of(kamelet, kamelet)))
                .containsExactly(
                        kamelet.name() + " has the title of another",
                        kamelet.name() + " has the description of another");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theIconIsThePictureInTheSources(Kamelet kamelet) throws IOException {
        byte[] svg = Files.readAllBytes(ICONS.resolve(kamelet.name() + ".svg"));

        assertThat(kamelet.annotation("kamelet.icon"))
                .isEqualTo("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
        assertThat(new String(svg, StandardCharsets.UTF_8)).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theBuildHasFilledInItsVersions(Kamelet kamelet) {
        assertThat(kamelet.annotation("catalog.version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(kamelet.dependencies())
                .filteredOn(dependency -> dependency.startsWith("mvn:"))
                .isNotEmpty()
                .allSatisfy(dependency -> assertThat(dependency).matches("mvn:[\\w.-]+:[\\w.-]+:\\d[\\w.-]+"));
    }
}
