package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What devices list of their slots. */
final class Slots {

    private Slots() {}

    /** A slot that holds a file, with the flags that are set. */
    static ImageState holding(int image, int slot, byte[] file, String... flags) {
        CborMap.Builder entry = CborMap.builder()
                .put("image", image)
                .put("slot", slot)
                .put("version", SampleImage.version(file))
                .put("hash", SampleImage.hash(file));
        for (String flag : flags) {
            entry.put(flag, true);
        }
        return ImageState.from(entry.build());
    }

    /** The slots of an image by their sizes, from slot 0 on. */
    static ImageSlots sized(int image, OptionalLong largestImage, long... sizes) {
        List<Slot> slots = new ArrayList<>();
        for (int slot = 0; slot < sizes.length; slot++) {
            slots.add(new Slot(
                    slot,
                    sizes[slot],
                    CborMap.builder().put("upload_image_id", 2 * image + slot).build()));
        }
        CborMap.Builder entry = CborMap.builder();
        largestImage.ifPresent(largest -> entry.put("max_image_size", largest));
        return new ImageSlots(image, slots, entry.build());
    }
}
