package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FileSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.util.IOHelper;

/**
 * A body as a file that is read piece by piece: one on disk stays there, a stream is cached the way the context caches
 * streams, and anything else is in memory already.
 *
 * @param source the content
 * @param open what has to be closed when it was read
 */
record FileBody(FileSource source, Closeable open) implements Closeable {

    private static final String EXPECTED = "the content of a file";

    /**
     * The body of an exchange.
     *
     * @throws IllegalArgumentException if there is none
     */
    static FileBody of(Exchange exchange) throws IOException, InvalidPayloadException {
        Message message = exchange.getMessage();
        Body body = new Body(exchange);
        Optional<Path> file = body.file(EXPECTED);
        if (file.isPresent()) {
            return onDisk(file.get());
        }
        if (body.raw() instanceof InputStream && !(body.raw() instanceof StreamCache)) {
            StreamCache cached =
                    exchange.getContext().getStreamCachingStrategy().cache(message);
            if (cached != null) {
                message.setBody(cached);
            }
        }
        if (message.getBody() instanceof StreamCache cache && cache instanceof InputStream stream) {
            return new FileBody(new StreamCacheSource(stream, cache), () -> {});
        }
        return new FileBody(FileSource.of(body.bytes(EXPECTED)), () -> {});
    }

    private static FileBody onDisk(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileBody(FileSource.of(channel), channel);
    }

    @Override
    public void close() {
        IOHelper.close(open);
    }
}
