package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The kinds of hash an image can carry (protocol.md 17.3). */
enum ImageHash {
    SHA256(TlvType.SHA256, "SHA-256", 32),
    SHA384(TlvType.SHA384, "SHA-384", 48),
    SHA512(TlvType.SHA512, "SHA-512", 64);

    private final TlvType type;
    private final String algorithm;
    private final int length;

    ImageHash(TlvType type, String algorithm, int length) {
        this.type = type;
        this.algorithm = algorithm;
        this.length = length;
    }

    /** The one TLV that holds the hash of the image; a device refuses images that have none or several. */
    static ImageTlv only(List<ImageTlv> tlvs) {
        List<ImageTlv> hashes = tlvs.stream().filter(ImageHash::isHash).toList();
        if (hashes.isEmpty()) {
            throw new SmpImageException("no TLV holds the hash of the image: it is not signed");
        }
        if (hashes.size() > 1) {
            throw new SmpImageException("there are " + hashes.size() + " hashes of the image, the second is "
                    + hashes.get(1).describe());
        }
        ImageTlv hash = hashes.get(0);
        if (hash.value().length != of(hash).length) {
            throw new SmpImageException(
                    hash.describe() + " has " + hash.value().length + " bytes, it is due " + of(hash).length);
        }
        return hash;
    }

    private static boolean isHash(ImageTlv tlv) {
        return tlv.is(TlvType.SHA256) || tlv.is(TlvType.SHA384) || tlv.is(TlvType.SHA512);
    }

    static ImageHash of(ImageTlv tlv) {
        for (ImageHash hash : values()) {
            if (tlv.is(hash.type)) {
                return hash;
            }
        }
        throw new IllegalArgumentException(tlv.describe() + " is no hash");
    }

    /** The kind of hash that has this many bytes. */
    static ImageHash ofLength(int length) {
        for (ImageHash hash : values()) {
            if (hash.length == length) {
                return hash;
            }
        }
        throw new SmpImageException("a hash of " + length + " bytes is of no known kind");
    }

    byte[] digest(byte[] source, int offset, int count) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(source, offset, count);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    byte[] digest(byte[] source) {
        return digest(source, 0, source.length);
    }
}
