package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.image.McubootImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** MCUboot images for tests that run from any address: a header of 32 bytes, a body, and a SHA-256 TLV (protocol.md 17). */
final class SampleImage {

    private static final int HEADER = 32;
    private static final int TLVS = 40;
    private static final int POSITION_INDEPENDENT = 1;

    private SampleImage() {}

    /** An image of this version whose file has exactly {@code length} bytes. */
    static byte[] file(int major, int minor, int revision, int length) {
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int body = length - HEADER - TLVS;
        file.putInt(0x96f3b83d).putInt(0).putShort((short) HEADER).putShort((short) 0);
        file.putInt(body).putInt(POSITION_INDEPENDENT);
        file.put((byte) major)
                .put((byte) minor)
                .putShort((short) revision)
                .putInt(0)
                .putInt(0);
        for (int i = 0; i < body; i++) {
            file.put((byte) (7 * i + 3));
        }
        byte[] hash = sha256(Arrays.copyOf(file.array(), HEADER + body));
        file.putShort((short) 0x6907).putShort((short) TLVS);
        file.putShort((short) 0x10).putShort((short) 32).put(hash);
        return file.array();
    }

    /** The same image without the mark that it runs from any address. */
    static byte[] builtForOnePlace(byte[] file) {
        byte[] linked = file.clone();
        ByteBuffer.wrap(linked).order(ByteOrder.LITTLE_ENDIAN).putInt(16, 0);
        int tlvs = linked.length - TLVS;
        System.arraycopy(sha256(Arrays.copyOf(linked, tlvs)), 0, linked, tlvs + 8, 32);
        return linked;
    }

    /** The same file padded to a slot, with the trailer that makes it boot by itself (protocol.md 17.4). */
    static byte[] padded(byte[] file, int slotSize, boolean confirmed) {
        byte[] magic = HexFormat.of().parseHex("77c295f360d2ef7f3552500f2cb67980");
        byte[] padded = Arrays.copyOf(file, slotSize);
        Arrays.fill(padded, file.length, slotSize, (byte) 0xff);
        System.arraycopy(magic, 0, padded, slotSize - magic.length, magic.length);
        padded[slotSize - magic.length - 8] = (byte) (confirmed ? 1 : 0xff);
        return padded;
    }

    /** The same image with a protected TLV, which its hash covers. */
    static byte[] withProtected(byte[] file, int type, byte[] value) {
        int body = file.length - HEADER - TLVS;
        int area = 8 + value.length;
        ByteBuffer longer = ByteBuffer.allocate(file.length + area).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(file, 0, HEADER + body).putShort(10, (short) area);
        longer.putShort((short) 0x6908).putShort((short) area);
        longer.putShort((short) type).putShort((short) value.length).put(value);
        byte[] hash = sha256(Arrays.copyOf(longer.array(), longer.position()));
        longer.putShort((short) 0x6907).putShort((short) TLVS);
        longer.putShort((short) 0x10).putShort((short) 32).put(hash);
        return longer.array();
    }

    static FirmwareImage firmware(int image, byte[] file) {
        return FirmwareImage.of(image, McubootImage.parse(file));
    }

    /** The image hash of a whole file, or none if its TLV is not there. */
    static byte[] hash(byte[] file) {
        ByteBuffer view = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || view.getInt(0) != 0x96f3b83d) {
            return new byte[0];
        }
        int tlvs = HEADER + view.getInt(12) + Short.toUnsignedInt(view.getShort(10));
        if (tlvs < 0 || tlvs + TLVS > file.length || view.getShort(tlvs) != 0x6907) {
            return new byte[0];
        }
        return Arrays.copyOfRange(file, tlvs + 8, tlvs + TLVS);
    }

    static String version(byte[] file) {
        ByteBuffer view = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return view.get(20) + "." + view.get(21) + "." + view.getShort(22);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
