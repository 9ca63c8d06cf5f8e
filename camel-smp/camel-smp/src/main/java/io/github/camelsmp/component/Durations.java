package io.github.camelsmp.component;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/**
 * Durations in Camel's forms and with a fraction, such as {@code 2.5s}, which Camel itself does not take. It takes many
 * a word instead, for no time at all.
 */
final class Durations {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FRACTION = Pattern.compile("(\\d+\\.\\d+)(ms|s|m|h)");
    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern UNITS = Pattern.compile("(\\d{1,18}[a-z]+)+");
    private static final Pattern NOT_NOTHING = Pattern.compile(".*[1-9].*");

    private static final Map<String, Long> NANOS_OF_UNIT =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    private Durations() {}

    /**
     * Reads a duration: milliseconds, {@code 1m30s}, {@code 2.5s}, or as ISO 8601 has it.
     *
     * @param name of the option or header, for the error
     * @throws IllegalArgumentException naming it and its value
     */
    static Duration parse(String name, String text) {
        return read(BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is '" + text + "', write a duration such as 2500, 2.5s or 1m30s"));
    }

    private static Optional<Duration> read(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            BigDecimal nanos = new BigDecimal(fraction.group(1))
                    .multiply(BigDecimal.valueOf(NANOS_OF_UNIT.get(fraction.group(2))));
            return Optional.of(Duration.ofNanos(nanos.longValue()));
        }
        if (MILLIS.matcher(text).matches()) {
            return Optional.of(Duration.ofMillis(Long.parseLong(text)));
        }
        try {
            return UNITS.matcher(text).matches() ? units(text) : Optional.of(Duration.parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            // whoever asked says so, with the name of what this should have been
            return Optional.empty();
        }
    }

    private static Optional<Duration> units(String text) {
        long millis = TimeUtils.toMilliSeconds(text);
        return millis == 0 && NOT_NOTHING.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis));
    }
}
