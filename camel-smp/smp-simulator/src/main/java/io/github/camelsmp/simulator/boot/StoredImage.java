package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.flash.FlashArea;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * An image as it lies in a slot, read the way the device's own software reads it (protocol.md 17).
 *
 * @param version from the header
 * @param flags from the header
 * @param loadAddress from the header
 * @param resetVector second word behind the header, where a Cortex-M starts to run
 * @param hash the image hash TLV; empty when {@code problem} is set
 * @param hashType number of that TLV
 * @param hashedLength bytes from the start that the hash covers
 * @param length bytes from the start to the end of the TLVs
 * @param problem what keeps a server from listing the image, or {@link Problem#NONE}
 */
public record StoredImage(
        FirmwareVersion version,
        long flags,
        long loadAddress,
        long resetVector,
        byte[] hash,
        int hashType,
        int hashedLength,
        int length,
        Problem problem) {

    /** Not to be booted. */
    public static final long NON_BOOTABLE = 0x10;
    /** Runs only from its load address. */
    public static final long ROM_FIXED = 0x100;

    private static final int HEADER_SIZE = 32;
    private static final int MAGIC = 0x96f3b83d;
    private static final int PROTECTED_MAGIC = 0x6908;
    private static final int TLV_MAGIC = 0x6907;
    private static final byte[] NO_HASH = {};
    private static final FirmwareVersion NO_VERSION = new FirmwareVersion(0, 0, 0, 0);

    /** What a server finds wrong when it reads a slot, with its number in protocol.md 4.2. */
    public enum Problem {
        /** It is sound. */
        NONE(0),
        /** The slot is erased. */
        NO_IMAGE(3),
        /** Behind the code no TLVs begin. */
        NO_TLVS(4),
        /** A TLV leads out of its area. */
        INVALID_TLV(5),
        /** There is more than one hash. */
        MULTIPLE_HASHES(6),
        /** The hash is not as long as its kind has to be. */
        INVALID_TLV_SIZE(7),
        /** There is no hash. */
        NO_HASH(8),
        /** What is in the slot does not begin as an image does. */
        WRONG_MAGIC(23);

        private final int code;

        Problem(int code) {
            this.code = code;
        }

        /** The error number of the image group. */
        public int code() {
            return code;
        }
    }

    /** Reads the image at the start of an area; whatever is wrong with it is in {@link #problem}. */
    public static StoredImage in(FlashArea area) {
        ByteBuffer header = littleEndian(area.read(0, HEADER_SIZE));
        if (area.isErased(0, HEADER_SIZE)) {
            return nothing(Problem.NO_IMAGE);
        }
        if (header.getInt(0) != MAGIC) {
            return nothing(Problem.WRONG_MAGIC);
        }
        return new TlvReader(area, header).image();
    }

    /** Whether a server lists it. */
    public boolean isListed() {
        return problem == Problem.NONE;
    }

    /** Whether the bootloader would start it: it is whole, and what it covers hashes to the hash it carries. */
    public boolean isSoundIn(FlashArea area) {
        if (!isListed() || (flags & NON_BOOTABLE) != 0) {
            return false;
        }
        MessageDigest digest = digest(hashType);
        area.digest(0, hashedLength, digest);
        return Arrays.equals(hash, digest.digest());
    }

    private static StoredImage nothing(Problem problem) {
        return new StoredImage(NO_VERSION, 0, 0, 0, NO_HASH, 0, 0, 0, problem);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static MessageDigest digest(int hashType) {
        String algorithm =
                switch (hashType) {
                    case 0x11 -> "SHA-384";
                    case 0x12 -> "SHA-512";
                    default -> "SHA-256";
                };
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** Walks the TLV areas behind an image. */
    private static final class TlvReader {

        private final FlashArea area;
        private final ByteBuffer header;
        private final long bodyEnd;
        private byte[] hash = NO_HASH;
        private int hashType;
        private Problem problem = Problem.NONE;

        TlvReader(FlashArea area, ByteBuffer header) {
            this.area = area;
            this.header = header;
            this.bodyEnd = unsigned16(header, 8) + unsigned32(header, 12);
        }

        StoredImage image() {
            int protectedSize = unsigned16(header, 10);
            long start = bodyEnd;
            if (protectedSize > 0) {
                start = walk(start, PROTECTED_MAGIC);
            }
            long end = problem == Problem.NONE ? walk(start, TLV_MAGIC) : 0;
            if (problem == Problem.NONE && hash.length == 0) {
                problem = Problem.NO_HASH;
            }
            boolean whole = problem == Problem.NONE;
            return new StoredImage(
                    new FirmwareVersion(
                            header.get(20) & 0xff,
                            header.get(21) & 0xff,
                            unsigned16(header, 22),
                            unsigned32(header, 24)),
                    unsigned32(header, 16),
                    unsigned32(header, 4),
                    whole ? resetVector() : 0,
                    whole ? hash : NO_HASH,
                    hashType,
                    whole ? (int) bodyEnd + protectedSize : 0,
                    whole ? (int) end : 0,
                    problem);
        }

        private long resetVector() {
            int at = unsigned16(header, 8) + 4;
            return at + 4 <= area.size() ? unsigned32(littleEndian(area.read(at, 4)), 0) : 0;
        }

        private long walk(long start, int magic) {
            if (start + 4 > area.size()) {
                problem = Problem.NO_TLVS;
                return 0;
            }
            ByteBuffer info = littleEndian(area.read((int) start, 4));
            long end = start + unsigned16(info, 2);
            if (unsigned16(info, 0) != magic || end > area.size()) {
                problem = Problem.NO_TLVS;
                return 0;
            }
            for (long at = start + 4; at + 4 <= end && problem == Problem.NONE; ) {
                ByteBuffer entry = littleEndian(area.read((int) at, 4));
                int length = unsigned16(entry, 2);
                if (at + 4 + length > end) {
                    problem = Problem.INVALID_TLV;
                } else {
                    take(unsigned16(entry, 0), (int) at + 4, length);
                }
                at += 4 + length;
            }
            return end;
        }

        private void take(int type, int offset, int length) {
            int wanted =
                    switch (type) {
                        case 0x10 -> 32;
                        case 0x11 -> 48;
                        case 0x12 -> 64;
                        default -> 0;
                    };
            if (wanted == 0) {
                return;
            }
            if (hash.length != 0) {
                problem = Problem.MULTIPLE_HASHES;
            } else if (length != wanted) {
                problem = Problem.INVALID_TLV_SIZE;
            } else {
                hash = area.read(offset, length);
                hashType = type;
            }
        }

        private static int unsigned16(ByteBuffer bytes, int at) {
            return bytes.getShort(at) & 0xffff;
        }

        private static long unsigned32(ByteBuffer bytes, int at) {
            return bytes.getInt(at) & 0xffff_ffffL;
        }
    }
}
