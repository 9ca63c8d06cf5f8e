package io.github.camelsmp.client.discovery;

import java.util.Optional;

/**
 * What a USB device says of itself.
 *
 * @param vendorId 0 to 65535
 * @param productId 0 to 65535
 * @param serialNumber empty for devices without one
 */
public record UsbIdentity(int vendorId, int productId, Optional<String> serialNumber) {

    private static final int LARGEST_ID = 0xffff;

    public UsbIdentity {
        check("vendorId", vendorId);
        check("productId", productId);
    }

    /**
     * Reads the id of a vendor or product, {@code 0x2fe3} or {@code 12259}.
     *
     * @param option what the id was given as, for the error
     * @throws IllegalArgumentException naming the option
     */
    public static int parseId(String option, String text) {
        try {
            int id = Integer.decode(text.strip());
            if (id >= 0 && id <= LARGEST_ID) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(option, text), e);
        }
        throw new IllegalArgumentException(wrong(option, text));
    }

    /** An id as it is usually written, e.g. {@code 0x2fe3}. */
    public static String formatId(int id) {
        return String.format("0x%04x", id);
    }

    private static String wrong(String option, String text) {
        return option + " is '" + text + "', it may be 0 to 65535, in hexadecimal as 0x2fe3 or in decimal as 12259";
    }

    private static void check(String name, int id) {
        if (id < 0 || id > LARGEST_ID) {
            throw new IllegalArgumentException(name + " is " + id + ", it may be 0 to 65535");
        }
    }
}
