package io.github.camelsmp.examples.firstupgrade;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.main.Main;

/** Starts a board made of software, runs the routes of {@code routes/first-upgrade.yaml} against it, and ends. */
public final class FirstUpgrade {

    private static final int FIRMWARE_SIZE = 128 * 1024;

    private FirstUpgrade() {}

    /** Takes no arguments. An upgrade that fails ends the program with its exception. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(new UpgradeDisplay(out, System.console() != null), FlashTiming.NRF52840);
    }

    /** The whole story, told on a display. */
    static void run(UpgradeDisplay display, FlashTiming flash) throws Exception {
        try (SimulatedDevice board = SimulatedDevice.builder("board-1")
                .running(FirmwareImage.ofSize("1.0.0", FIRMWARE_SIZE))
                .flash(flash)
                .bootTime(Duration.ofMillis(500))
                .build()) {
            upgrade(board.listenUdp(0).address(), FirmwareImage.ofSize("1.1.0", FIRMWARE_SIZE), display);
        }
    }

    private static void upgrade(String board, FirmwareImage firmware, UpgradeDisplay display) throws Exception {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("classpath:routes/first-upgrade.yaml");
        main.addInitialProperty("board", board);
        main.bind("display", display);
        main.start();
        try {
            main.getCamelTemplate().requestBody("direct:upgrade", firmware.bytes());
        } finally {
            main.stop();
        }
    }
}
