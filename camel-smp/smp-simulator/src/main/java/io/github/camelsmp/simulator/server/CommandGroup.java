package io.github.camelsmp.simulator.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * A management group and its commands. Users add groups of their own to a device:
 *
 * <pre>{@code
 * CommandGroup valve = CommandGroup.of(64, "valve")
 *         .read(0, request -> Answer.with("open", open.get()))
 *         .write(0, request -> {
 *             open.set(request.flag("open").orElseThrow(() -> Refusal.rc(Refusal.EINVAL)));
 *             return Answer.empty();
 *         });
 * }</pre>
 */
public final class CommandGroup {

    private final int id;
    private final String name;
    private final Map<Integer, CommandHandler> reads = new TreeMap<>();
    private final Map<Integer, CommandHandler> writes = new TreeMap<>();
    private IntUnaryOperator toVersion1 = code -> Refusal.EUNKNOWN;

    private CommandGroup(int id, String name) {
        this.id = id;
        this.name = name;
    }

    /**
     * A group without commands.
     *
     * @param id 0 to 65535; groups of users start at 64
     * @param name what the enumeration group tells
     */
    public static CommandGroup of(int id, String name) {
        if (id < 0 || id > 0xffff) {
            throw new IllegalArgumentException("group id " + id + " is not in 0 to 65535");
        }
        return new CommandGroup(id, name);
    }

    /** Adds a command that is read. */
    public CommandGroup read(int command, CommandHandler handler) {
        reads.put(command, handler);
        return this;
    }

    /** Adds a command that is written. */
    public CommandGroup write(int command, CommandHandler handler) {
        writes.put(command, handler);
        return this;
    }

    /** How an error of this group reads in version 1 of the protocol; {@code EUNKNOWN} unless told. */
    public CommandGroup translating(IntUnaryOperator code) {
        toVersion1 = code;
        return this;
    }

    /** Group id. */
    public int id() {
        return id;
    }

    /** What the enumeration group tells. */
    public String name() {
        return name;
    }

    /** How many command ids it has: one more than the highest, as servers count. */
    public int size() {
        int highest = -1;
        for (Map<Integer, CommandHandler> handlers : List.of(reads, writes)) {
            for (int command : handlers.keySet()) {
                highest = Math.max(highest, command);
            }
        }
        return highest + 1;
    }

    Optional<CommandHandler> handler(int op, int command) {
        return Optional.ofNullable((op == 0 ? reads : writes).get(command));
    }

    int version1Code(int code) {
        return toVersion1.applyAsInt(code);
    }
}
