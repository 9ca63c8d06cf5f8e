package io.github.camelsmp.protocol;

/** Text of a device in sentences for people. Logs are made of lines, and a device must not write lines of its own there. */
final class DeviceText {

    private static final int LONGEST = 200;

    private DeviceText() {}

    /** The text on one line, without control characters, cut where it is long. */
    static String quoted(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return cut.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "?");
    }
}
