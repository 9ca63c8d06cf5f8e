package io.github.camelsmp.simulator.flash;

import java.time.Duration;

/**
 * What a flash part looks like and how slow it is.
 *
 * @param pageSize bytes that are erased together, a power of two
 * @param pageErase time to erase one page
 * @param byteWrite time to write one byte, averaged over a write unit
 */
public record FlashTiming(int pageSize, Duration pageErase, Duration byteWrite) {

    /** Pages of 4 KiB, erased and written in no time. */
    public static final FlashTiming INSTANT = new FlashTiming(4096, Duration.ZERO, Duration.ZERO);

    /** The internal flash of an nRF52840: 85 ms a page of 4 KiB, 41 µs a word of 4 bytes. */
    public static final FlashTiming NRF52840 = new FlashTiming(4096, Duration.ofMillis(85), Duration.ofNanos(10_250));

    /**
     * @throws IllegalArgumentException if pages are smaller than 256 bytes or no power of two, or a time is negative
     */
    public FlashTiming {
        if (pageSize < 256 || Integer.bitCount(pageSize) != 1) {
            throw new IllegalArgumentException("pageSize is " + pageSize + ", it must be a power of two from 256");
        }
        if (pageErase.isNegative() || byteWrite.isNegative()) {
            throw new IllegalArgumentException("flash cannot be faster than no time at all");
        }
    }

    /** The same part with pages of another size. */
    public FlashTiming withPageSize(int bytes) {
        return new FlashTiming(bytes, pageErase, byteWrite);
    }
}
