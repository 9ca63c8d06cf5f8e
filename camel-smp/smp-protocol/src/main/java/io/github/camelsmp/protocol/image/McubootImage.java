package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A firmware file in MCUboot's format, sound in every length it states and in its hash (protocol.md 17). The arrays it
 * hands out are its own.
 */
public final class McubootImage {

    private final byte[] file;
    private final ImageHeader header;
    private final List<ImageTlv> tlvs;
    private final int end;
    private final ImageTlv hash;
    private final boolean hashFits;
    private final List<ImageDependency> dependencies;

    private McubootImage(byte[] file) {
        this.file = file;
        this.header = ImageHeader.read(file);
        TlvAreas areas = TlvAreas.read(file, header);
        this.tlvs = areas.tlvs();
        this.end = areas.end();
        this.hash = ImageHash.only(tlvs);
        this.hashFits = Arrays.equals(ImageHash.of(hash).digest(file, 0, signedLength()), hash.value());
        this.dependencies =
                tlvs(TlvType.DEPENDENCY).stream().map(ImageDependency::read).toList();
    }

    /**
     * Reads a file and checks it as a device and its bootloader will: magic, all lengths, exactly one hash, and that
     * this hash is right. The hash of an encrypted image is that of its plain form and cannot be checked. Signatures are
     * left to {@link ImageSignature}.
     *
     * @param file the whole file; not copied
     * @throws SmpImageException naming the field and its offset
     */
    public static McubootImage parse(byte[] file) {
        McubootImage image = new McubootImage(file);
        if (!image.hashFits && !image.isEncrypted()) {
            throw new SmpImageException("the image has been changed since it was signed: its hash is "
                    + hex(ImageHash.of(image.hash).digest(file, 0, image.signedLength())) + ", " + image.hash.describe()
                    + " says " + hex(image.hash.value()));
        }
        return image;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The header. */
    public ImageHeader header() {
        return header;
    }

    /** The version in the header. */
    public ImageVersion version() {
        return header.version();
    }

    /** All TLVs in the order of the file, those of the protected area first. */
    public List<ImageTlv> tlvs() {
        return tlvs;
    }

    /** The TLVs of a type. */
    public List<ImageTlv> tlvs(TlvType type) {
        return tlvs.stream().filter(tlv -> tlv.is(type)).toList();
    }

    /** The first TLV of a type. */
    public Optional<ImageTlv> tlv(TlvType type) {
        return tlvs.stream().filter(tlv -> tlv.is(type)).findFirst();
    }

    /** The hash TLV, by which a device knows the image: 32, 48 or 64 bytes. */
    public byte[] imageHash() {
        return hash.value();
    }

    /** The hash by which a device lists the image once it runs: of a compressed one, that of what it expands to. */
    public byte[] installedHash() {
        return tlv(TlvType.DECOMP_SHA).map(ImageTlv::value).orElse(hash.value());
    }

    /** SHA-256 over every byte of the file, the {@code sha} of an upload. */
    public byte[] fileSha256() {
        return ImageHash.SHA256.digest(file);
    }

    /** The whole file. */
    public byte[] file() {
        return file;
    }

    /** The file up to the end of its TLVs, without padding and trailer. */
    public byte[] fileWithoutTrailing() {
        return end == file.length ? file : Arrays.copyOf(file, end);
    }

    /** Bytes behind the TLVs: padding, a trailer, or whatever else was in the file. */
    public int trailing() {
        return file.length - end;
    }

    /** The trailer of a file that was padded to the size of its slot. */
    public Optional<ImageTrailer> trailer() {
        return ImageTrailer.read(file, end);
    }

    /** Whether the code is encrypted. */
    public boolean isEncrypted() {
        return header.has(ImageFlag.ENCRYPTED_AES128) || header.has(ImageFlag.ENCRYPTED_AES256);
    }

    /** Whether the code is compressed. */
    public boolean isCompressed() {
        return header.has(ImageFlag.COMPRESSED_LZMA1) || header.has(ImageFlag.COMPRESSED_LZMA2);
    }

    /** Whether it carries a signature of any kind; {@link ImageSignature} says whether it is right. */
    public boolean isSigned() {
        return !ImageSignature.in(this).isEmpty();
    }

    /** The security counter, which devices with rollback protection never let go down; 32 bits. */
    public OptionalLong securityCounter() {
        Optional<ImageTlv> counter = tlv(TlvType.SEC_CNT).filter(tlv -> tlv.value().length == Integer.BYTES);
        return counter.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Integer.toUnsignedLong(ByteBuffer.wrap(counter.get().value())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt()));
    }

    /** Other images that have to be there. */
    public List<ImageDependency> dependencies() {
        return dependencies;
    }

    ImageTlv hash() {
        return hash;
    }

    /** Whether the hash was recomputed and is right; only an encrypted image may fail that. */
    boolean hashFits() {
        return hashFits;
    }

    /** Header, code and protected TLVs: what hash and signature cover. */
    int signedLength() {
        return (int) header.tlvOffset() + header.protectedSize();
    }

    @Override
    public String toString() {
        return "MCUboot image " + version() + ", " + file.length + " bytes, hash " + hex(hash.value());
    }
}
