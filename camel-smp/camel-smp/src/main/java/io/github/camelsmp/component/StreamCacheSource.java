package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FileSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.apache.camel.StreamCache;

/** A cached stream that is read forwards, and from its beginning again when an upload has to go back. */
final class StreamCacheSource implements FileSource {

    private final StreamCache cache;
    private final InputStream stream;
    private final ReadableByteChannel channel;
    private long position;

    /** @param stream a cache too, as all that Camel makes of streams are */
    StreamCacheSource(InputStream stream, StreamCache cache) {
        this.stream = stream;
        this.cache = cache;
        this.channel = Channels.newChannel(stream);
        cache.reset();
    }

    @Override
    public long length() {
        return cache.length();
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        if (offset < position) {
            cache.reset();
            position = 0;
        }
        stream.skipNBytes(offset - position);
        position = offset;
        while (target.hasRemaining()) {
            int count = channel.read(target);
            if (count < 0) {
                throw new EOFException("the body ends before byte " + (position + target.remaining()));
            }
            position += count;
        }
    }
}
