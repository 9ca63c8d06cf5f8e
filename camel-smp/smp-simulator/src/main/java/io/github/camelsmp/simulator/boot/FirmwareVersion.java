package io.github.camelsmp.simulator.boot;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version in an image header (protocol.md 17.1).
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param revision 0 to 65535
 * @param build 0 to 2^32 − 1
 */
public record FirmwareVersion(int major, int minor, int revision, long build) implements Comparable<FirmwareVersion> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,5})(?:[+.](\\d{1,10}))?");

    private static final Comparator<FirmwareVersion> ORDER = Comparator.comparingInt(FirmwareVersion::major)
            .thenComparingInt(FirmwareVersion::minor)
            .thenComparingInt(FirmwareVersion::revision);

    /** @throws IllegalArgumentException naming what is out of range */
    public FirmwareVersion {
        if (major < 0 || major > 0xff || minor < 0 || minor > 0xff || revision < 0 || revision > 0xffff) {
            throw new IllegalArgumentException(
                    "version " + major + "." + minor + "." + revision + " exceeds 255.255.65535");
        }
        if (build < 0 || build > 0xffff_ffffL) {
            throw new IllegalArgumentException("build number " + build + " exceeds 4294967295");
        }
    }

    /**
     * Reads {@code major.minor.revision}, with {@code +build} or {@code .build} behind it or not.
     *
     * @throws IllegalArgumentException if the text is no such version
     */
    public static FirmwareVersion parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version such as 1.2.3 or 1.2.3+4");
        }
        return new FirmwareVersion(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4) == null ? 0 : Long.parseLong(parts.group(4)));
    }

    /** The order of servers and bootloaders, which do not look at the build number. */
    @Override
    public int compareTo(FirmwareVersion other) {
        return ORDER.compare(this, other);
    }

    /** The form of SMP answers: the build number behind a dot, and only when it is not 0. */
    @Override
    public String toString() {
        String text = major + "." + minor + "." + revision;
        return build == 0 ? text : text + "." + build;
    }
}
