package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Request;

/** Group 63 (protocol.md 6.63): erases the storage partition, where the settings are. */
public final class BasicCommands {

    private static final int ID = 63;
    private static final int PAGES = 8;

    private final SimulatedSettings settings;
    private final Flash flash;

    /** What it erases: the settings, in this flash. */
    public BasicCommands(SimulatedSettings settings, Flash flash) {
        this.settings = settings;
        this.flash = flash;
    }

    /** Its commands. In version 1 all of its errors look like success: a known fault of the servers (protocol.md 3). */
    public CommandGroup group() {
        return CommandGroup.of(ID, "zephyr basic mgmt").translating(code -> 0).write(0, this::erase);
    }

    private Answer erase(Request request) {
        eraseStorage();
        return Answer.empty();
    }

    /** Erases the partition, page by page. */
    public void eraseStorage() {
        for (int page = 0; page < PAGES; page++) {
            if (!flash.spendPage()) {
                throw flash.powerLost();
            }
            settings.eraseStorage();
        }
    }
}
