package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.image.ImageVersion;
import io.github.camelsmp.protocol.image.McubootImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** A file on its way into a slot. Immutable, so that it can be shared by any number of uploads. */
public final class FirmwareImage {

    private static final byte[] NO_HASH = {};

    private final int image;
    private final ByteBuffer content;
    private final byte[] sha256;
    private final Optional<McubootImage> inspected;

    private FirmwareImage(int image, byte[] file, byte[] sha256, Optional<McubootImage> inspected) {
        this.image = image;
        this.content = ByteBuffer.wrap(file).asReadOnlyBuffer();
        this.sha256 = sha256;
        this.inspected = inspected;
    }

    /**
     * The file of a device with one image, after a look at it.
     *
     * @param file not copied
     * @throws io.github.camelsmp.protocol.SmpImageException if it is not a sound MCUboot image
     */
    public static FirmwareImage of(byte[] file) {
        return of(0, McubootImage.parse(file));
    }

    /**
     * A file that was looked at before.
     *
     * @param image number of the image on the device
     */
    public static FirmwareImage of(int image, McubootImage file) {
        return new FirmwareImage(image, file.file(), file.fileSha256(), Optional.of(file));
    }

    /**
     * A file that is uploaded as it is, whatever it may be. A device cannot be told to boot it.
     *
     * @param image number of the image on the device
     * @param file not copied
     */
    public static FirmwareImage uninspected(int image, byte[] file) {
        return new FirmwareImage(image, file, digest(file), Optional.empty());
    }

    private static byte[] digest(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
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
        return content.capacity();
    }

    /** Bytes of the image in the file, without what pads it. */
    public int imageLength() {
        return length() - inspected.map(McubootImage::trailing).orElse(0);
    }

    /** The hash by which the device lists the image, 32, 48 or 64 bytes; none if nobody looked into the file. */
    public byte[] hash() {
        return inspected.map(McubootImage::imageHash).orElse(NO_HASH);
    }

    /** Its version; empty if nobody looked into the file. */
    public Optional<ImageVersion> version() {
        return inspected.map(McubootImage::version);
    }

    /** SHA-256 over the whole file, 32 bytes. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** Whether a slot holds this image, as it is in the file or as it is once installed. */
    public boolean isIn(ImageGroup.ImageState slot) {
        return slot.image() == image
                && inspected
                        .filter(file -> Arrays.equals(slot.hash(), file.imageHash())
                                || Arrays.equals(slot.hash(), file.installedHash()))
                        .isPresent();
    }

    /** The version as devices list it, and the number of the image if it is not 0; for people. */
    @Override
    public String toString() {
        String name = version().map(version -> "version " + version.listed()).orElse("the file");
        return image == 0 ? name : name + " of image " + image;
    }
}
