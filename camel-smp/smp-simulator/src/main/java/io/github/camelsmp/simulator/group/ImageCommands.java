package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.NextBoot;
import io.github.camelsmp.simulator.boot.NextBoot.Kind;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.boot.SlotTrailer.Magic;
import io.github.camelsmp.simulator.boot.StoredImage;
import io.github.camelsmp.simulator.flash.FlashArea;
import io.github.camelsmp.simulator.flash.FlashFault;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.CommandHandler;
import io.github.camelsmp.simulator.server.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Group 1 except the upload: list, set state, erase, slot information (protocol.md 6.1). */
public final class ImageCommands {

    private final Bootloader bootloader;
    private final ImageOptions options;
    private final ImageSlotUse slots;
    private final ImageUpload upload;

    /** Commands on the slots of this bootloader. */
    public ImageCommands(Bootloader bootloader, ImageOptions options) {
        this.bootloader = bootloader;
        this.options = options;
        this.slots = new ImageSlotUse(bootloader, options);
        this.upload = new ImageUpload(bootloader, options, slots);
    }

    /** The commands that are compiled in. */
    public CommandGroup group() {
        CommandGroup group = CommandGroup.of(ImageError.GROUP, "img mgmt")
                .translating(ImageError::version1Code)
                .read(0, reportingFaults(this::list))
                .write(1, upload::chunk)
                .write(5, reportingFaults(this::erase));
        if (bootloader.mode().takesState()) {
            group.write(0, reportingFaults(this::setState));
        }
        if (options.has(ImageFeature.SLOT_INFO)) {
            group.read(6, this::slotInfo);
        }
        return group;
    }

    private static CommandHandler reportingFaults(CommandHandler command) {
        return request -> {
            try {
                return command.handle(request);
            } catch (FlashFault e) {
                throw ImageError.of(e);
            }
        };
    }

    private Answer list(Request request) {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Slot slot : slots.all()) {
            StoredImage image = slot.content();
            if (image.isListed()) {
                images.add(entry(slot, image));
            }
        }
        return Answer.with("images", images).and("splitStatus", 0);
    }

    private Map<String, Object> entry(Slot slot, StoredImage image) {
        NextBoot next = bootloader.next(slot.image());
        boolean active = slot == bootloader.active(slot.image());
        boolean chosen = !active && next.slot() == slot.number();
        Answer entry = bootloader.images().size() > 1 ? Answer.with("image", slot.image()) : Answer.empty();
        entry.and("slot", slot.number())
                .and("version", image.version().toString())
                .and("hash", image.hash());
        flag(entry, "bootable", (image.flags() & StoredImage.NON_BOOTABLE) == 0);
        flag(entry, "pending", chosen && next.kind() != Kind.REVERT);
        flag(entry, "confirmed", next.kind() == Kind.REVERT ? chosen : active);
        flag(entry, "active", active);
        flag(entry, "permanent", chosen && next.kind() == Kind.NORMAL);
        return entry.keys();
    }

    private void flag(Answer entry, String key, boolean value) {
        if (value || !options.has(ImageFeature.FRUGAL_LIST)) {
            entry.and(key, value);
        }
    }

    private Answer setState(Request request) {
        boolean confirm = request.flag("confirm").orElse(false);
        byte[] hash = request.bytes("hash").orElse(new byte[0]);
        if (hash.length == 0 && confirm) {
            select(bootloader.active(0), true);
        } else if (hash.length != hashLength()) {
            throw ImageError.of(ImageError.INVALID_HASH);
        } else {
            select(withHash(hash), confirm);
        }
        return list(request);
    }

    /** A server is built for one kind of hash, the one of the images that run on it. */
    private int hashLength() {
        return bootloader.active(0).content().hash().length;
    }

    /** Two slots with the same image: the first one wins. */
    private Slot withHash(byte[] hash) {
        return slots.all().stream()
                .filter(slot -> Arrays.equals(slot.content().hash(), hash))
                .findFirst()
                .orElseThrow(() -> ImageError.of(ImageError.HASH_NOT_FOUND));
    }

    private void select(Slot slot, boolean confirm) {
        boolean active = slot == bootloader.active(slot.image());
        NextBoot next = bootloader.next(slot.image());
        boolean alreadyNext = next.slot() == slot.number();
        if (active && !confirm) {
            throw ImageError.of(ImageError.IMAGE_SETTING_TEST_TO_ACTIVE_DENIED);
        }
        if (!active && confirm && !options.has(ImageFeature.CONFIRM_INACTIVE)) {
            throw ImageError.of(ImageError.IMAGE_CONFIRMATION_DENIED);
        }
        switch (next.kind()) {
            case TEST -> {
                if (confirm || !alreadyNext) {
                    throw ImageError.of(ImageError.IMAGE_ALREADY_PENDING);
                }
            }
            case NORMAL -> selectFromNormal(slot, confirm, active, alreadyNext);
            case REVERT -> {
                if (!confirm) {
                    throw ImageError.of(ImageError.IMAGE_ALREADY_PENDING);
                }
                if (active) {
                    slot.trailer().writeImageOk();
                }
            }
        }
    }

    private void selectFromNormal(Slot slot, boolean confirm, boolean active, boolean alreadyNext) {
        if (alreadyNext && confirm) {
            return;
        }
        boolean otherIsPermanent = bootloader.next(slot.image()).slot()
                != bootloader.active(slot.image()).number();
        if (otherIsPermanent) {
            throw ImageError.of(ImageError.IMAGE_ALREADY_PENDING);
        }
        if (!active) {
            requestBoot(slot, confirm);
        }
    }

    /** What is left of something else at the end of a slot cannot be repaired: the bootloader's library erases it. */
    private void requestBoot(Slot slot, boolean permanent) {
        Magic magic = slot.trailer().magic();
        if (magic == Magic.BAD) {
            slot.area().eraseAll();
            throw ImageError.of(ImageError.FLASH_WRITE_FAILED);
        }
        if (magic == Magic.UNSET) {
            slot.trailer().requestBoot(permanent);
        }
    }

    private Answer erase(Request request) {
        OptionalLong number = request.unsigned("slot");
        Slot slot = number.isPresent()
                ? slots.numbered(number.getAsLong()).orElseThrow(() -> ImageError.of(ImageError.FLASH_OPEN_FAILED))
                : bootloader.inactive(0).orElseThrow(() -> ImageError.of(ImageError.NO_FREE_SLOT));
        if (slots.isInUse(slot)) {
            throw ImageError.of(ImageError.NO_FREE_SLOT);
        }
        upload.forget();
        if (!slot.area().isErased(0, slot.area().size())) {
            slot.area().eraseAll();
        }
        return Answer.empty();
    }

    private Answer slotInfo(Request request) {
        return Answer.with(
                "images", bootloader.images().stream().map(this::imageInfo).toList());
    }

    private Map<String, Object> imageInfo(ImageSlots image) {
        Answer info = Answer.with("image", image.image())
                .and("slots", image.all().stream().map(this::slotInfo).toList());
        if (options.has(ImageFeature.MAX_IMAGE_SIZE)) {
            FlashArea area = image.primary().area();
            info.and("max_image_size", area.size() - bootloader.mode().reservedPages() * area.pageSize());
        }
        return info.keys();
    }

    private Map<String, Object> slotInfo(Slot slot) {
        Answer entry =
                Answer.with("slot", slot.number()).and("size", slot.area().size());
        if (options.has(ImageFeature.DIRECT_UPLOAD)) {
            entry.and("upload_image_id", slot.image() * 2 + slot.number() + 1);
        } else if (slot != bootloader.active(slot.image())) {
            entry.and("upload_image_id", slot.image());
        }
        return entry.keys();
    }
}
