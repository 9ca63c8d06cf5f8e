package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.image.DfuFile;
import io.github.camelsmp.protocol.image.DfuPackage;
import io.github.camelsmp.protocol.image.FirmwareFile;
import io.github.camelsmp.protocol.image.ImageSignature;
import io.github.camelsmp.protocol.image.McubootImage;
import io.github.camelsmp.protocol.image.TrustedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds in a firmware file, whatever its kind, the images that go to a device (protocol.md 19). */
public final class FirmwareImages {

    private final List<TrustedKey> trusted;
    private final List<FirmwareImage> found = new ArrayList<>();

    private FirmwareImages(List<TrustedKey> trusted) {
        this.trusted = trusted;
    }

    /**
     * The images of a file that anybody may have signed. An Intel HEX file or an MCUboot image is for image 0.
     *
     * @throws SmpImageException as {@link #of(byte[], Optional, List)}
     */
    public static List<FirmwareImage> of(byte[] file) {
        return of(file, Optional.empty(), List.of());
    }

    /**
     * The images of a file: one of an MCUboot image or an Intel HEX file, several of a DFU package, in the order of
     * their upload. Where a package holds variants of an image for its slots, it is all of them.
     *
     * @param file the whole file; not copied
     * @param image the number of the image that is wanted; without one that is image 0, and all images of a package
     * @param trusted keys of which one has to have signed each image; none if anybody may have
     * @throws SmpImageException if the file is of no known kind, is not sound, does not hold what is wanted, or holds an
     *     image that is not signed as it should be
     */
    public static List<FirmwareImage> of(byte[] file, Optional<Integer> image, List<TrustedKey> trusted) {
        FirmwareImages images = new FirmwareImages(trusted);
        FirmwareFile content = FirmwareFile.of(file);
        if (content instanceof FirmwareFile.Image alone) {
            images.add(image.orElse(0), alone.image());
        } else if (content instanceof FirmwareFile.Hex hex) {
            images.add(image.orElse(0), McubootImage.parse(hex.hex().onlyImage()));
        } else if (content instanceof FirmwareFile.Dfu dfu) {
            images.addAll(dfu.dfuPackage(), image);
        } else if (content instanceof FirmwareFile.SuitEnvelope) {
            throw new SmpImageException(
                    "the file is a SUIT envelope, which goes to group 66 of a device without MCUboot");
        } else if (content instanceof FirmwareFile.Foreign foreign) {
            throw new SmpImageException("the file is " + foreign.description()
                    + "; a device that knows what to do with it takes it uninspected (inspect=false, or --no-inspect)");
        }
        return List.copyOf(images.found);
    }

    private void add(int image, McubootImage file) {
        if (!trusted.isEmpty()) {
            ImageSignature.verify(file, trusted);
        }
        found.add(FirmwareImage.of(image, file));
    }

    private void addAll(DfuPackage dfu, Optional<Integer> wanted) {
        for (int image : dfu.images()) {
            if (wanted.isEmpty() || wanted.get() == image) {
                addVariants(
                        image,
                        dfu.files().stream()
                                .filter(file -> !file.isSuit() && file.image() == image)
                                .toList());
            }
        }
        if (found.isEmpty()) {
            throw new SmpImageException(
                    dfu.images().isEmpty()
                            ? "the package holds no images for MCUboot, only files for SUIT"
                            : "the package holds nothing for image " + wanted.orElse(0) + ", it is for "
                                    + dfu.images());
        }
    }

    /** Several files for one image are for its slots, in their order if the manifest does not say. */
    private void addVariants(int image, List<DfuFile> files) {
        if (files.size() > 1 && files.stream().anyMatch(FirmwareImages::isBootloader)) {
            throw new SmpImageException(
                    "the package updates the bootloader, with a variant for each of its own slots: ask"
                            + " the device for its bootloader information active_b0_slot and upload the file for the other one");
        }
        for (int order = 0; order < files.size(); order++) {
            DfuFile file = files.get(order);
            boolean forOneSlot = files.size() > 1 || file.isDirectXip();
            OptionalInt slot = forOneSlot ? OptionalInt.of(file.variant().orElse(order)) : OptionalInt.empty();
            try {
                add(image, McubootImage.parse(file.content()));
            } catch (SmpImageException reason) {
                throw new SmpImageException(file.name() + " in the package: " + reason.getMessage(), reason);
            }
            if (slot.isPresent()) {
                int last = found.size() - 1;
                found.set(last, found.get(last).forSlot(slot.getAsInt()));
            }
        }
    }

    private static boolean isBootloader(DfuFile file) {
        return file.type().equals("mcuboot");
    }
}
