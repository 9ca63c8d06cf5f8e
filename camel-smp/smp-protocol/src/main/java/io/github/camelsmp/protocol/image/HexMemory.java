package io.github.camelsmp.protocol.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts pieces of memory that come in any order into stretches without gaps. */
final class HexMemory {

    private record Piece(long address, byte[] data, int line) {}

    private final List<Piece> pieces = new ArrayList<>();

    void put(long address, byte[] data, int line) {
        if (data.length > 0) {
            pieces.add(new Piece(address, data, line));
        }
    }

    /**
     * The stretches in ascending order.
     *
     * @throws io.github.camelsmp.protocol.SmpImageException if two lines say different things of the same address
     */
    List<IntelHex.Segment> segments() {
        pieces.sort(Comparator.comparingLong(Piece::address));
        List<IntelHex.Segment> segments = new ArrayList<>();
        int first = 0;
        while (first < pieces.size()) {
            long end = pieces.get(first).address;
            int last = first;
            while (last < pieces.size() && pieces.get(last).address <= end) {
                end = Math.max(end, pieces.get(last).address + pieces.get(last).data.length);
                last++;
            }
            segments.add(join(pieces.subList(first, last), end));
            first = last;
        }
        return segments;
    }

    private static IntelHex.Segment join(List<Piece> run, long end) {
        long start = run.get(0).address;
        byte[] bytes = new byte[(int) (end - start)];
        int filled = 0;
        for (Piece piece : run) {
            int at = (int) (piece.address - start);
            int overlap = Math.min(filled - at, piece.data.length);
            if (!Arrays.equals(bytes, at, at + overlap, piece.data, 0, overlap)) {
                throw HexRecord.fault(
                        piece.line, String.format("contradicts an earlier one at address 0x%08x", piece.address));
            }
            System.arraycopy(piece.data, overlap, bytes, at + overlap, piece.data.length - overlap);
            filled = Math.max(filled, at + piece.data.length);
        }
        return new IntelHex.Segment(start, bytes);
    }
}
