package io.github.camelsmp.simulator.group;

/**
 * The fields of the application information, in the order they are printed (protocol.md 6.0).
 *
 * @param kernelName letter {@code s}
 * @param nodeName letter {@code n}
 * @param kernelRelease letter {@code r}
 * @param kernelVersion letter {@code v}
 * @param buildTime letter {@code b}; may contain spaces
 * @param machine letter {@code m}
 * @param processor letter {@code p}
 * @param hardware letter {@code i}
 * @param operatingSystem letter {@code o}
 */
public record ApplicationInfo(
        String kernelName,
        String nodeName,
        String kernelRelease,
        String kernelVersion,
        String buildTime,
        String machine,
        String processor,
        String hardware,
        String operatingSystem) {

    static final String LETTERS = "snrvbmpio";

    /** A board that does not hide what it is. */
    public static ApplicationInfo of(String nodeName) {
        return new ApplicationInfo(
                "Zephyr",
                nodeName,
                "v4.4.0",
                "4.4.0",
                "Sun Nov 22 00:00:00 2026",
                "arm",
                "cortex-m4",
                "simulated_board",
                "Zephyr");
    }

    /** The field of one letter. */
    String field(char letter) {
        return switch (letter) {
            case 's' -> kernelName;
            case 'n' -> nodeName;
            case 'r' -> kernelRelease;
            case 'v' -> kernelVersion;
            case 'b' -> buildTime;
            case 'm' -> machine;
            case 'p' -> processor;
            case 'i' -> hardware;
            case 'o' -> operatingSystem;
            default -> throw new IllegalArgumentException("no field has the letter " + letter);
        };
    }
}
