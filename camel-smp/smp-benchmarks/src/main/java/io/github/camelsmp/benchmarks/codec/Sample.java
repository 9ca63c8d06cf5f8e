package io.github.camelsmp.benchmarks.codec;

import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.nio.ByteBuffer;
import java.util.Random;

/** What is encoded and decoded: pieces of a firmware file that compresses badly. */
final class Sample {

    /** Larger than any message. */
    private static final int FILE = 1 << 18;

    private static final int OFFSET = FILE / 2;
    private static final int SEED = 17;

    private Sample() {}

    static ByteBuffer file() {
        byte[] bytes = new byte[FILE];
        new Random(SEED).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** A piece from the middle of a file that fills a message of so many bytes. */
    static ImageGroup.Upload piece(ByteBuffer file, int message) {
        return ImageGroup.Upload.following(file, OFFSET, message);
    }

    /** A message of so many bytes with a piece of firmware in it. */
    static byte[] message(int size) {
        return SmpMessage.encode(piece(file(), size), SmpVersion.V2, 1);
    }
}
