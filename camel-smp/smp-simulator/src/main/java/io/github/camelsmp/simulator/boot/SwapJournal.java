package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.flash.FlashArea;
import java.util.Optional;

/** How far an exchange of two slots has come, so that it goes on where power failed. One byte a step. */
final class SwapJournal {

    private static final int TYPE = 0;
    private static final int PAGES = 1;
    private static final int BEGUN = 3;
    private static final int STEPS = 4;
    private static final byte BEGUN_MARK = 0x5a;

    private final FlashArea area;

    SwapJournal(FlashArea area) {
        this.area = area;
    }

    /** An exchange under way. */
    record Entry(SwapType type, int pages) {}

    /** The exchange that was begun and not finished. */
    Optional<Entry> interrupted() {
        byte[] head = area.read(0, STEPS);
        if (head[BEGUN] != BEGUN_MARK) {
            return Optional.empty();
        }
        int pages = (head[PAGES] & 0xff) << 8 | head[PAGES + 1] & 0xff;
        return Optional.of(new Entry(SwapType.values()[head[TYPE]], pages));
    }

    void begin(Entry entry) {
        area.eraseAll();
        area.write(TYPE, new byte[] {(byte) entry.type.ordinal(), (byte) (entry.pages >> 8), (byte) entry.pages});
        area.write(BEGUN, new byte[] {BEGUN_MARK});
    }

    boolean isDone(int step) {
        return area.read(STEPS + step, 1)[0] == 0;
    }

    void done(int step) {
        area.write(STEPS + step, new byte[] {0});
    }

    void finish() {
        area.eraseAll();
    }
}
