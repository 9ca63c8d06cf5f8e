package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.boot.StoredImage;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is in a slot.
 *
 * @param version as image lists show it; empty where there is no image
 * @param hash the image hash in hex; empty where there is no image
 * @param sound whether the bootloader would start it
 */
public record SlotContent(Optional<String> version, String hash, boolean sound) {

    static SlotContent of(Slot slot) {
        StoredImage image = slot.content();
        return new SlotContent(
                Optional.of(image).filter(StoredImage::isListed).map(found -> found.version()
                        .toString()),
                HexFormat.of().formatHex(image.hash()),
                slot.isSound());
    }
}
