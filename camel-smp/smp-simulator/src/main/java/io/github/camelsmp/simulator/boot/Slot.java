package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.flash.FlashArea;

/** A place for an image. */
public final class Slot {

    private final int image;
    private final int number;
    private final long address;
    private final FlashArea area;
    private final SlotTrailer trailer;

    /**
     * @param image number of the image, from 0
     * @param number 0 or 1 within the image
     * @param address where the processor sees the slot
     */
    public Slot(int image, int number, long address, FlashArea area) {
        this.image = image;
        this.number = number;
        this.address = address;
        this.area = area;
        this.trailer = new SlotTrailer(area);
    }

    /** Number of the image, from 0. */
    public int image() {
        return image;
    }

    /** 0 or 1 within the image. */
    public int number() {
        return number;
    }

    /** Where the processor sees the slot. */
    public long address() {
        return address;
    }

    /** The flash it consists of. */
    public FlashArea area() {
        return area;
    }

    /** What application and bootloader left for each other. */
    public SlotTrailer trailer() {
        return trailer;
    }

    /** What is in it. */
    public StoredImage content() {
        return StoredImage.in(area);
    }

    /** Whether the bootloader would start what is in it. */
    public boolean isSound() {
        return content().isSoundIn(area);
    }
}
