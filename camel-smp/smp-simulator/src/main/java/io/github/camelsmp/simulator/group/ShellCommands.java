package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.group.SimulatedShell.Result;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.Answer.RawText;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Group 9 (protocol.md 6.9). */
public final class ShellCommands {

    private static final int ID = 9;
    private static final int COMMAND_TOO_LONG = 2;
    private static final int EMPTY_COMMAND = 3;

    /** Zephyr's default for a line. */
    private static final int LINE_LIMIT = 256;
    /** What the backend keeps of an output; the rest is cut off, in the middle of a character if need be. */
    private static final int OUTPUT_LIMIT = 512;

    private final SimulatedShell shell;
    private final boolean legacyCode;

    /**
     * @param legacyCode whether the return code comes under {@code rc}, as in old builds
     */
    public ShellCommands(SimulatedShell shell, boolean legacyCode) {
        this.shell = shell;
        this.legacyCode = legacyCode;
    }

    /** Its commands. */
    public CommandGroup group() {
        return CommandGroup.of(ID, "shell mgmt")
                .translating(
                        code -> code == COMMAND_TOO_LONG || code == EMPTY_COMMAND ? Refusal.EINVAL : Refusal.EUNKNOWN)
                .write(0, this::execute);
    }

    /** What is not a text ends the list, without being an error. */
    private static List<String> words(Request request) {
        try {
            return request.texts("argv").orElse(List.of());
        } catch (Refusal wrongType) {
            return List.of();
        }
    }

    private Answer execute(Request request) {
        if (!request.has("argv")) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        List<String> words = words(request);
        String line = String.join(" ", words);
        if (words.isEmpty()) {
            throw Refusal.group(ID, EMPTY_COMMAND);
        }
        if (line.getBytes(StandardCharsets.UTF_8).length > LINE_LIMIT) {
            throw Refusal.group(ID, COMMAND_TOO_LONG);
        }
        Result result = shell.execute(line);
        byte[] output = result.output().getBytes(StandardCharsets.UTF_8);
        return Answer.with("o", new RawText(Arrays.copyOf(output, Math.min(output.length, OUTPUT_LIMIT))))
                .and(legacyCode ? "rc" : "ret", result.code());
    }
}
