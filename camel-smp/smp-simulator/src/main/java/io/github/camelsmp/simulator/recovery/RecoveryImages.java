package io.github.camelsmp.simulator.recovery;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.boot.SlotTrailer.Magic;
import io.github.camelsmp.simulator.boot.StoredImage;
import io.github.camelsmp.simulator.boot.SwapType;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the recovery tells of images and slots, and how it sets their state (protocol.md 16.1). */
final class RecoveryImages {

    private static final int SET_PENDING_FAILED = 6;

    private final Bootloader bootloader;
    private final RecoveryOptions options;

    RecoveryImages(Bootloader bootloader, RecoveryOptions options) {
        this.bootloader = bootloader;
        this.options = options;
    }

    /** Images that would not boot are not listed. */
    Answer list() {
        List<Map<String, Object>> images = new ArrayList<>();
        for (ImageSlots slots : bootloader.images()) {
            for (Slot slot : slots.all()) {
                if (slot.isSound()) {
                    images.add(entry(slots, slot));
                }
            }
        }
        return Answer.with("images", images);
    }

    private Map<String, Object> entry(ImageSlots slots, Slot slot) {
        StoredImage image = slot.content();
        Answer entry = Answer.empty();
        if (bootloader.images().size() > 1) {
            entry.and("image", slot.image());
        }
        if (options.has(RecoveryFeature.IMAGE_STATE)) {
            flags(entry, slots.nextSwap(), slot.number() == 0);
        }
        entry.and("slot", slot.number());
        if (options.has(RecoveryFeature.HASH)) {
            entry.and("hash", image.hash());
        }
        return entry.and("version", image.version().toString()).keys();
    }

    private static void flags(Answer entry, SwapType swap, boolean primary) {
        entry.and("bootable", true);
        boolean untouched = swap == SwapType.NONE || swap == SwapType.REVERT;
        if (primary && untouched) {
            entry.and("active", true);
        }
        if (primary ? swap != SwapType.REVERT : swap == SwapType.REVERT) {
            entry.and("confirmed", true);
        }
        if (!primary && !untouched) {
            entry.and("pending", true);
        }
        if (!primary && swap == SwapType.PERMANENT) {
            entry.and("permanent", true);
        }
    }

    Answer setState(Request request) {
        boolean confirm = request.flag("confirm").orElse(false);
        Optional<byte[]> hash = request.bytes("hash").filter(given -> options.has(RecoveryFeature.HASH));
        if (hash.isEmpty() && bootloader.images().size() > 1) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        Slot slot = hash.map(this::withHash)
                .orElseGet(() -> bootloader.images().get(0).secondary().orElseThrow(() -> Refusal.rc(Refusal.ENOENT)));
        if (slot.trailer().magic() == Magic.BAD) {
            throw Refusal.rc(SET_PENDING_FAILED);
        }
        if (slot.trailer().magic() == Magic.UNSET) {
            slot.trailer().requestBoot(confirm);
        }
        return list();
    }

    private Slot withHash(byte[] hash) {
        return bootloader.images().stream()
                .flatMap(slots -> slots.all().stream())
                .filter(slot -> Arrays.equals(slot.content().hash(), hash))
                .findFirst()
                .orElseThrow(() -> Refusal.rc(Refusal.ENOENT));
    }

    Answer slotInfo() {
        return Answer.with(
                "images", bootloader.images().stream().map(this::imageInfo).toList());
    }

    private Map<String, Object> imageInfo(ImageSlots slots) {
        int size = slots.primary().area().size();
        int reserved =
                bootloader.mode().reservedPages() * slots.primary().area().pageSize();
        return Answer.with("image", slots.image())
                .and("slots", slots.all().stream().map(this::slotInfo).toList())
                .and("max_image_size", size - reserved)
                .keys();
    }

    /** Without direct upload the id is on slot 1, although the data goes to slot 0. */
    private Map<String, Object> slotInfo(Slot slot) {
        Answer entry =
                Answer.with("slot", slot.number()).and("size", slot.area().size());
        if (options.has(RecoveryFeature.DIRECT_UPLOAD)) {
            entry.and("upload_image_id", slot.image() * 2 + slot.number() + 1);
        } else if (slot.number() == 1) {
            entry.and("upload_image_id", slot.image());
        }
        return entry.keys();
    }
}
