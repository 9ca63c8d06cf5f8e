package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.FirmwareVersion;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.boot.StoredImage;
import io.github.camelsmp.simulator.flash.FlashArea;
import io.github.camelsmp.simulator.flash.FlashFault;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The upload of Zephyr's image group, step by step (protocol.md 6.1). One at a time, whoever sends it. */
final class ImageUpload {

    private static final int HEADER_SIZE = 32;
    private static final int MAGIC = 0x96f3b83d;
    private static final byte[] NONE = {};

    private final Bootloader bootloader;
    private final ImageOptions options;
    private final ImageSlotUse slots;

    private Slot slot;
    private byte[] sha = NONE;
    private int length;
    private int expected;
    private int erasedTo;

    ImageUpload(Bootloader bootloader, ImageOptions options, ImageSlotUse slots) {
        this.bootloader = bootloader;
        this.options = options;
        this.slots = slots;
    }

    /** No upload is in progress any more. */
    void forget() {
        slot = null;
        sha = NONE;
        length = 0;
        expected = 0;
        erasedTo = 0;
    }

    /** Takes one chunk. Whatever is refused ends the upload that was in progress. */
    Answer chunk(Request request) {
        long offset = request.unsigned("off").orElse(-1);
        byte[] data = request.bytes("data").orElse(NONE);
        long announced = request.unsigned("len").orElse(-1);
        byte[] announcedSha = request.bytes("sha").orElse(NONE);
        long image = request.unsigned("image").orElse(0);
        boolean upgradeOnly = request.flag("upgrade").orElse(false);
        try {
            return take(offset, data, announced, announcedSha, image, upgradeOnly);
        } catch (FlashFault e) {
            forget();
            throw ImageError.of(e);
        } catch (Refusal refusal) {
            forget();
            throw refusal;
        }
    }

    private Answer take(
            long offset, byte[] data, long announced, byte[] announcedSha, long image, boolean upgradeOnly) {
        if (offset < 0) {
            throw ImageError.of(ImageError.INVALID_OFFSET, "header malformed");
        }
        if (offset > 0) {
            return write(offset, data);
        }
        requireFirstChunk(data, announced, announcedSha);
        if (slot != null && announcedSha.length > 0 && Arrays.equals(announcedSha, sha)) {
            return Answer.with("off", expected);
        }
        return begin(data, announced, announcedSha, image, upgradeOnly);
    }

    private static void requireFirstChunk(byte[] data, long announced, byte[] announcedSha) {
        if (data.length < HEADER_SIZE) {
            throw ImageError.of(ImageError.INVALID_IMAGE_HEADER, "header malformed");
        }
        if (announced < 0) {
            throw ImageError.of(ImageError.INVALID_LENGTH, "header malformed");
        }
        if (header(data).getInt(0) != MAGIC) {
            throw ImageError.of(ImageError.INVALID_IMAGE_HEADER_MAGIC, "magic mismatch");
        }
        if (announcedSha.length > 32) {
            throw ImageError.of(ImageError.INVALID_HASH);
        }
    }

    private Answer begin(byte[] data, long announced, byte[] announcedSha, long image, boolean upgradeOnly) {
        Slot target = slots.forUpload(image).orElseThrow(() -> ImageError.of(ImageError.NO_FREE_SLOT, "no slot"));
        requireFit(target, data, announced, upgradeOnly);
        forget();
        if (options.has(ImageFeature.CHECK) && isThere(target.area(), (int) announced, announcedSha)) {
            return Answer.with("off", announced).and("match", true);
        }
        erase(target.area(), (int) announced);
        slot = target;
        length = (int) announced;
        sha = announcedSha;
        return write(0, data);
    }

    private void requireFit(Slot target, byte[] data, long announced, boolean upgradeOnly) {
        ByteBuffer header = header(data);
        if (announced > target.area().size()) {
            throw ImageError.of(ImageError.IMAGE_TOO_LARGE, "img too large");
        }
        boolean romFixed = (header.getInt(16) & StoredImage.ROM_FIXED) != 0;
        if (romFixed && (header.getInt(4) & 0xffff_ffffL) != target.address()) {
            throw ImageError.of(ImageError.INVALID_FLASH_ADDRESS, "img addr mismatch");
        }
        if (upgradeOnly && !isNewer(header)) {
            throw ImageError.of(ImageError.CURRENT_VERSION_IS_NEWER, "downgrade");
        }
    }

    private boolean isNewer(ByteBuffer header) {
        FirmwareVersion offered = new FirmwareVersion(
                header.get(20) & 0xff,
                header.get(21) & 0xff,
                header.getShort(22) & 0xffff,
                header.getInt(24) & 0xffff_ffffL);
        FirmwareVersion running = bootloader.active(0).content().version();
        int order = offered.compareTo(running);
        return order > 0 || order == 0 && options.has(ImageFeature.COMPARE_BUILD) && offered.build() > running.build();
    }

    private static ByteBuffer header(byte[] data) {
        return ByteBuffer.wrap(data, 0, HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void erase(FlashArea area, int announced) {
        int trailer = area.size() - area.pageSize();
        int data = options.has(ImageFeature.PROGRESSIVE_ERASE) ? 0 : Math.min(trailer, announced);
        eraseUnlessBlank(area, 0, data);
        eraseUnlessBlank(area, trailer, area.pageSize());
        erasedTo = data;
    }

    private static void eraseUnlessBlank(FlashArea area, int offset, int count) {
        int pages = (count + area.pageSize() - 1) / area.pageSize() * area.pageSize();
        if (!area.isErased(offset, pages)) {
            area.erase(offset, pages);
        }
    }

    private Answer write(long offset, byte[] data) {
        if (offset != expected) {
            return Answer.with("off", expected);
        }
        if (offset + data.length > length) {
            throw ImageError.of(ImageError.IMAGE_DATA_OVERRUN, "data overrun");
        }
        boolean last = offset + data.length == length;
        int taken = last ? data.length : data.length - data.length % options.alignment();
        if (options.has(ImageFeature.PROGRESSIVE_ERASE)) {
            eraseAhead(expected + taken);
        }
        slot.area().write(expected, ByteBuffer.wrap(data, 0, taken));
        expected += taken;
        return expected == length ? finish() : Answer.with("off", expected);
    }

    private void eraseAhead(int end) {
        FlashArea area = slot.area();
        int trailer = area.size() - area.pageSize();
        while (erasedTo < Math.min(end, trailer)) {
            eraseUnlessBlank(area, erasedTo, area.pageSize());
            erasedTo += area.pageSize();
        }
    }

    private Answer finish() {
        Answer answer = Answer.with("off", length);
        if (options.has(ImageFeature.CHECK)) {
            answer.and("match", isThere(slot.area(), length, sha));
        }
        forget();
        return answer;
    }

    private static boolean isThere(FlashArea area, int length, byte[] sha) {
        if (sha.length != 32 || area.isErased(0, HEADER_SIZE)) {
            return false;
        }
        MessageDigest digest = sha256();
        area.digest(0, length, digest);
        return Arrays.equals(sha, digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
