package io.github.camelsmp.protocol.image;

/** A bit of an image header (protocol.md 17.1). */
public enum ImageFlag {
    POSITION_INDEPENDENT(0x1),
    ENCRYPTED_AES128(0x4),
    ENCRYPTED_AES256(0x8),
    NON_BOOTABLE(0x10),
    RAM_LOAD(0x20),
    ROM_FIXED(0x100),
    COMPRESSED_LZMA1(0x200),
    COMPRESSED_LZMA2(0x400),
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
