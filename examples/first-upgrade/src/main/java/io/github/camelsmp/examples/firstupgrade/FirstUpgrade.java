package io.github.camelsmp.examples.firstupgrade;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.main.SimpleMain;

/** Starts a board made of software, runs the routes of {@code routes/first-upgrade.yaml} against it, and ends. */
public final class FirstUpgrade {

    private static final int FIRMWARE_SIZE = 256 * 1024;

    private FirstUpgrade() {}

    /** Ends with status 1 if the upgrade fails. */
    public static void main(String[] arguments) throws Exception {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8), System.console() != null);
    }

    /** The whole story, told on {@code out}. */
    static void run(PrintStream out, boolean terminal) throws Exception {
    }
}
