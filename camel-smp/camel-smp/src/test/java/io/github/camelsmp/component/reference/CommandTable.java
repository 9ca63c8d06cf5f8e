package io.github.camelsmp.component.reference;

import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every command against everything that has to do with it. */
final class CommandTable {

    private static final Map<Integer, String> GROUPS = new TreeMap<>(Map.ofEntries(
            Map.entry(0, "Operating system"),
            Map.entry(1, "Images"),
            Map.entry(2, "Statistics"),
            Map.entry(3, "Settings"),
            Map.entry(4, "Logs of Mynewt"),
            Map.entry(5, "Crashes of Mynewt"),
            Map.entry(6, "Split images of Mynewt"),
            Map.entry(7, "Tests of Mynewt"),
            Map.entry(8, "File system"),
            Map.entry(9, "Shell"),
            Map.entry(10, "Enumeration"),
            Map.entry(11, "Transports"),
            Map.entry(63, "Zephyr basic"),
            Map.entry(64, "Intercreate"),
            Map.entry(66, "SUIT"),
            Map.entry(128, "Memfault")));

    /** Why a simulated device refuses what a record can ask. */
    private static final Map<Wire, String> NOT_SIMULATED = Map.of(
            Wire.parse("R 1/3"), "no: core dumps are Mynewt's",
            Wire.parse("R 1/4"), "no: core dumps are Mynewt's",
            Wire.parse("W 1/4"), "no: core dumps are Mynewt's",
            Wire.parse("W 5/0"), "no: there is no program to crash, `powerOff()` does as much");

    private final Map<Wire, String> records = new TreeMap<>();
    private final Senders client;
    private final Senders operations;
    private final RealServerAnswers servers;
    private final Set<Wire> zephyr;
    private final Set<Wire> recovery;

    CommandTable() throws Exception {
        for (SmpRequest<?> request : CommandCatalogue.requests()) {
            records.put(Wire.of(request), CommandCatalogue.nameOf(request));
        }
        client = ClientCalls.find();
        operations = OperationCalls.find();
        servers = RealServerAnswers.committed();
        try (SimulatedDevice application = Boards.zephyr("table");
                SimulatedDevice bootloader = Boards.recovery("table-recovery")) {
            zephyr = SimulatorAnswers.of(application);
            recovery = SimulatorAnswers.of(bootloader);
        }
    }

    /** The rows by group; a row is a cell for each column. */
    Map<Integer, List<List<String>>> rows() {
        Map<Wire, List<String>> rows = new TreeMap<>();
        records.forEach((command, record) -> rows.put(command, row(command, record)));
        CommandCatalogue.WITHOUT_RECORD.forEach((command, reason) -> rows.put(command, rowWithout(command, reason)));
        Map<Integer, List<List<String>>> groups = new LinkedHashMap<>();
        rows.forEach((command, row) -> groups.computeIfAbsent(command.group(), group -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private List<String> row(Wire command, String record) {
        return List.of(
                code(command.toString()),
                code(record),
                codes(client.of(command), "send(new " + record + "(...))"),
                codes(operations.of(command), request(command)),
                simulator(command),
                servers(command));
    }

    private List<String> rowWithout(Wire command, String reason) {
        String factory = command.op() == SmpOp.READ ? "read" : "write";
        return List.of(
                code(command.toString()),
                "none: " + reason,
                code("send(RawRequest." + factory + "(" + command.group() + ", " + command.command() + ", ...))"),
                code(request(command)),
                "no: " + reason,
                "not asked: " + reason);
    }

    private static String request(Wire command) {
        return "request&group=" + command.group() + "&command=" + command.command()
                + (command.op() == SmpOp.WRITE ? "&write=true" : "");
    }

    private String simulator(Wire command) {
        if (zephyr.contains(command)) {
            return recovery.contains(command) ? "Zephyr, recovery" : "Zephyr";
        }
        return recovery.contains(command) ? "recovery" : NOT_SIMULATED.getOrDefault(command, "");
    }

    private String servers(Wire command) {
        Map<String, List<String>> answers = servers.to(command);
        List<String> refusing = answers.remove(RealServerAnswers.NOT_SUPPORTED);
        if (answers.isEmpty()) {
            return refusing == null ? "" : "not in the builds at hand";
        }
        List<String> cell = new ArrayList<>();
        List<String> answering = answers.remove(RealServerAnswers.ANSWERED);
        if (answering != null) {
            cell.add(String.join(", ", answering));
        }
        answers.forEach((error, who) -> cell.add(code(error) + " from " + String.join(", ", who)));
        return String.join("; ", cell);
    }

    private static String codes(Set<String> names, String otherwise) {
        return names.isEmpty()
                ? code(otherwise)
                : names.stream().map(CommandTable::code).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`+" + text + "+`";
    }

    /** Reasons for gaps that are no gaps any more. */
    Set<Wire> needlessReasons() {
        return NOT_SIMULATED.keySet().stream()
                .filter(command -> zephyr.contains(command) || recovery.contains(command))
                .collect(Collectors.toSet());
    }

    /** The page. */
    String page() {
        StringBuilder page = new StringBuilder("""
                // Made by GeneratedPagesTest. Run it with -Dsmp.docs.update=true after a change of the code.
                = Commands

                Every command of the Simple Management Protocol, what sends it, and what has answered it. `R` is a read, `W` a write,
                followed by group and command.

                Record:: the request in `io.github.camelsmp.protocol.group`.
                Client:: the call of `SmpClient` that sends it. Where a call sends nothing else, only such calls are listed.
                Operation:: what a producer is told to do, as `smp:...?operation=`, by the same rule. What has no operation of its own is
                sent with `request` and a map, or with the record as the body.
                Simulator:: which flavours of a simulated device know it.
                Real server:: Zephyr programs and emulated boards that were asked through a route: those that did it, then those that
                refused it for a reason of their own. %s were asked.
                """.formatted(String.join(", ", servers.servers())));
        rows().forEach((group, rows) -> {
            page.append("\n== ").append(GROUPS.get(group)).append(", group ").append(group);
            page.append("\n\n[cols=\"1,3,4,3,2,4\"]\n|===\n");
            page.append("|Command |Record |Client |Operation |Simulator |Real server\n");
            rows.forEach(
                    row -> page.append("\n|").append(String.join("\n|", row)).append('\n'));
            page.append("|===\n");
        });
        return page.toString();
    }
}
