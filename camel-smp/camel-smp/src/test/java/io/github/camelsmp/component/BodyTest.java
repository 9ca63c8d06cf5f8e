package io.github.camelsmp.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyTest {

    private static final byte[] FIRMWARE = "firmware".getBytes(UTF_8);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final Body body = new Body(exchange);

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void bytesComeFromWhateverCamelCanConvert() throws Exception {
        Path file = Files.write(folder.resolve("firmware.bin"), FIRMWARE);
        for (Object source : new Object[] {
            FIRMWARE,
            "firmware",
            file,
            file.toFile(),
            new ByteArrayInputStream(FIRMWARE),
            new InputStreamCache(FIRMWARE),
            ResourceHelper.fromBytes("firmware", FIRMWARE)
        }) {
            exchange.getMessage().setBody(source);

            assertThat(body.bytes("an image")).as(source.getClass().getName()).isEqualTo(FIRMWARE);
        }
    }

    @Test
    void bytesCanBeReadAgainForARedelivery() throws Exception {
        for (Object source : new Object[] {new ByteArrayInputStream(FIRMWARE), new InputStreamCache(FIRMWARE)}) {
            exchange.getMessage().setBody(source);

            body.bytes("an image");

            assertThat(body.bytes("an image")).as(source.getClass().getName()).isEqualTo(FIRMWARE);
        }
    }

    /** Camel remembers of a type that it could not be converted, also when only one value of it could not. */
    @Test
    void aPathIsReadAlsoAfterOneThatCouldNotBe() throws Exception {
        Path file = Files.write(folder.resolve("firmware.bin"), FIRMWARE);
        exchange.getMessage().setBody(folder);
        assertThatThrownBy(() -> body.bytes("an image")).hasMessageContaining("a directory, it must be an image");

        exchange.getMessage().setBody(file);

        assertThat(body.bytes("an image")).isEqualTo(FIRMWARE);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        for (Object source : new Object[] {
            folder.resolve("no.bin"),
            folder.resolve("no.bin").toFile(),
            ResourceHelper.resolveResource(context, "file:no.bin")
        }) {
            exchange.getMessage().setBody(source);

            assertThatThrownBy(() -> body.bytes("an image"))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("no.bin");
        }
    }

    @Test
    void aDirectoryIsNoFileToUpload() {
        exchange.getMessage().setBody(folder.toFile());

        assertThatThrownBy(() -> FileBody.of(exchange))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("a directory, it must be the content of a file");
    }

    @Test
    void aBodyWithoutBytesIsEmpty() {
        for (Object nothing : new Object[] {new byte[0], "", new InputStreamCache(new byte[0])}) {
            exchange.getMessage().setBody(nothing);

            assertThat(body.isEmpty()).as(nothing.getClass().getName()).isTrue();
        }
    }

    @Test
    void nothingAtAllIsNoImage() {
        assertThatThrownBy(() -> body.bytes("a firmware image"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a firmware image");
    }

    @Test
    void nothingIsTheEmptyTextAndTheEmptyMap() throws Exception {
        assertThat(body.text()).isEmpty();
        assertThat(body.map()).isEmpty();
    }

    @Test
    void aMapIsTakenAsItIs() throws Exception {
        exchange.getMessage().setBody(Map.of("a", 1));

        assertThat(body.map()).isEqualTo(Map.of("a", 1));
    }
}
