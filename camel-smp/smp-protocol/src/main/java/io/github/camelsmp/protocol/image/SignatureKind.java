package io.github.camelsmp.protocol.image;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/** The kinds of signature MCUboot knows, and how the JDK checks them. */
enum SignatureKind {
    RSA_2048("RSA-2048", TlvType.RSA2048_PSS, ImageHash.SHA256),
    RSA_3072("RSA-3072", TlvType.RSA3072_PSS, ImageHash.SHA256),
    ECDSA_P256("ECDSA P-256", TlvType.ECDSA_SIG, ImageHash.SHA256),
    ECDSA_P384("ECDSA P-384", TlvType.ECDSA_SIG, ImageHash.SHA384),
    ED25519("Ed25519", TlvType.ED25519, ImageHash.SHA512);

    private static final int PSS_SALT = 32;

    private final String title;
    private final TlvType type;
    private final ImageHash hash;

    SignatureKind(String title, TlvType type, ImageHash hash) {
        this.title = title;
        this.type = type;
        this.hash = hash;
    }

    static SignatureKind ofRsa(int bits) {
        return switch (bits) {
            case 2048 -> RSA_2048;
            case 3072 -> RSA_3072;
            default ->
                throw new IllegalArgumentException("it is an RSA key of " + bits + " bits, MCUboot takes 2048 or 3072");
        };
    }

    static SignatureKind ofEc(int bits) {
        return switch (bits) {
            case 256 -> ECDSA_P256;
            case 384 -> ECDSA_P384;
            default ->
                throw new IllegalArgumentException(
                        "it is a key on a curve of " + bits + " bits, MCUboot takes P-256 or P-384");
        };
    }

    String title() {
        return title;
    }

    boolean isRsa() {
        return this == RSA_2048 || this == RSA_3072;
    }

    /** Whether a TLV may hold a signature of this kind. */
    boolean isIn(ImageTlv tlv) {
        return tlv.is(type);
    }

    /** Whether it can be checked only with what an encrypted image does not show; for others its hash is enough. */
    boolean needsPlainImage(McubootImage image) {
        return isRsa() || image.tlv(TlvType.SIG_PURE).isPresent();
    }

    /** Whether {@code signature} is that of {@code key} over what the image says to have signed. */
    boolean verify(PublicKey key, McubootImage image, byte[] signature) throws GeneralSecurityException {
        return switch (this) {
            case RSA_2048, RSA_3072 -> verifyRsa(key, image, signature);
            case ECDSA_P256, ECDSA_P384 -> verifyEcdsa(key, image, signature);
            case ED25519 -> verifyEd25519(key, image, signature);
        };
    }

    private static boolean verifyRsa(PublicKey key, McubootImage image, byte[] signature)
            throws GeneralSecurityException {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSS_SALT, 1));
        pss.initVerify(key);
        pss.update(image.file(), 0, image.signedLength());
        return pss.verify(signature);
    }

    /** The hash of the image is what is signed, so the signature of an encrypted one can be checked as well. */
    private boolean verifyEcdsa(PublicKey key, McubootImage image, byte[] signature) throws GeneralSecurityException {
        if (ImageHash.of(image.hash()) != hash) {
            return false;
        }
        Signature ecdsa = Signature.getInstance("NONEwithECDSA");
        ecdsa.initVerify(key);
        ecdsa.update(image.imageHash());
        return ecdsa.verify(withoutPadding(signature));
    }

    /** {@code imgtool --pad-sig} fills signatures up with zeros to their greatest length. */
    private static byte[] withoutPadding(byte[] signature) {
        int length = signature.length < 2 ? 0 : (signature[1] & 0xff) + 2;
        return length < signature.length ? Arrays.copyOf(signature, length) : signature;
    }

    private static boolean verifyEd25519(PublicKey key, McubootImage image, byte[] signature)
            throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        if (image.tlv(TlvType.SIG_PURE).isPresent()) {
            ed25519.update(image.file(), 0, image.signedLength());
        } else {
            ed25519.update(image.imageHash());
        }
        return ed25519.verify(signature);
    }
}
