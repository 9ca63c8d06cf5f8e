package io.github.camelsmp.client.routine;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as devices and files spell it: {@code 1.2.3}, {@code 1.2.3.4} or {@code 1.2.3+4} (protocol.md 17.1). */
record SlotVersion(long major, long minor, long revision, long build) implements Comparable<SlotVersion> {

    private static final Pattern SPELLING =
            Pattern.compile("(\\d{1,10})\\.(\\d{1,10})\\.(\\d{1,10})(?:[.+](\\d{1,10}))?");
    private static final Comparator<SlotVersion> ORDER = Comparator.comparingLong(SlotVersion::major)
            .thenComparingLong(SlotVersion::minor)
            .thenComparingLong(SlotVersion::revision)
            .thenComparingLong(SlotVersion::build);

    /** Empty for a version that is none, such as {@code <???>}. */
    static Optional<SlotVersion> parse(String text) {
        Matcher parts = SPELLING.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long build = parts.group(4) == null ? 0 : Long.parseLong(parts.group(4));
        return Optional.of(new SlotVersion(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)), build));
    }

    @Override
    public int compareTo(SlotVersion other) {
        return ORDER.compare(this, other);
    }
}
