package io.github.camelsmp.protocol.image;

/** A bit of an image header (protocol.md 17.1). */
public enum ImageFlag {
    /** It runs from any address. */
    POSITION_INDEPENDENT(0x1),
    /** Its code is encrypted with a key of 128 bits. */
    ENCRYPTED_AES128(0x4),
    /** Its code is encrypted with a key of 256 bits. */
    ENCRYPTED_AES256(0x8),
    /** It is not to be started: data for another image. */
    NON_BOOTABLE(0x10),
    /** It is copied to the load address before it runs. */
    RAM_LOAD(0x20),
    /** It runs from the load address only. */
    ROM_FIXED(0x100),
    /** Its code is compressed with LZMA1. */
    COMPRESSED_LZMA1(0x200),
    /** Its code is compressed with LZMA2. */
    COMPRESSED_LZMA2(0x400),
    /** Its code went through the ARM Thumb filter before it was compressed. */
    COMPRESSED_ARM_THUMB(0x800);

    private final int mask;

    ImageFlag(int mask) {
        this.mask = mask;
    }

    /** The bit in the header. */
    public int mask() {
        return mask;
    }
}
