package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.image.ImageDependency;
import io.github.camelsmp.protocol.image.ImageFlag;
import io.github.camelsmp.protocol.image.ImageTrailer;
import io.github.camelsmp.protocol.image.ImageVersion;
import io.github.camelsmp.protocol.image.McubootImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A file on its way into a slot. Immutable, so that it can be shared by any number of uploads. */
public final class FirmwareImage {

    private static final byte[] NO_HASH = {};

    private final int image;
    private final OptionalInt slot;
    private final ByteBuffer content;
    private final byte[] sha256;
    private final Optional<McubootImage> inspected;

    private FirmwareImage(
            int image, OptionalInt slot, ByteBuffer content, byte[] sha256, Optional<McubootImage> inspected) {
        this.image = image;
        this.slot = slot;
        this.content = content;
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
        return new FirmwareImage(
                image, OptionalInt.empty(), readOnly(file.file()), file.fileSha256(), Optional.of(file));
    }

    /**
     * A file that is uploaded as it is, whatever it may be. A device cannot be told to boot it.
     *
     * @param image number of the image on the device
     * @param file not copied
     */
    public static FirmwareImage uninspected(int image, byte[] file) {
        return new FirmwareImage(image, OptionalInt.empty(), readOnly(file), digest(file), Optional.empty());
    }

    private static ByteBuffer readOnly(byte[] file) {
        return ByteBuffer.wrap(file).asReadOnlyBuffer();
    }

    /**
     * The same file, which was built to run from one slot. That matters to devices that run an image where it lies.
     *
     * @param number 0 or 1 within the image
     */
    public FirmwareImage forSlot(int number) {
        return new FirmwareImage(image, OptionalInt.of(number), content, sha256, inspected);
    }

    /** Whether the file says of itself that it is to stay. */
    boolean isConfirmed() {
        return inspected
                .flatMap(McubootImage::trailer)
                .filter(ImageTrailer::confirmed)
                .isPresent();
    }

    /**
     * The same image without what a padded file says of itself at its end: such a file boots without being told to, and
     * perhaps for good (protocol.md 17.4).
     */
    FirmwareImage withoutTrailer() {
        if (inspected.flatMap(McubootImage::trailer).isEmpty()) {
            return this;
        }
        byte[] bare = inspected.get().fileWithoutTrailing();
        return new FirmwareImage(image, slot, readOnly(bare), digest(bare), inspected);
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

    /** The slot of the image it was built to run from, 0 or 1; empty if nobody said, or if it runs from any. */
    public OptionalInt slot() {
        return slot;
    }

    /** Whether its header says where it runs, or that it runs anywhere, so that a device can tell a wrong place. */
    boolean saysWhereItRuns() {
        return inspected
                .map(McubootImage::header)
                .filter(header -> header.has(ImageFlag.ROM_FIXED)
                        || header.has(ImageFlag.RAM_LOAD)
                        || header.has(ImageFlag.POSITION_INDEPENDENT))
                .isPresent();
    }

    /** Other images that have to be there; none if nobody looked into the file. */
    List<ImageDependency> dependencies() {
        return inspected.map(McubootImage::dependencies).orElse(List.of());
    }

    /** What devices with rollback protection never let go down; empty if it carries none. */
    OptionalLong securityCounter() {
        return inspected.map(McubootImage::securityCounter).orElse(OptionalLong.empty());
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
        return inspected.map(file -> file.file().length - file.trailing()).orElse(length());
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
