package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Group 1, firmware images (protocol.md 6.1). */
public final class ImageGroup {

    /** The id of this group. */
    public static final int ID = 1;

    private static final byte[] NO_HASH = {};

    private ImageGroup() {}

    private interface ReadRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    private interface WriteRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    /** Asks which images the slots hold. */
    public record StateRead() implements ReadRequest<StateResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public StateResponse readResponse(CborMap payload) {
            return StateResponse.from(payload);
        }
    }

    /**
     * Decides what the device boots.
     *
     * @param hash the hash of the image (its hash TLV, not the hash of its file); empty for the running image
     * @param confirm whether it is to stay; otherwise it boots once and the next boot reverts
     */
    public record StateWrite(byte[] hash, boolean confirm) implements WriteRequest<StateResponse> {

        /** Boots the image once, for a test. */
        public static StateWrite test(byte[] hash) {
            return new StateWrite(hash, false);
        }

        /** Boots the image for good, or confirms it if it runs. */
        public static StateWrite confirm(byte[] hash) {
            return new StateWrite(hash, true);
        }

        /** Confirms what runs. */
        public static StateWrite confirmRunning() {
            return new StateWrite(NO_HASH, true);
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .putIf(hash.length > 0, "hash", hash)
                    .put("confirm", confirm)
                    .build();
        }

        @Override
        public StateResponse readResponse(CborMap payload) {
            return StateResponse.from(payload);
        }

        /** A repeated confirm may be answered with 28 or 33; then the state has to be read and compared. */
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The images in the slots; empty slots are not listed.
     *
     * @param images in the order of the answer
     * @param raw the whole answer
     */
    public record StateResponse(List<ImageState> images, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its slot */
        public static StateResponse from(CborMap raw) {
            return new StateResponse(
                    raw.maps("images").stream().map(ImageState::from).toList(), raw);
        }
    }

    /**
     * The image in a slot.
     *
     * @param image its number, 0 on devices with a single one
     * @param slot 0 or 1 within the image
     * @param version {@code major.minor.revision}, with {@code .build} behind it unless that is 0; empty if the device
     *     did not say
     * @param hash its hash TLV: 32, 48 or 64 bytes; none if the device did not say
     * @param bootable whether the bootloader may start it
     * @param pending whether the next boot starts it
     * @param confirmed whether it stays
     * @param active whether it runs
     * @param permanent whether it stays once the next boot has started it
     * @param raw the whole entry
     */
    public record ImageState(
            int image,
            int slot,
            String version,
            byte[] hash,
            boolean bootable,
            boolean pending,
            boolean confirmed,
            boolean active,
            boolean permanent,
            CborMap raw) {

        /** @throws SmpProtocolException if the slot is missing */
        public static ImageState from(CborMap raw) {
            return new ImageState(
                    raw.optionalInteger("image").orElse(0),
                    raw.integer("slot"),
                    raw.optionalText("version").orElse(""),
                    raw.optionalBytes("hash").orElse(NO_HASH),
                    raw.flag("bootable"),
                    raw.flag("pending"),
                    raw.flag("confirmed"),
                    raw.flag("active"),
                    raw.flag("permanent"),
                    raw);
        }

        /** The hash in hexadecimal; empty if the device did not say. */
        public String hashText() {
            return HexFormat.of().formatHex(hash);
        }

        /** Whether it is stored compressed (nRF Connect SDK). */
        public boolean compressed() {
            return raw.flag("compressed");
        }
    }

    /**
     * A piece of a firmware file. It fills the message to the last byte; the next one begins where the answer to this
     * one says.
     */
    public static final class Upload implements WriteRequest<UploadResponse> {

        /** The server wants to see the whole image header in the first piece. */
        private static final int LEAST_FIRST_CHUNK = 32;

        private final Chunk chunk;

        private Upload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The first piece. If the message is too small for all keys and the 32 bytes a server wants to see, keys are
         * left out in the order {@code upgrade} (when false), {@code image} (when 0), {@code sha}.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param sha256 hash of the file, by which an interrupted upload is known again; empty leaves it out
         * @param image number of the image, or of the slot on devices with direct upload
         * @param upgradeOnly whether the device is to refuse what is not newer than what runs
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the file is empty or the message too small
         */
        public static Upload first(ByteBuffer file, byte[] sha256, int image, boolean upgradeOnly, int largestMessage) {
            if (!file.hasRemaining()) {
                throw new SmpImageException("the firmware file is empty");
            }
            int least = Math.min(LEAST_FIRST_CHUNK, file.remaining());
            for (CborMap keys : keysByPreference(sha256, image, upgradeOnly)) {
                Optional<Chunk> chunk =
                        Chunk.of(Chunk.firstKeys(keys, file), file, 0, file.remaining(), largestMessage);
                if (chunk.isPresent() && chunk.get().end() >= least) {
                    return new Upload(chunk.get());
                }
            }
            throw new SmpImageException("the largest message of " + largestMessage + " bytes has no room for the first "
                    + least + " bytes of the file");
        }

        /** All optional keys first, then fewer and fewer. */
        private static List<CborMap> keysByPreference(byte[] sha256, int image, boolean upgradeOnly) {
            CborMap needed = CborMap.builder()
                    .putIf(image != 0, "image", image)
                    .putIf(upgradeOnly, "upgrade", true)
                    .build();
            CborMap withHash = CborMap.builder(needed)
                    .putIf(sha256.length > 0, "sha", sha256)
                    .build();
            return List.of(withImageAndUpgrade(withHash, image), withImage(withHash, image), withHash, needed);
        }

        private static CborMap withImage(CborMap keys, int image) {
            return CborMap.builder(keys).put("image", image).build();
        }

        private static CborMap withImageAndUpgrade(CborMap keys, int image) {
            return CborMap.builder(withImage(keys, image))
                    .put("upgrade", keys.flag("upgrade"))
                    .build();
        }

        /**
         * Any other piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param offset where the piece begins: above 0, below the length of the file
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static Upload following(ByteBuffer file, long offset, int largestMessage) {
            return new Upload(Chunk.following(file, offset, largestMessage));
        }

        /** Where this piece begins in the file. */
        public long offset() {
            return chunk.offset();
        }

        /** Where the next piece begins if the device takes all of this one. */
        public long end() {
            return chunk.end();
        }

        /** Whether this piece ends the file. */
        public boolean isLast() {
            return chunk.isLast();
        }

        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return chunk.payload();
        }

        @Override
        public UploadResponse readResponse(CborMap answer) {
            return UploadResponse.from(answer);
        }

        /** A wrong offset is answered with the right one, so a copy does no harm. */
        @Override
        public boolean repeatable() {
            return true;
        }

        /** Before the first answer the slot is erased; before the last the trailer is written and perhaps a hash taken. */
        @Override
        public Patience patience() {
            return chunk.patience();
        }
    }

    /**
     * Where the upload stands.
     *
     * @param offset where the device wants the next piece to begin; it may be lower than what was sent
     * @param raw the whole answer
     */
    public record UploadResponse(long offset, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the offset is missing */
        public static UploadResponse from(CborMap raw) {
            return new UploadResponse(raw.size("off"), raw);
        }

        /** Whether flash holds what {@code sha} promised; only in the last answer, and only of servers that check. */
        public Optional<Boolean> match() {
            return raw.has("match") ? Optional.of(raw.flag("match")) : Optional.empty();
        }
    }

    /** Asks whether the device keeps a core dump (Mynewt); {@code ENOENT} if not. */
    public record CoreList() implements ReadRequest<CoreListResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public CoreListResponse readResponse(CborMap payload) {
            return CoreListResponse.from(payload);
        }
    }

    /**
     * There is a core dump.
     *
     * @param raw the whole answer
     */
    public record CoreListResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static CoreListResponse from(CborMap raw) {
            return new CoreListResponse(raw);
        }
    }

    /**
     * Fetches a piece of the core dump (Mynewt).
     *
     * @param offset where the piece begins
     */
    public record CoreLoad(long offset) implements ReadRequest<CoreLoadResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("off", offset).build();
        }

        @Override
        public CoreLoadResponse readResponse(CborMap payload) {
            return CoreLoadResponse.from(payload);
        }
    }

    /**
     * A piece of the core dump.
     *
     * @param offset where it begins
     * @param data its bytes
     * @param raw the whole answer
     */
    public record CoreLoadResponse(long offset, byte[] data, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the offset or the data is missing */
        public static CoreLoadResponse from(CborMap raw) {
            return new CoreLoadResponse(raw.size("off"), raw.bytes("data"), raw);
        }

        /** Bytes of the whole dump; only in the first answer. */
        public OptionalLong length() {
            return raw.optionalSize("len");
        }
    }

    /** Erases the core dump (Mynewt). */
    public record CoreErase() implements WriteRequest<CoreEraseResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public CoreEraseResponse readResponse(CborMap payload) {
            return CoreEraseResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Patience patience() {
            return Patience.ERASE;
        }
    }

    /**
     * The core dump is gone.
     *
     * @param raw the whole answer
     */
    public record CoreEraseResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static CoreEraseResponse from(CborMap raw) {
            return new CoreEraseResponse(raw);
        }
    }

    /**
     * Erases a slot that is neither running nor about to.
     *
     * @param slot counted over all images: image times 2, plus 0 or 1; {@link #DEFAULT_SLOT} for the one an upload would
     *     use
     */
    public record Erase(int slot) implements WriteRequest<EraseResponse> {

        /** Leaves the choice to the device. */
        public static final int DEFAULT_SLOT = -1;

        /** Erases the slot an upload would use. */
        public static Erase defaultSlot() {
            return new Erase(DEFAULT_SLOT);
        }

        @Override
        public int command() {
            return 5;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().putIf(slot != DEFAULT_SLOT, "slot", slot).build();
        }

        @Override
        public EraseResponse readResponse(CborMap payload) {
            return EraseResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Patience patience() {
            return Patience.ERASE;
        }
    }

    /**
     * The slot is empty.
     *
     * @param raw the whole answer
     */
    public record EraseResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static EraseResponse from(CborMap raw) {
            return new EraseResponse(raw);
        }
    }

    /** Asks how large the slots are and how to upload to them. */
    public record SlotInfo() implements ReadRequest<SlotInfoResponse> {
        @Override
        public int command() {
            return 6;
        }

        @Override
        public SlotInfoResponse readResponse(CborMap payload) {
            return SlotInfoResponse.from(payload);
        }
    }

    /**
     * The slots of all images.
     *
     * @param images in the order of the answer
     * @param raw the whole answer
     */
    public record SlotInfoResponse(List<ImageSlots> images, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if a list is missing or an entry lacks its number */
        public static SlotInfoResponse from(CborMap raw) {
            return new SlotInfoResponse(
                    raw.maps("images").stream().map(ImageSlots::from).toList(), raw);
        }
    }

    /**
     * The slots of an image.
     *
     * @param image its number
     * @param slots in the order of the answer
     * @param raw the whole entry
     */
    public record ImageSlots(int image, List<Slot> slots, CborMap raw) {

        static ImageSlots from(CborMap raw) {
            return new ImageSlots(
                    raw.optionalInteger("image").orElse(0),
                    raw.maps("slots").stream().map(Slot::from).toList(),
                    raw);
        }

        /** Bytes of the largest image the bootloader can handle; empty if the device does not know. */
        public OptionalLong maxImageSize() {
            return raw.optionalNumber("max_image_size");
        }
    }

    /**
     * A slot.
     *
     * @param slot its number within the image
     * @param size its bytes; 0 if the device could not open it
     * @param raw the whole entry
     */
    public record Slot(int slot, long size, CborMap raw) {

        static Slot from(CborMap raw) {
            return new Slot(raw.integer("slot"), raw.optionalNumber("size").orElse(0), raw);
        }

        /** What to give an upload as its image so that it lands here; empty if none does. */
        public OptionalInt uploadImageId() {
            return raw.optionalInteger("upload_image_id");
        }

        /** Why the device could not open it; empty if it could. */
        public OptionalInt rc() {
            return raw.optionalInteger("rc");
        }
    }
}
