package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.CborMap;
import java.util.Arrays;

/** The upload algorithm of a Zephyr server, step by step (protocol.md 6.1), for one slot. */
final class UploadServer {

    private static final byte[] NO_TAG = {};

    /** Whether a finished upload is compared with its hash. */
    boolean checks = true;

    /** What the hash comparison says however the bytes are; null to compare. */
    Boolean match;

    /** Chunks are cut to a multiple of this. */
    int alignment = 1;

    byte[] slot = {};
    int erased;

    private byte[] sha = NO_TAG;
    private int length;
    private int offset;
    private boolean running;

    boolean isRunning() {
        return running;
    }

    int offset() {
        return offset;
    }

    /** What a reset does to an upload. */
    void forget() {
        running = false;
        offset = 0;
    }

    CborMap upload(CborMap request) {
        int off = request.integer("off");
        byte[] data = request.bytes("data");
        if (off == 0) {
            byte[] tag = request.optionalBytes("sha").orElse(NO_TAG);
            if (running && tag.length > 0 && Arrays.equals(tag, sha)) {
                return expected();
            }
            if (checks && tag.length > 0 && Arrays.equals(SampleImage.sha256(slot), tag)) {
                return CborMap.builder()
                        .put("off", slot.length)
                        .put("match", true)
                        .build();
            }
            begin(request.integer("len"), tag);
        } else if (!running || off != offset) {
            return expected();
        }
        int taken = off + data.length == length ? data.length : data.length / alignment * alignment;
        System.arraycopy(data, 0, slot, off, taken);
        offset = off + taken;
        return offset == length ? finish() : expected();
    }

    private void begin(int len, byte[] tag) {
        erased++;
        slot = new byte[len];
        length = len;
        sha = tag;
        offset = 0;
        running = true;
    }

    private CborMap finish() {
        int end = offset;
        forget();
        CborMap.Builder answer = CborMap.builder().put("off", end);
        if (checks) {
            boolean same = match != null ? match : Arrays.equals(SampleImage.sha256(slot), sha);
            answer.put("match", same);
        }
        return answer.build();
    }

    private CborMap expected() {
        return CborMap.builder().put("off", offset).build();
    }
}
