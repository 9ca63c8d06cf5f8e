package io.github.camelsmp.component;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.IOHelper;

/**
 * Takes a file of a device on its way into the body. Where the context spools streams to disk, this one is cached as all
 * others are. Where it does not, a file above the threshold goes to disk all the same: nobody knows beforehand how
 * large the files of a device are, and they may be larger than the memory.
 */
final class DownloadedContent extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final Exchange exchange;
    private final long threshold;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream current = memory;
    private Optional<Path> file = Optional.empty();

    private DownloadedContent(Exchange exchange, long threshold) {
        this.exchange = exchange;
        this.threshold = threshold;
    }

    /** What takes the content of an exchange. */
    static DownloadedContent of(Exchange exchange) {
        StreamCachingStrategy strategy = exchange.getContext().getStreamCachingStrategy();
        DownloadedContent content = new DownloadedContent(exchange, strategy.getSpoolThreshold());
        if (strategy.isSpoolEnabled()) {
            content.current = new CachedOutputStream(exchange);
        }
        return content;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (current == memory && memory.size() + (long) length > threshold) {
            goToDisk();
        }
        current.write(bytes, offset, length);
    }

    private void goToDisk() throws IOException {
        Path spooled = Files.createTempFile("smp-download-", ".tmp");
        file = Optional.of(spooled);
        current = new BufferedOutputStream(Files.newOutputStream(spooled), BUFFER);
        memory.writeTo(current);
        memory.reset();
    }

    /** The whole of it. A file on disk is deleted when the last exchange that has it is done. */
    StreamCache asBody() {
        try {
            if (current instanceof CachedOutputStream cached) {
                return cached.newStreamCache();
            }
            current.close();
            return file.isPresent()
                    ? new FileInputStreamCache(file.get().toFile()).copy(exchange)
                    : new InputStreamCache(memory.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is on disk by a decision of this class; empty while it is not. */
    Optional<Path> file() {
        return file;
    }

    /** Leaves nothing behind of what did not come whole. */
    void discard() {
        IOHelper.close(current);
        file.map(Path::toFile).ifPresent(FileUtil::deleteFile);
    }
}
