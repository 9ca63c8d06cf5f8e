package io.github.camelsmp.protocol.image;

import java.util.Optional;

/** What the value of a TLV is (protocol.md 17.2). */
public enum TlvType {
    KEYHASH(0x01),
    PUBKEY(0x02),
    SHA256(0x10),
    SHA384(0x11),
    SHA512(0x12),
    RSA2048_PSS(0x20),
    ECDSA224(0x21),
    ECDSA_SIG(0x22),
    RSA3072_PSS(0x23),
    ED25519(0x24),
    SIG_PURE(0x25),
    ENC_RSA2048(0x30),
    ENC_KW(0x31),
    ENC_EC256(0x32),
    ENC_X25519(0x33),
    ENC_X25519_SHA512(0x34),
    DEPENDENCY(0x40),
    SEC_CNT(0x50),
    BOOT_RECORD(0x60),
    DECOMP_SIZE(0x70),
    DECOMP_SHA(0x71),
    DECOMP_SIGNATURE(0x72),
    COMP_DEC_SIZE(0x73),
    UUID_VID(0x74),
    UUID_CID(0x75);

    private final int code;

    TlvType(int code) {
        this.code = code;
    }

    /** The number in the file. */
    public int code() {
        return code;
    }

    /** The type with this number; empty for those of vendors and those still to come. */
    public static Optional<TlvType> of(int code) {
        for (TlvType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
