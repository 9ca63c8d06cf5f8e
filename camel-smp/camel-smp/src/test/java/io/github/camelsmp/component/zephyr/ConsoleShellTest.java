package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.client.DeviceConsole;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Zephyr's shell, typed at key by key: it completes words, remembers lines and shares its line with messages. */
@RealServers
@Timeout(120)
class ConsoleShellTest {

    private static final String UP = "\u001b[A";

    private final Screen screen = new Screen();

    @Test
    void completesWordsAndRemembersLines() throws Exception {
        try (ZephyrServer server = ZephyrServer.start(ServerManifest.server("native_sim", "shell"));
                SmpResources resources = SmpResources.create();
                DeviceConsole console =
                        resources.console(SmpAddress.parse(server.address()), SmpClientOptions.DEFAULT, screen)) {
            console.open().get();

            console.type(keys("kernel ver\t")).get();
            screen.await("kernel version");
            console.type(keys("\r")).get();
            screen.await("Zephyr version 4.");
            screen.await("uart:~$ ");
            console.type(keys(UP + "\r")).get();

            screen.await("Zephyr version 4.");
        }
    }

    private static byte[] keys(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Screen implements DeviceConsole.Listener {

        private final StringBuilder shown = new StringBuilder();

        @Override
        public synchronized void text(byte[] text) {
            shown.append(new String(text, StandardCharsets.UTF_8));
            notifyAll();
        }

        /** Waits for a text behind the one that was waited for last. */
        synchronized void await(String text) throws InterruptedException {
            while (shown.indexOf(text) < 0) {
                wait();
            }
            shown.delete(0, shown.indexOf(text) + text.length());
        }
    }
}
