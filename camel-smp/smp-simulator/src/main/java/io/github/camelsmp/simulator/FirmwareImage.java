package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.FirmwareVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A valid MCUboot image made for a test: a header, a body of some pattern, and a hash over both (protocol.md 17). */
public final class FirmwareImage {

    private static final int MAGIC = 0x96f3b83d;
    private static final int TLV_MAGIC = 0x6907;
    private static final int PROTECTED_TLV_MAGIC = 0x6908;
    private static final int TLV_INFO = 4;
    private static final int TLV_HEAD = 4;
    private static final byte[] TRAILER_MAGIC = HexFormat.of().parseHex("77c295f360d2ef7f3552500f2cb67980");
    private static final int TRAILER_UNIT = 8;

    private final FirmwareVersion version;
    private final byte[] bytes;
    private final byte[] hash;

    private FirmwareImage(FirmwareVersion version, byte[] bytes, byte[] hash) {
        this.version = version;
        this.bytes = bytes;
        this.hash = hash;
    }

    /**
     * An image of exactly this many bytes.
     *
     * @param version e.g. {@code 1.2.3} or {@code 1.2.3+4}
     * @param size at least 72: a header of 32 bytes and the hash behind it
     */
    public static FirmwareImage ofSize(String version, int size) {
        return builder(version).size(size).build();
    }

    /** Starts an image of this version. */
    public static Builder builder(String version) {
        return new Builder(FirmwareVersion.parse(version));
    }

    /** The version in the form of SMP answers, e.g. {@code 1.2.3.4}. */
    public String version() {
        return version.toString();
    }

    /** Length of the file. */
    public int size() {
        return bytes.length;
    }

    /** The file. A copy; changing it changes nothing here. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file itself, shared by all devices it is programmed into. */
    byte[] sharedBytes() {
        return bytes;
    }

    /** The image hash: what image lists show, and what test and confirm want. */
    public byte[] hash() {
        return hash.clone();
    }

    /** The hash over the whole file: what {@code sha} in an upload wants. */
    public byte[] fileSha256() {
        return digest(HashKind.SHA256, bytes, bytes.length);
    }

    /** The same file with one bit of its body wrong: it can be uploaded and listed, and no bootloader starts it. */
    public FirmwareImage damaged() {
        byte[] copy = bytes.clone();
        int header = copy[8] & 0xff | (copy[9] & 0xff) << 8;
        copy[header] ^= 1;
        return new FirmwareImage(version, copy, hash);
    }

    /**
     * The same image padded to the size of a slot, with the trailer in it that makes it pending once it is uploaded.
     *
     * @param confirmed whether it is to stay, as {@code imgtool --confirm} says
     */
    public FirmwareImage padded(int slotSize, boolean confirmed) {
        int trailer = TRAILER_MAGIC.length + 3 * TRAILER_UNIT;
        if (bytes.length > slotSize - trailer) {
            throw new IllegalArgumentException(bytes.length + " bytes and a trailer do not fit a slot of " + slotSize);
        }
        byte[] file = Arrays.copyOf(bytes, slotSize);
        Arrays.fill(file, bytes.length, slotSize, (byte) 0xff);
        System.arraycopy(TRAILER_MAGIC, 0, file, slotSize - TRAILER_MAGIC.length, TRAILER_MAGIC.length);
        if (confirmed) {
            file[slotSize - TRAILER_MAGIC.length - TRAILER_UNIT] = 1;
        }
        return new FirmwareImage(version, file, hash);
    }

    private static byte[] digest(HashKind kind, byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance(kind.algorithm);
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + kind.algorithm, e);
        }
    }

    /** The hash an image carries. */
    public enum HashKind {
        /** What bootloaders want unless they were built otherwise. */
        SHA256("SHA-256", 0x10, 32),
        /** What goes with signatures over P-384. */
        SHA384("SHA-384", 0x11, 48),
        /** What goes with Ed25519 signatures. */
        SHA512("SHA-512", 0x12, 64);

        private final String algorithm;
        private final int tlv;
        private final int length;

        HashKind(String algorithm, int tlv, int length) {
            this.algorithm = algorithm;
            this.tlv = tlv;
            this.length = length;
        }
    }

    /** Collects what an image is made of. */
    public static final class Builder {

        private final FirmwareVersion version;
        private final ByteArrayOutputStream protectedTlvs = new ByteArrayOutputStream();
        private final ByteArrayOutputStream tlvs = new ByteArrayOutputStream();
        private int size = 4096;
        private int headerSize = 32;
        private long flags;
        private long loadAddress;
        private long resetVector;
        private HashKind hashKind = HashKind.SHA256;

        private Builder(FirmwareVersion version) {
            this.version = version;
        }

        /** Length of the whole file in bytes; 4096 unless told. */
        public Builder size(int bytes) {
            size = bytes;
            return this;
        }

        /** Length of the header with its padding, at least 32. */
        public Builder headerSize(int bytes) {
            if (bytes < 32 || bytes > 0xffff) {
                throw new IllegalArgumentException("a header of " + bytes + " bytes: 32 to 65535 are possible");
            }
            headerSize = bytes;
            return this;
        }

        /** The hash it carries; SHA-256 unless told. */
        public Builder hash(HashKind kind) {
            hashKind = kind;
            return this;
        }

        /** Flags of the header (protocol.md 17.1). */
        public Builder flags(long bits) {
            flags = bits;
            return this;
        }

        /** The address the image must run from; goes with the flag for it. */
        public Builder romFixed(long address) {
            flags |= 0x100;
            loadAddress = address;
            return this;
        }

        /** Links the image for the slot at this address: elsewhere it crashes. */
        public Builder linkedFor(long address) {
            resetVector = address + 0x401;
            return this;
        }

        /** A security counter in the protected area. */
        public Builder securityCounter(int value) {
            return protectedTlv(0x50, littleEndian(4).putInt(value).array());
        }

        /** An entry of the protected area, which the hash covers. */
        public Builder protectedTlv(int type, byte[] value) {
            append(protectedTlvs, type, value);
            return this;
        }

        /** An entry behind the hash. */
        public Builder tlv(int type, byte[] value) {
            append(tlvs, type, value);
            return this;
        }

        private static void append(ByteArrayOutputStream area, int type, byte[] value) {
            area.writeBytes(littleEndian(4)
                    .putShort((short) type)
                    .putShort((short) value.length)
                    .array());
            area.writeBytes(value);
        }

        private static ByteBuffer littleEndian(int bytes) {
            return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        /**
         * Makes the image.
         *
         * @throws IllegalArgumentException if the size has no room for header, TLVs and hash
         */
        public FirmwareImage build() {
            int protectedSize = protectedTlvs.size() == 0 ? 0 : TLV_INFO + protectedTlvs.size();
            int tlvSize = TLV_INFO + TLV_HEAD + hashKind.length + tlvs.size();
            int body = size - headerSize - protectedSize - tlvSize;
            if (body < 0) {
                throw new IllegalArgumentException("an image with this header and these TLVs has at least "
                        + (size - body) + " bytes, " + size + " were asked for");
            }
            ByteBuffer file = littleEndian(size);
            putHeader(file, protectedSize, body);
            putBody(file, body);
            if (protectedSize > 0) {
                file.putShort((short) PROTECTED_TLV_MAGIC).putShort((short) protectedSize);
                file.put(protectedTlvs.toByteArray());
            }
            byte[] hash = digest(hashKind, file.array(), file.position());
            file.putShort((short) TLV_MAGIC).putShort((short) tlvSize);
            file.putShort((short) hashKind.tlv)
                    .putShort((short) hashKind.length)
                    .put(hash);
            file.put(tlvs.toByteArray());
            return new FirmwareImage(version, file.array(), hash);
        }

        private void putHeader(ByteBuffer file, int protectedSize, int body) {
            file.putInt(MAGIC).putInt((int) loadAddress).putShort((short) headerSize);
            file.putShort((short) protectedSize).putInt(body).putInt((int) flags);
            file.put((byte) version.major()).put((byte) version.minor());
            file.putShort((short) version.revision()).putInt((int) version.build());
            file.putInt(0);
            file.position(headerSize);
        }

        private void putBody(ByteBuffer file, int body) {
            int start = file.position();
            for (int i = 0; i < body; i++) {
                file.put((byte) (7 * i + 3));
            }
            if (resetVector != 0 && body >= 8) {
                file.putInt(start + 4, (int) resetVector);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirmwareImage image && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "firmware " + version + ", " + bytes.length + " bytes";
    }
}
