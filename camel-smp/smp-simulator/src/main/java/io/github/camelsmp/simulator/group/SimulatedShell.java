package io.github.camelsmp.simulator.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The shell of a device: lines in, output and return codes out. Commands may be added at any time, from any thread. */
public final class SimulatedShell {

    private static final int NO_SUCH_COMMAND = -8;

    private final Map<String, Function<String, Result>> commands = new LinkedHashMap<>();

    /**
     * What a command left.
     *
     * @param output may contain colours and line ends, as that of real shells does
     * @param code 0 for success; negative for numbers of {@code errno}
     */
    public record Result(String output, int code) {

        /** Success. */
        public static Result ok(String output) {
            return new Result(output, 0);
        }
    }

    /** A shell that knows {@code echo}, {@code kernel version} and {@code help}. */
    public static SimulatedShell withBasics() {
        SimulatedShell shell = new SimulatedShell();
        return shell.command("kernel version", arguments -> Result.ok("Zephyr version 4.2.0\n"))
                .command("echo", arguments -> Result.ok(arguments + "\r\n"))
                .command("help", arguments -> Result.ok(shell.names()));
    }

    private synchronized String names() {
        return String.join("\r\n", commands.keySet()) + "\r\n";
    }

    /**
     * Adds a command.
     *
     * @param words what a line must begin with
     * @param command takes the rest of the line, without the blank in front
     */
    public synchronized SimulatedShell command(String words, Function<String, Result> command) {
        commands.put(words, command);
        return this;
    }

    /** Executes a line, from wherever it comes. */
    public Result execute(String line) {
        String typed = line.strip();
        return find(typed).apply(typed);
    }

    private static Result notFound(String line) {
        String complaint =
                line.isEmpty() ? "" : "\u001b[1;31m" + line.split(" ")[0] + ": command not found\r\n\u001b[m";
        return new Result("\r\n" + complaint, NO_SUCH_COMMAND);
    }

    private synchronized Function<String, Result> find(String line) {
        return commands.keySet().stream()
                .filter(words -> line.equals(words) || line.startsWith(words + " "))
                .findFirst()
                .<Function<String, Result>>map(words -> typed -> commands.get(words)
                        .apply(typed.substring(words.length()).strip()))
                .orElse(SimulatedShell::notFound);
    }
}
