package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadedContentTest {

    private static final int THRESHOLD = 1000;

    private final CamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final byte[] bytes = new byte[5 * THRESHOLD];

    @BeforeEach
    void prepare() {
        context.getStreamCachingStrategy().setSpoolThreshold(THRESHOLD);
        new Random(1).nextBytes(bytes);
    }

    private DownloadedContent with(int count) throws IOException {
        DownloadedContent content = DownloadedContent.of(exchange);
        for (int i = 0; i < count; i += 10) {
            content.write(bytes, i, 10);
        }
        return content;
    }

    @Test
    void aSmallFileStaysInMemory() throws IOException {
        DownloadedContent content = with(THRESHOLD);

        assertThat(content.file()).isEmpty();
        assertThat(content.asBody().inMemory()).isTrue();
    }

    @Test
    void aLargeFileGoesToDiskAndCanBeReadAgain() throws IOException {
        StreamCache body = with(bytes.length).asBody();

        assertThat(body.length()).isEqualTo(bytes.length);
        assertThat(body.inMemory()).isFalse();
        assertThat((InputStream) body).hasBinaryContent(bytes);
        body.reset();
        assertThat((InputStream) body).hasBinaryContent(bytes);
    }

    @Test
    void theFileIsForTheUserOfTheProcessAlone() throws IOException {
        Path file = with(bytes.length).file().orElseThrow();

        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void theFileIsGoneWhenTheExchangeIsDone() throws IOException {
        DownloadedContent content = with(bytes.length);
        content.asBody();
        Path file = content.file().orElseThrow();
        assertThat(file).exists();

        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());

        assertThat(file).doesNotExist();
    }

    @Test
    void nothingStaysOfAFileThatDidNotComeWhole() throws IOException {
        DownloadedContent content = with(bytes.length);

        content.discard();

        assertThat(content.file().orElseThrow()).doesNotExist();
    }

    @Test
    void aContextThatSpoolsDecidesForItself() throws IOException {
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolThreshold(2L * bytes.length);

        assertThat(with(bytes.length).asBody().inMemory()).isTrue();
    }
}
