package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files in {@code src/test/resources/images}, see the README there. */
final class Images {

    private Images() {}

    static byte[] file(String name) {
        try (InputStream resource = Images.class.getResourceAsStream("/images/" + name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static McubootImage image(String name) {
        return McubootImage.parse(file(name));
    }

    static TrustedKey key(String name) {
        List<TrustedKey> keys = TrustedKey.parsePem(file(name + ".pub.pem"));
        return keys.get(0);
    }

    /** What is wrong with a file, or nothing. */
    static String refusal(byte[] file) {
        try {
            McubootImage.parse(file);
            return "";
        } catch (SmpImageException refused) {
            return refused.getMessage();
        }
    }
}
