package io.github.camelsmp.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as options of Camel have them: {@code 2500} (milliseconds), {@code 2.5s}, {@code 1m30s}. */
final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Pattern ALL = Pattern.compile("(?:" + PART + ")+");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    private Durations() {}

    /** @throws IllegalArgumentException saying what is wrong with the text */
    static Duration parse(String text) {
        if (MILLIS.matcher(text).matches()) {
            return Duration.ofMillis(Long.parseLong(text));
        }
        if (!ALL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration, write 2500, 2.5s or 1m30s");
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal unit = BigDecimal.valueOf(UNITS.get(part.group(2)).toNanos());
            sum = sum.plusNanos(new BigDecimal(part.group(1)).multiply(unit).longValue());
        }
        return sum;
    }
}
