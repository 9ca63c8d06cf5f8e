package io.github.camelsmp.component;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * A line of Zephyr's logging, such as {@code [00:00:01.250,000] <wrn> net_if: link down}, or {@code W: link down} in its
 * minimal form. A thread's name or number may stand before the level, a prompt of the shell before it all.
 *
 * @param level err, wrn, inf or dbg
 * @param module that wrote it; empty in the minimal form
 * @param text what it says
 * @param uptimeMillis time since boot in milliseconds; empty if the line has none or a number of unknown ticks
 */
record ZephyrLogLine(String level, Optional<String> module, String text, Optional<Long> uptimeMillis) {

    private static final Pattern FULL =
            Pattern.compile("(?:\\S*:~\\$ )?(?:\\[(?<time>[^\\]]{1,40})\\] )?(?:[(\\[][^)\\]]{1,40}[)\\]] )?"
                    + "<(?<level>err|wrn|inf|dbg)> (?<module>[^\\s:]{1,80}): ?(?<text>.*)");

    private static final Pattern MINIMAL = Pattern.compile("(?<level>[EWID]): (?<text>.*)");

    private static final Pattern UPTIME = Pattern.compile("(\\d+):(\\d\\d):(\\d\\d)\\.(\\d{3})(?:,\\d{3})?");

    private static final Map<String, String> LEVELS = Map.of("E", "err", "W", "wrn", "I", "inf", "D", "dbg");

    /** Reads a line of the console, colours or not; empty if it is something else. */
    static Optional<ZephyrLogLine> parse(String line) {
        String plain = ConsoleText.withoutAnsi(line);
        Matcher full = FULL.matcher(plain);
        if (full.matches()) {
            return Optional.of(new ZephyrLogLine(
                    full.group("level"),
                    Optional.of(full.group("module")),
                    full.group("text"),
                    Optional.ofNullable(full.group("time")).flatMap(ZephyrLogLine::uptime)));
        }
        Matcher minimal = MINIMAL.matcher(plain);
        return minimal.matches()
                ? Optional.of(new ZephyrLogLine(
                        LEVELS.get(minimal.group("level")), Optional.empty(), minimal.group("text"), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Long> uptime(String time) {
        Matcher parts = UPTIME.matcher(time.trim());
        if (!parts.matches() || parts.group(1).length() > 9) {
            return Optional.empty();
        }
        long minutes = Long.parseLong(parts.group(1)) * 60 + Long.parseLong(parts.group(2));
        return Optional.of((minutes * 60 + Long.parseLong(parts.group(3))) * 1000 + Long.parseLong(parts.group(4)));
    }

    /** Adds what it says in headers; the body stays the line. */
    void writeTo(Message message) {
        message.setHeader(SmpConstants.LOG_LEVEL, level);
        module.ifPresent(name -> message.setHeader(SmpConstants.LOG_MODULE, name));
        message.setHeader(SmpConstants.LOG_TEXT, text);
        uptimeMillis.ifPresent(time -> message.setHeader(SmpConstants.LOG_UPTIME, time));
    }
}
