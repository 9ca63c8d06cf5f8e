package io.github.camelsmp.component;

import java.util.HexFormat;
import java.util.Optional;

/** What the arguments of operations may be, whether an option or a header says them. */
final class ArgumentOptions {

    static final int LARGEST_BYTE = 0xff;
    static final int LARGEST_GROUP = 0xffff;

    private ArgumentOptions() {}

    /**
     * Checks those that are options of an endpoint, before the first exchange meets them.
     *
     * @throws IllegalArgumentException naming the option whose value is wrong
     */
    static void check(SmpConfiguration options) {
        Optional.ofNullable(options.getImage()).ifPresent(image -> within("image", image, LARGEST_BYTE));
        Optional.ofNullable(options.getSlot()).ifPresent(slot -> within("slot", slot, LARGEST_BYTE));
        within("bootMode", options.getBootMode(), LARGEST_BYTE);
        Optional.ofNullable(options.getGroup()).ifPresent(group -> within("group", group, LARGEST_GROUP));
        Optional.ofNullable(options.getCommand()).ifPresent(command -> within("command", command, LARGEST_BYTE));
        Optional.ofNullable(options.getOffset()).ifPresent(offset -> notNegative("offset", offset));
        Optional.ofNullable(options.getLength()).ifPresent(length -> positive("length", length));
        Optional.ofNullable(options.getHash()).ifPresent(ArgumentOptions::hash);
    }

    static int within(String option, int value, int largest) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException(option + " is " + value + ", it may be 0 to " + largest);
        }
        return value;
    }

    static long notNegative(String option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " is " + value + ", it may not be negative");
        }
        return value;
    }

    static long positive(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " is " + value + ", it must be at least 1");
        }
        return value;
    }

    static byte[] hash(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "hash is '" + digits + "', it must be an even number of hexadecimal digits", e);
        }
    }
}
