package io.github.camelsmp.cli;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.image.TrustedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What has to be true of a firmware file, and which image of a device it is for. */
final class FirmwareOptions {

    /** For the commands that have a firmware file. */
    static final String FILE = "An MCUboot image, an Intel HEX file or a DFU package (ZIP); - for standard input.";

    private static final int SLOTS_OF_AN_IMAGE = 2;

    @Option(
            names = "--image",
            paramLabel = "N",
            description = "Number of the image on the device. Default: 0, and all images of a DFU package.")
    private Integer image;

    @Option(
            names = "--slot",
            paramLabel = "N",
            description = "0 or 1: the slot an image is built for, if it does not say.")
    private Integer slot;

    @Option(names = "--no-inspect", description = "Sends the file as it is, whatever it may be.")
    private boolean noInspect;

    @Option(
            names = "--trusted-key",
            paramLabel = "PEM",
            description = "A file with a public key; an image that is not signed with it is refused.")
    private Path trustedKey;

    @Option(
            names = "--sha256",
            paramLabel = "HASH",
            description = "What the SHA-256 of the file has to be; another file is refused.")
    private Hex sha256;

    /**
     * Reads and checks a file.
     *
     * @param file its path, or - for standard input
     * @throws IOException if it cannot be read
     * @throws SmpImageException if it is not what it should be
     */
    List<FirmwareImage> images(String file) throws IOException {
        byte[] content = InputFile.read(file);
        requireHash(file, content);
        List<TrustedKey> keys = trustedKey == null ? List.of() : keys();
        if (noInspect && keys.isEmpty()) {
            return List.of(FirmwareImage.uninspected(image == null ? 0 : image, content));
        }
        List<FirmwareImage> images = inspected(file, content, keys);
        return slot == null ? images : images.stream().map(this::builtForSlot).toList();
    }

    private List<FirmwareImage> inspected(String file, byte[] content, List<TrustedKey> keys) {
        try {
            return FirmwareImages.of(content, Optional.ofNullable(image), keys);
        } catch (SmpImageException e) {
            throw new SmpImageException(file + ": " + e.getMessage(), e);
        }
    }

    private void requireHash(String file, byte[] content) {
        byte[] actual = sha256(content);
        if (sha256 != null && !MessageDigest.isEqual(sha256.bytes(), actual)) {
            throw new SmpImageException(
                    "the SHA-256 of " + file + " is " + HexFormat.of().formatHex(actual) + ", not " + sha256);
        }
    }

    private List<TrustedKey> keys() throws IOException {
        try {
            return TrustedKey.parsePem(Files.readAllBytes(trustedKey));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--trusted-key=" + trustedKey + ": " + e.getMessage(), e);
        }
    }

    private FirmwareImage builtForSlot(FirmwareImage firmware) {
        if (slot < 0 || slot >= SLOTS_OF_AN_IMAGE) {
            throw new IllegalArgumentException("--slot is " + slot + ", an image is built for slot 0 or 1");
        }
        return firmware.slot().isPresent() ? firmware : firmware.forSlot(slot);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
