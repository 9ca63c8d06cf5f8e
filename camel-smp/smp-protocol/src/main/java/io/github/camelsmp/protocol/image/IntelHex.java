package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.util.List;
import java.util.stream.Collectors;

/** An Intel HEX file: bytes with addresses, of one image or of a whole flash merged from many (protocol.md 19.2). */
public final class IntelHex {

    private final List<Segment> segments;

    private IntelHex(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    /**
     * Bytes without a gap.
     *
     * @param address of the first one, 32 bits
     * @param data at least one
     */
    public record Segment(long address, byte[] data) {

        long end() {
            return address + data.length;
        }
    }

    /**
     * A place where an MCUboot image begins.
     *
     * @param address of its first byte
     * @param file the image as a device wants it: gaps filled with {@code ff}, with what follows its TLVs without a gap
     */
    public record Located(long address, byte[] file) {}

    /**
     * Reads a file, upper or lower case, with line ends of any system.
     *
     * @throws SmpImageException naming the line
     */
    public static IntelHex parse(byte[] text) {
        return new IntelHex(new HexLines(text).memory().segments());
    }

    /** All there is, in ascending order. */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * The MCUboot images in there, in ascending order. In a merged file those are the slots; a bootloader is no image.
     *
     * @throws SmpImageException if there are more than any device has slots for
     */
    public List<Located> images() {
        return new HexImages(segments).find();
    }

    /**
     * The only MCUboot image in there.
     *
     * @throws SmpImageException if there is none, or several, naming their addresses
     */
    public byte[] onlyImage() {
        List<Located> images = images();
        if (images.isEmpty()) {
            throw new SmpImageException("the Intel HEX file holds no MCUboot image; was it signed with imgtool?");
        }
        if (images.size() > 1) {
            throw new SmpImageException("the Intel HEX file holds " + images.size() + " MCUboot images, at "
                    + images.stream()
                            .map(image -> String.format("0x%08x", image.address))
                            .collect(Collectors.joining(", "))
                    + ": give the one that is meant in a file of its own");
        }
        return images.get(0).file;
    }
}
