package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.flash.FlashArea;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The end of a slot, where the application and the bootloader tell each other what is to happen (protocol.md 17.4):
 * from the end backwards a magic of 16 bytes, then {@code image_ok}, {@code copy_done} and {@code swap_info}, one write
 * unit of 8 bytes each.
 */
public final class SlotTrailer {

    private static final byte[] MAGIC = HexFormat.of().parseHex("77c295f360d2ef7f3552500f2cb67980");
    private static final int UNIT = 8;
    private static final byte[] SET = {1, -1, -1, -1, -1, -1, -1, -1};

    private final FlashArea area;

    SlotTrailer(FlashArea area) {
        this.area = area;
    }

    /** What the magic says of the whole trailer. */
    public enum Magic {
        /** Erased: nobody asked for anything. */
        UNSET,
        /** The trailer means something. */
        GOOD,
        /** Something else lies there. */
        BAD
    }

    /** The state of the magic. */
    public Magic magic() {
        int at = magicOffset();
        if (area.isErased(at, MAGIC.length)) {
            return Magic.UNSET;
        }
        return Arrays.equals(area.read(at, MAGIC.length), MAGIC) ? Magic.GOOD : Magic.BAD;
    }

    /** Whether the image is to stay. */
    public boolean imageOk() {
        return area.read(magicOffset() - UNIT, 1)[0] == 1;
    }

    /** Whether the image got here by a swap, or was started once. */
    public boolean copyDone() {
        return area.read(magicOffset() - 2 * UNIT, 1)[0] == 1;
    }

    /** Whether a swap brought the image here. */
    boolean swapInfo() {
        return area.read(magicOffset() - 3 * UNIT, 1)[0] == 1;
    }

    void writeSwapInfo() {
        area.write(magicOffset() - 3 * UNIT, SET);
    }

    /** Says that this image shall boot next, once or for good. */
    public void requestBoot(boolean permanent) {
        if (permanent) {
            writeImageOk();
        }
        writeMagic();
    }

    /** Says that the image is to stay. */
    public void writeImageOk() {
        area.write(magicOffset() - UNIT, SET);
    }

    /** Says that the image got here by a swap, or is about to be started for the first time. */
    public void writeCopyDone() {
        area.write(magicOffset() - 2 * UNIT, SET);
    }

    void writeMagic() {
        area.write(magicOffset(), MAGIC);
    }

    /** Forgets everything. */
    public void erase() {
        area.erase(area.size() - area.pageSize(), area.pageSize());
    }

    private int magicOffset() {
        return area.size() - MAGIC.length;
    }
}
