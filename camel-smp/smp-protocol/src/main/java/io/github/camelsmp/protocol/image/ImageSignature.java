package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A signature in an image, and whether one of ours made it (protocol.md 17.2). */
public final class ImageSignature {

    private final McubootImage image;

    /** The TLV that holds it. */
    private final ImageTlv signature;

    private ImageSignature(McubootImage image, ImageTlv signature) {
        this.image = image;
        this.signature = signature;
    }

    /** All signatures of an image. */
    static List<ImageSignature> in(McubootImage image) {
        return image.tlvs().stream()
                .filter(ImageSignature::isSignature)
                .map(tlv -> new ImageSignature(image, tlv))
                .toList();
    }

    private static boolean isSignature(ImageTlv tlv) {
        return Stream.of(SignatureKind.values()).anyMatch(kind -> kind.isIn(tlv));
    }

    /** The TLV that names the key: the last such one in front of the signature. */
    private Optional<ImageTlv> signer() {
        return image.tlvs().stream()
                .takeWhile(tlv -> tlv != signature)
                .filter(tlv -> tlv.is(TlvType.KEYHASH) || tlv.is(TlvType.PUBKEY))
                .reduce((earlier, later) -> later);
    }

    /**
     * Makes sure that one of these keys signed the image. Of an encrypted image only the hash of its plain form is
     * signed: the device will see whether the rest agrees, we cannot.
     *
     * @param trusted at least one key
     * @return the key that signed it
     * @throws SmpImageException saying why none of them did
     */
    public static TrustedKey verify(McubootImage image, List<TrustedKey> trusted) {
        List<ImageSignature> signatures = in(image);
        if (signatures.isEmpty()) {
            throw new SmpImageException("the image carries no signature, trusted is " + names(trusted));
        }
        List<String> reasons = new ArrayList<>();
        for (ImageSignature signature : signatures) {
            for (TrustedKey key : trusted) {
                Optional<String> reason = signature.reasonAgainst(key);
                if (reason.isEmpty()) {
                    return key;
                }
                reasons.add(reason.get());
            }
        }
        throw new SmpImageException("no trusted key signed the image: " + String.join("; ", reasons));
    }

    private static String names(List<TrustedKey> keys) {
        return keys.stream().map(TrustedKey::toString).collect(Collectors.joining(", "));
    }

    /** Why this is not the signature of a key; empty if it is. */
    private Optional<String> reasonAgainst(TrustedKey key) {
        if (!key.kind().isIn(signature)) {
            return Optional.of(signature.describe() + " is not of the " + key);
        }
        Optional<ImageTlv> other = signer().filter(tlv -> !key.isNamedBy(tlv));
        if (other.isPresent()) {
            return Optional.of(signature.describe() + " was not made with the " + key + ", by "
                    + other.get().describe() + " but with "
                    + HexFormat.of().formatHex(other.get().value()));
        }
        if (!image.hashFits() && key.kind().needsPlainImage(image)) {
            return Optional.of(
                    signature.describe() + " covers the plain image, which is encrypted: it cannot be checked");
        }
        return fits(key)
                ? Optional.empty()
                : Optional.of(signature.describe() + " is not the signature of the " + key + " over this image");
    }

    private boolean fits(TrustedKey key) {
        try {
            return key.kind().verify(key.key(), image, signature.value());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
