package io.github.camelsmp.client.discovery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a USB device says of itself.
 *
 * @param vendorId 0 to 65535
 * @param productId 0 to 65535
 * @param serialNumber empty for devices without one
 */
public record UsbIdentity(int vendorId, int productId, Optional<String> serialNumber) {

    private static final int LARGEST_ID = 0xffff;
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9A-Fa-f]{1,4}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,5}");

    /** @throws IllegalArgumentException naming the one that is out of range */
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
        String number = text.strip();
        int id = -1;
        if (HEXADECIMAL.matcher(number).matches()) {
            id = Integer.parseInt(number.substring(2), 16);
        } else if (DECIMAL.matcher(number).matches()) {
            id = Integer.parseInt(number);
        }
        if (id < 0 || id > LARGEST_ID) {
            throw new IllegalArgumentException(option + " is '" + text
                    + "', it may be 0 to 65535, in hexadecimal as 0x2fe3 or in decimal as 12259");
        }
        return id;
    }

    /** An id as it is usually written, e.g. {@code 0x2fe3}. */
    public static String formatId(int id) {
        return String.format("0x%04x", id);
    }

    private static void check(String name, int id) {
        if (id < 0 || id > LARGEST_ID) {
            throw new IllegalArgumentException(name + " is " + id + ", it may be 0 to 65535");
        }
    }
}
