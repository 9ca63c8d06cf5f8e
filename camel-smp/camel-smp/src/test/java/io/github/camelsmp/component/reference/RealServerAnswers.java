package io.github.camelsmp.component.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What real servers answered to each request of the catalogue, as it is committed. The test of all commands against the
 * real servers holds this file against them, and writes it.
 */
public final class RealServerAnswers {

    /** The command was carried out. */
    public static final String ANSWERED = "answered";

    /** The server was built without it. */
    public static final String NOT_SUPPORTED = "ENOTSUP";

    private static final String FILE = "data/real-servers.csv";
    private static final String HEAD = "command,record,server,answer\n";

    private final List<Line> lines;

    /**
     * What one server said.
     *
     * @param answer {@link #ANSWERED} or the name of an error
     */
    public record Line(Wire command, String record, String server, String answer) {

        @Override
        public String toString() {
            return String.join(",", command.toString(), record, server, answer);
        }
    }

    private RealServerAnswers(List<Line> lines) {
        this.lines = lines;
    }

    static RealServerAnswers committed() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : page().committed().substring(HEAD.length()).lines().toList()) {
            String[] cells = line.split(",");
            lines.add(new Line(Wire.parse(cells[0]), cells[1], cells[2], cells[3]));
        }
        return new RealServerAnswers(lines);
    }

    /** The committed file. */
    public static GeneratedPage page() {
        return GeneratedPage.named(FILE);
    }

    /** What the file has to hold. */
    public static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    Set<String> servers() {
        Set<String> servers = new LinkedHashSet<>();
        lines.forEach(line -> servers.add(line.server()));
        return servers;
    }

    Set<Wire> commands() {
        Set<Wire> commands = new LinkedHashSet<>();
        lines.forEach(line -> commands.add(line.command()));
        return commands;
    }

    /** Servers by what they answered to a command. */
    Map<String, List<String>> to(Wire command) {
        Map<String, List<String>> servers = new TreeMap<>();
        lines.stream().filter(line -> line.command().equals(command)).forEach(line -> servers.computeIfAbsent(
                        line.answer(), answer -> new ArrayList<>())
                .add(line.server()));
        return new LinkedHashMap<>(servers);
    }
}
