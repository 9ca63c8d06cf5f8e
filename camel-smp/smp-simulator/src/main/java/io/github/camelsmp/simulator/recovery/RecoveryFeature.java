package io.github.camelsmp.simulator.recovery;

/** What a build of MCUboot's serial recovery has, or has not (protocol.md 16). */
public enum RecoveryFeature {
    /** It echoes: {@code BOOT_MGMT_ECHO}. */
    ECHO,
    /** It tells its buffer: {@code BOOT_MGMT_MCUMGR_PARAMS}. */
    PARAMETERS,
    /** The state of images can be set, and is listed. */
    IMAGE_STATE,
    /** Image lists carry hashes. */
    HASH,
    /** It tells about its slots. */
    SLOT_INFO,
    /** {@code image} chooses a slot, n for slot n − 1 and 0 as 1: {@code MCUBOOT_SERIAL_DIRECT_IMAGE_UPLOAD}. */
    DIRECT_UPLOAD,
    /** It erases as data comes, instead of the whole slot at the first chunk. */
    PROGRESSIVE_ERASE,
    /** Unknown groups stay without any answer, as with the per-user extension. */
    SILENT_GROUPS,
    /** Group 63 erases the storage partition. */
    STORAGE_ERASE
}
