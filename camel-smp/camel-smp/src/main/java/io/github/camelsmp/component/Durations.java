package io.github.camelsmp.component;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations with a fraction, such as {@code 2.5s}, which Camel itself does not take. */
final class Durations {

    private static final Pattern FRACTION = Pattern.compile("(\\d+\\.\\d+)\\s*(ms|s|m|h)");

    private static final Map<String, Long> NANOS_OF_UNIT =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    private static final List<String> OPTIONS = List.of(
            "requestTimeout",
            "eraseTimeout",
            "connectTimeout",
            "reconnectDelay",
            "maxReconnectDelay",
            "swapTimeout",
            "idleTimeout",
            "scanInterval");

    private Durations() {}

    /** Writes the durations with a fraction among the parameters of an endpoint in a form that Camel takes. */
    static void spellOut(Map<String, Object> parameters) {
        for (String option : OPTIONS) {
            parameters.computeIfPresent(option, (name, value) -> spelledOut(value));
        }
    }

    /** The value in a form that Camel takes, if it is a duration with a fraction; otherwise as it is. */
    static Object spelledOut(Object value) {
        Matcher fraction = FRACTION.matcher(value.toString().trim().toLowerCase(Locale.ROOT));
        if (!fraction.matches()) {
            return value;
        }
        BigDecimal nanos =
                new BigDecimal(fraction.group(1)).multiply(BigDecimal.valueOf(NANOS_OF_UNIT.get(fraction.group(2))));
        return Long.toString(Duration.ofNanos(nanos.longValue()).toMillis());
    }
}
