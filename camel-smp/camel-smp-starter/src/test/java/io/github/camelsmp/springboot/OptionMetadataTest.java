package io.github.camelsmp.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionMetadataTest {

    private static final String UPDATE = "smp.docs.update";
    private static final Path FILE =
            Path.of("src", "main", "resources", "META-INF", "spring-configuration-metadata.json");

    @Test
    void editorsAreToldOfEveryOptionAsItIs() throws Exception {
        String content = OptionMetadata.file();

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(FILE, content);
        }
        assertThat(FILE)
                .as("%s is stale: run this test with -D%s=true and commit what it writes", FILE, UPDATE)
                .exists()
                .content()
                .isEqualTo(content);
    }
}
