package io.github.camelsmp.protocol.image;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key whose signatures are trusted, as {@code imgtool getpub -e pem} writes it. Immutable. */
public final class TrustedKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    private final SignatureKind kind;
    private final PublicKey key;
    private final byte[] encoded;

    private TrustedKey(SignatureKind kind, PublicKey key, byte[] encoded) {
        this.kind = kind;
        this.key = key;
        this.encoded = encoded;
    }

    /**
     * Reads all the keys of a PEM file: RSA of 2048 or 3072 bits, P-256, P-384, Ed25519.
     *
     * @return at least one key
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    public static List<TrustedKey> parsePem(byte[] pem) {
        Matcher blocks = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        List<TrustedKey> keys = new ArrayList<>();
        while (blocks.find()) {
            keys.add(ofBlock(blocks.group(1), blocks.group(2)));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "no PEM public key is in there, it begins with" + " '-----BEGIN PUBLIC KEY-----'");
        }
        return List.copyOf(keys);
    }

    private static TrustedKey ofBlock(String label, String base64) {
        if (label.endsWith("PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "this is a private key; give its public half, which 'imgtool getpub -e pem' prints");
        }
        if (!label.equals("PUBLIC KEY")) {
            throw new IllegalArgumentException("a PEM block '" + label
                    + "' is no public key of a known form, 'PUBLIC KEY'" + " is; 'imgtool getpub -e pem' prints it");
        }
        try {
            return ofEncoded(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the PEM public key cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrustedKey ofEncoded(byte[] encoded) {
        for (String algorithm : ALGORITHMS) {
            try {
                PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
                return new TrustedKey(kindOf(key), key, encoded);
            } catch (GeneralSecurityException notOfThisAlgorithm) {
                continue;
            }
        }
        throw new IllegalArgumentException("it is of none of the algorithms " + ALGORITHMS);
    }

    private static SignatureKind kindOf(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return SignatureKind.ofRsa(rsa.getModulus().bitLength());
        }
        if (key instanceof ECPublicKey ec) {
            return SignatureKind.ofEc(ec.getParams().getCurve().getField().getFieldSize());
        }
        if (key instanceof EdECPublicKey) {
            return SignatureKind.ED25519;
        }
        throw new IllegalArgumentException("MCUboot has no signatures with " + key.getAlgorithm());
    }

    SignatureKind kind() {
        return kind;
    }

    PublicKey key() {
        return key;
    }

    /** Whether a KEYHASH or PUBKEY TLV names this key. */
    boolean isNamedBy(ImageTlv tlv) {
        byte[] form = kind.isRsa() ? pkcs1() : encoded;
        return Arrays.equals(
                tlv.value(),
                tlv.is(TlvType.PUBKEY)
                        ? form
                        : ImageHash.ofLength(tlv.value().length).digest(form));
    }

    /** MCUboot keeps RSA keys without the frame that names their algorithm: the tail of the encoded key. */
    private byte[] pkcs1() {
        int sequence = encoded.length - pkcs1Length((RSAPublicKey) key);
        return Arrays.copyOfRange(encoded, sequence, encoded.length);
    }

    private static int pkcs1Length(RSAPublicKey rsa) {
        int content = derLength(rsa.getModulus().toByteArray().length)
                + derLength(rsa.getPublicExponent().toByteArray().length);
        return derLength(content);
    }

    /** Bytes of a DER element with this much content. */
    private static int derLength(int content) {
        int head = content < 0x80 ? 2 : content < 0x100 ? 3 : 4;
        return head + content;
    }

    /** The kind of key and the beginning of its hash, e.g. {@code ECDSA P-256 key 3f1a...}. */
    @Override
    public String toString() {
        byte[] hash = ImageHash.SHA256.digest(kind.isRsa() ? pkcs1() : encoded);
        return kind.title() + " key " + HexFormat.of().formatHex(hash, 0, 8) + "...";
    }
}
