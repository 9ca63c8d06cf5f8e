package io.github.camelsmp.protocol.image;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A file of a DFU package (protocol.md 19.3).
 *
 * @param name of its entry in the package
 * @param type {@code application}, {@code bin}, {@code mcuboot}, {@code suit-envelope}, {@code cache}, or what tools come
 *     up with; empty if the manifest does not say
 * @param image number of the image it is for
 * @param content its bytes
 * @param entry all the manifest says of it, unknown keys included, in plain Java values
 */
public record DfuFile(String name, String type, int image, byte[] content, Map<String, Object> entry) {

    private static final String XIP_VERSION = "version_MCUBOOT+XIP";

    static DfuFile read(ManifestEntry entry, byte[] content) {
        DfuFile file = new DfuFile(
                entry.name(),
                entry.optionalText("type").orElse(""),
                entry.optionalNumber("image_index").orElse(0),
                content,
                entry.values());
        file.checked().optionalNumber("slot");
        file.checked().optionalNumber("slot_index_primary");
        file.checked().optionalNumber("slot_index_secondary");
        file.checked().optionalNumber("partition");
        return file;
    }

    private ManifestEntry checked() {
        return new ManifestEntry(entry);
    }

    /** The slot of the image it was built to run from, 0 or 1; empty if the manifest does not say. */
    public OptionalInt variant() {
        OptionalInt slot = checked().optionalNumber("slot");
        return slot.isPresent() ? OptionalInt.of(slot.getAsInt() % 2) : slot;
    }

    /** Whether it runs where it lies, so that it must go to the slot it was built for. */
    public boolean isDirectXip() {
        return entry.containsKey(XIP_VERSION);
    }

    /** The version the manifest states; empty if it states none. */
    public String version() {
        return checked()
                .optionalText("version_MCUBOOT")
                .or(() -> checked().optionalText(XIP_VERSION))
                .or(() -> checked().optionalText("version"))
                .orElse("");
    }

    /**
     * What an upload names as its image so that MCUboot's recovery with direct upload puts it into a slot; empty if the
     * manifest does not say. Not for other servers.
     *
     * @param slot 0 or 1 within the image
     */
    public OptionalInt directUploadNumber(int slot) {
        return checked().optionalNumber(slot == 0 ? "slot_index_primary" : "slot_index_secondary");
    }

    /** The cache partition a SUIT cache is for; empty for others. */
    public OptionalInt partition() {
        return checked().optionalNumber("partition");
    }

    /** Whether it belongs to a SUIT update, which has groups and rules of its own. */
    public boolean isSuit() {
        return type.equals("suit-envelope") || type.equals("cache");
    }
}
