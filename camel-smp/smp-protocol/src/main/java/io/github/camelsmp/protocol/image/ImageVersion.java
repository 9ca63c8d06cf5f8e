package io.github.camelsmp.protocol.image;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an image (protocol.md 17.1). Ordered by all four numbers.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param revision 0 to 65535
 * @param build 0 to 2^32 - 1; many devices do not look at it when they compare
 */
public record ImageVersion(int major, int minor, int revision, long build) implements Comparable<ImageVersion> {

    /** Orders versions as devices do that ignore the build number. */
    public static final Comparator<ImageVersion> WITHOUT_BUILD = Comparator.comparingInt(ImageVersion::major)
            .thenComparingInt(ImageVersion::minor)
            .thenComparingInt(ImageVersion::revision);

    private static final Comparator<ImageVersion> ORDER = WITHOUT_BUILD.thenComparingLong(ImageVersion::build);

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,5})(?:[.+](\\d{1,10}))?)?");

    /** @throws IllegalArgumentException naming the number that is out of range */
    public ImageVersion {
        requireRange("major", major, 0xff);
        requireRange("minor", minor, 0xff);
        requireRange("revision", revision, 0xffff);
        requireRange("build", build, 0xffff_ffffL);
    }

    private static void requireRange(String part, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(
                    "the " + part + " number of a version is " + value + ", it may be 0 to " + max);
        }
    }

    /**
     * The version a text names, as tools ({@code 1.2.3+4}) or devices ({@code 1.2.3.4}) write it.
     *
     * @return empty for what is no version, e.g. {@code <???>}
     */
    public static Optional<ImageVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        int revision = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        long build = matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4));
        return major > 0xff || minor > 0xff || revision > 0xffff || build > 0xffff_ffffL
                ? Optional.empty()
                : Optional.of(new ImageVersion(major, minor, revision, build));
    }

    @Override
    public int compareTo(ImageVersion other) {
        return ORDER.compare(this, other);
    }

    /** As devices list it: {@code 1.2.3}, or {@code 1.2.3.4} unless the build number is 0. */
    public String listed() {
        return numbers() + (build == 0 ? "" : "." + build);
    }

    /** As tools write it: {@code 1.2.3}, or {@code 1.2.3+4} unless the build number is 0. */
    @Override
    public String toString() {
        return numbers() + (build == 0 ? "" : "+" + build);
    }

    private String numbers() {
        return major + "." + minor + "." + revision;
    }
}
