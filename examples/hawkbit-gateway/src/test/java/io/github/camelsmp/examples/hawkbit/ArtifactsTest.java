package io.github.camelsmp.examples.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    private static final byte[] CONTENT = "firmware".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    private Artifacts artifacts;

    @BeforeEach
    void openFolder() throws IOException {
        artifacts = new Artifacts(home.toString());
    }

    @Test
    void asksOnlyForWhatIsMissing() throws IOException {
        Artifact artifact = artifact(Map.of());
        assertThatThrownBy(() -> take(artifact, 200, "firm")).hasMessageContaining("byte 4 of 8");

        assertThat(artifacts.range(artifact)).isEqualTo("bytes=4-");
        take(artifact, 206, "ware");

        assertThat(artifacts.here(artifact)).isTrue();
        assertThat(artifacts.checked(artifact)).hasBinaryContent(CONTENT);
    }

    @Test
    void beginsFromTheBeginningWhereAServerGivesNoParts() throws IOException {
        Artifact artifact = artifact(Map.of());
        assertThatThrownBy(() -> take(artifact, 200, "firm")).isInstanceOf(IOException.class);

        take(artifact, 200, "firmware");

        assertThat(artifacts.checked(artifact)).hasBinaryContent(CONTENT);
    }

    @Test
    void throwsAwayWhatHasAnotherHash() throws IOException {
        Artifact artifact = artifact(Map.of("md5", "0".repeat(32)));
        take(artifact, 200, "firmware");

        assertThatThrownBy(() -> artifacts.checked(artifact))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("md5");
        assertThat(artifacts.here(artifact)).isFalse();
    }

    @Test
    void takesNoMoreThanWasOrderedAndOneByteToKnowIt() throws IOException {
        Artifact artifact = artifact(Map.of());

        take(artifact, 200, "firmware and more and more");

        assertThatThrownBy(() -> artifacts.checked(artifact)).hasMessageContaining("size is 9, hawkBit says 8");
    }

    private void take(Artifact artifact, int status, String answer) throws IOException {
        artifacts.take(artifact, status, new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Artifact artifact(Map<String, String> more) {
        Map<String, String> hashes = new HashMap<>(more);
        hashes.put("sha256", Digests.hex("SHA-256", CONTENT));
        return new Artifact("a/b\u001b", "http://127.0.0.1/", CONTENT.length, hashes, Optional.empty());
    }
}
