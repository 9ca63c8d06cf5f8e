package io.github.camelsmp.component.zephyr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Gives an image another version, as a new build would, and sets its SHA-256 right again. */
final class McubootHeader {

    private static final int VERSION = 20;
    private static final int TLV_AREA_HEAD = 4;
    private static final int TLV_HEAD = 4;

    private McubootHeader() {}

    static byte[] withVersion(Path signedImage, int major, int minor, int revision) throws IOException {
        byte[] image = Files.readAllBytes(signedImage);
        ByteBuffer fields = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        fields.put(VERSION, (byte) major).put(VERSION + 1, (byte) minor).putShort(VERSION + 2, (short) revision);
        int hashed = fields.getShort(8) + fields.getInt(12) + fields.getShort(10);
        byte[] hash = sha256(image, hashed);
        System.arraycopy(hash, 0, image, hashed + TLV_AREA_HEAD + TLV_HEAD, hash.length);
        return image;
    }

    private static byte[] sha256(byte[] image, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(image, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
