package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A file on its way into a slot. It can be shared by any number of uploads. */
public final class FirmwareImage {

    private final int image;
    private final ByteBuffer content;
    private final byte[] hash;
    private final String version;
    private final byte[] sha256;

    /**
     * @param image number of the image on the device
     * @param content the whole file, from its position to its limit; not copied
     * @param hash the image hash by which the device will list it; none if that is not known
     * @param version its version; empty if that is not known
     */
    public FirmwareImage(int image, ByteBuffer content, byte[] hash, String version) {
        this.image = image;
        this.content = content.slice().asReadOnlyBuffer();
        this.hash = hash.clone();
        this.version = version;
        this.sha256 = digest(content.duplicate());
    }

    private static byte[] digest(ByteBuffer content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(content);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Number of the image on the device, 0 where it has only one. */
    public int image() {
        return image;
    }

    /** The whole file. */
    public ByteBuffer content() {
        return content.duplicate();
    }

    /** Bytes of the file. */
    public int length() {
        return content.remaining();
    }

    /** The hash by which the device lists the image; none if it is not known. */
    public byte[] hash() {
        return hash.clone();
    }

    /** Its version; empty if it is not known. */
    public String version() {
        return version;
    }

    /** SHA-256 over the whole file, 32 bytes. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** Whether a slot holds this image. */
    public boolean isIn(ImageGroup.ImageState slot) {
        return slot.image() == image && hash.length > 0 && Arrays.equals(slot.hash(), hash);
    }
}
