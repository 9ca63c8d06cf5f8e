package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.group.SimulatedSettings.Access;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Group 3 (protocol.md 6.3). */
public final class SettingsCommands {

    private static final int ID = 3;
    private static final int KEY_TOO_LONG = 2;
    private static final int KEY_NOT_FOUND = 3;
    private static final int READ_NOT_SUPPORTED = 4;
    private static final int ROOT_KEY_NOT_FOUND = 5;
    private static final int WRITE_NOT_SUPPORTED = 6;
    private static final int DELETE_NOT_SUPPORTED = 7;

    /** Zephyr's defaults: bytes of a name with its terminator, and of a value. */
    private static final int NAME_LIMIT = 32;

    private static final int VALUE_LIMIT = 32;

    private final SimulatedSettings settings;

    /** Commands on these settings. */
    public SettingsCommands(SimulatedSettings settings) {
        this.settings = settings;
    }

    /** Its commands. Loading is a read and saving is a write, with one id. */
    public CommandGroup group() {
        return CommandGroup.of(ID, "settings mgmt")
                .translating(SettingsCommands::version1Code)
                .read(0, this::read)
                .write(0, this::write)
                .write(1, this::delete)
                .write(2, request -> Answer.empty())
                .read(3, this::load)
                .write(3, this::save);
    }

    private static int version1Code(int code) {
        return switch (code) {
            case KEY_TOO_LONG -> Refusal.EINVAL;
            case KEY_NOT_FOUND, READ_NOT_SUPPORTED -> Refusal.ENOENT;
            default -> Refusal.EUNKNOWN;
        };
    }

    private static String name(Request request) {
        String name = request.text("name").orElse("");
        if (name.isEmpty()) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (name.getBytes(StandardCharsets.UTF_8).length >= NAME_LIMIT) {
            throw Refusal.group(ID, KEY_TOO_LONG);
        }
        return name;
    }

    private Access access(String name) {
        if (!settings.hasRoot(name)) {
            throw Refusal.group(ID, ROOT_KEY_NOT_FOUND);
        }
        return settings.access(name).orElseThrow(() -> Refusal.group(ID, KEY_NOT_FOUND));
    }

    private Answer read(Request request) {
        long wanted = request.unsigned("max_size").orElse(VALUE_LIMIT);
        String name = name(request);
        if (access(name) == Access.WRITE_ONLY) {
            throw Refusal.group(ID, READ_NOT_SUPPORTED);
        }
        byte[] value = settings.value(name).orElseThrow(() -> Refusal.group(ID, KEY_NOT_FOUND));
        int limit = (int) Math.min(wanted, VALUE_LIMIT);
        Answer answer = Answer.with("val", value.length > limit ? Arrays.copyOf(value, limit) : value);
        return wanted > VALUE_LIMIT ? answer.and("max_size", VALUE_LIMIT) : answer;
    }

    private Answer write(Request request) {
        byte[] value = request.bytes("val").orElse(new byte[0]);
        String name = name(request);
        if (value.length > VALUE_LIMIT) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (access(name) == Access.READ_ONLY) {
            throw Refusal.group(ID, WRITE_NOT_SUPPORTED);
        }
        settings.write(name, value);
        return Answer.empty();
    }

    private Answer delete(Request request) {
        String name = name(request);
        Access access = settings.access(name).orElseThrow(() -> Refusal.group(ID, KEY_NOT_FOUND));
        if (access == Access.READ_ONLY) {
            throw Refusal.group(ID, DELETE_NOT_SUPPORTED);
        }
        settings.delete(name);
        return Answer.empty();
    }

    private Answer load(Request request) {
        settings.load();
        return Answer.empty();
    }

    private Answer save(Request request) {
        settings.save(request.text("name").orElse(""));
        return Answer.empty();
    }
}
