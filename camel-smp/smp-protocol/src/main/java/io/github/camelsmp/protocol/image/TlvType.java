package io.github.camelsmp.protocol.image;

import java.util.Optional;

/** What the value of a TLV is (protocol.md 17.2). */
public enum TlvType {
    /** Hash of the public key behind the next signature. */
    KEYHASH(0x01),
    /** The public key behind the next signature. */
    PUBKEY(0x02),
    /** SHA-256 of the image. */
    SHA256(0x10),
    /** SHA-384 of the image. */
    SHA384(0x11),
    /** SHA-512 of the image. */
    SHA512(0x12),
    /** Signature with an RSA key of 2048 bits. */
    RSA2048_PSS(0x20),
    /** Signature on the curve P-224, no longer used. */
    ECDSA224(0x21),
    /** Signature on the curve P-256 or P-384. */
    ECDSA_SIG(0x22),
    /** Signature with an RSA key of 3072 bits. */
    RSA3072_PSS(0x23),
    /** Ed25519 signature. */
    ED25519(0x24),
    /** Says that the image itself is signed instead of its hash. */
    SIG_PURE(0x25),
    /** Key of the encrypted code, wrapped with RSA. */
    ENC_RSA2048(0x30),
    /** Key of the encrypted code, wrapped with AES. */
    ENC_KW(0x31),
    /** Key of the encrypted code, wrapped with ECIES on P-256. */
    ENC_EC256(0x32),
    /** Key of the encrypted code, wrapped with ECIES on X25519. */
    ENC_X25519(0x33),
    /** As {@link #ENC_X25519}, with SHA-512. */
    ENC_X25519_SHA512(0x34),
    /** Another image that has to be there. */
    DEPENDENCY(0x40),
    /** Security counter. */
    SEC_CNT(0x50),
    /** Record for measured boot. */
    BOOT_RECORD(0x60),
    /** Bytes of the code once it is decompressed. */
    DECOMP_SIZE(0x70),
    /** Hash of the image once it is decompressed. */
    DECOMP_SHA(0x71),
    /** Signature of the image once it is decompressed. */
    DECOMP_SIGNATURE(0x72),
    /** Bytes of the code before it was compressed. */
    COMP_DEC_SIZE(0x73),
    /** Id of the vendor. */
    UUID_VID(0x74),
    /** Id of the class of device. */
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
