package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.image.IntelHex.Located;
import io.github.camelsmp.protocol.image.IntelHex.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds the MCUboot images in the memory that an Intel HEX file describes (protocol.md 19.2). */
final class HexImages {

    /** What erased flash reads as. */
    private static final byte ERASED = (byte) 0xff;

    /** More slots than any device has (protocol.md 6.1). */
    private static final int MOST_IMAGES = 16;

    /** So many bytes of an image may be missing in the file, lest a false length fills all memory with ff. */
    private static final int LARGEST_GAPS = 1 << 20;

    private final NavigableMap<Long, Segment> segments = new TreeMap<>();
    private final long largestImage;

    HexImages(List<Segment> segments) {
        long bytes = LARGEST_GAPS;
        for (Segment segment : segments) {
            this.segments.put(segment.address(), segment);
            bytes += segment.data().length;
        }
        this.largestImage = bytes;
    }

    List<Located> find() {
        List<Long> addresses = addresses();
        List<Located> images = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            long limit = i + 1 < addresses.size() ? addresses.get(i + 1) : Long.MAX_VALUE;
            images.add(new Located(addresses.get(i), cut(addresses.get(i), limit)));
        }
        return images;
    }

    /** Where images begin; one inside of another is the other's business. */
    private List<Long> addresses() {
        List<Long> addresses = new ArrayList<>();
        long searched = 0;
        for (Segment segment : segments.values()) {
            int last = segment.data().length - ImageHeader.SIZE;
            for (int at = 0; at <= last; at += stepFrom(segment.address() + at)) {
                long address = segment.address() + at;
                if (address >= searched && beginsImage(segment, at)) {
                    addresses.add(address);
                    searched = tlvEnd(address);
                }
            }
        }
        if (addresses.size() > MOST_IMAGES) {
            throw new SmpImageException("the Intel HEX file seems to hold " + addresses.size()
                    + " MCUboot images, no device has more than " + MOST_IMAGES);
        }
        return addresses;
    }

    /** Images begin at the start of a segment or at a word. */
    private static int stepFrom(long address) {
        return Integer.BYTES - (int) (address % Integer.BYTES);
    }

    /**
     * At the start of a segment the magic is enough, so that the faults of an image are told. Inside of one, code may
     * hold the magic as a constant, a bootloader's is bound to: there the TLVs have to be where the header says.
     */
    private boolean beginsImage(Segment segment, int at) {
        return word(segment.data(), at) == ImageHeader.MAGIC && (at == 0 || tlvEnd(segment.address() + at) > 0);
    }

    /** Where the TLVs of an image end; 0 if they are not where its header says. */
    private long tlvEnd(long address) {
        byte[] header = read(address, ImageHeader.SIZE);
        int headerSize = word(header, 8) & 0xffff;
        int protectedSize = word(header, 8) >>> 16;
        long length = headerSize + Integer.toUnsignedLong(word(header, 12)) + protectedSize;
        if (length > largestImage) {
            return 0;
        }
        int info = word(read(address + length, TlvAreas.INFO_SIZE), 0);
        return (info & 0xffff) == TlvAreas.UNPROTECTED_MAGIC ? address + length + (info >>> 16) : 0;
    }

    /** The image and what follows without a gap, up to where the next image begins. */
    private byte[] cut(long address, long limit) {
        long end = Math.max(tlvEnd(address), address + ImageHeader.SIZE);
        Segment last = segments.floorEntry(end - 1).getValue();
        return read(address, (int) (Math.min(Math.max(end, last.end()), limit) - address));
    }

    private byte[] read(long address, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, ERASED);
        Long first = segments.floorKey(address);
        for (Segment segment : segments.subMap(first == null ? address : first, address + length)
                .values()) {
            long from = Math.max(address, segment.address());
            long to = Math.min(address + length, segment.end());
            if (from < to) {
                System.arraycopy(segment.data(), (int) (from - segment.address()), bytes, (int) (from - address), (int)
                        (to - from));
            }
        }
        return bytes;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
