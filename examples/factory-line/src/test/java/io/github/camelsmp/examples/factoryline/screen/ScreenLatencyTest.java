package io.github.camelsmp.examples.factoryline.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;

/** How long it takes from a board to the page of a real browser, while 200 boards report their progress. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf(
        value = "io.github.camelsmp.examples.factoryline.screen.ScreenBrowserTest#hasBrowser",
        disabledReason = "THE SCREEN IS NOT TESTED: there is no chromium (apt-get install chromium)")
@Timeout(180)
class ScreenLatencyTest {

    private static final int BOARDS = 200;
    private static final int LINES = 40;
    /** The time of the first frame that shows a line; then so many frames more, to meet the server at any moment. */
    private static final String SEEN = """
            new Promise(done => {
              let seen = 0;
              let more = %d;
              const look = () => {
                seen ||= document.querySelectorAll('.card .tail')[1].textContent === 'line %d' && Date.now();
                if (seen && more-- <= 0) done(seen); else requestAnimationFrame(look);
              };
              look();
            })""";

    private final ScheduledExecutorService boards = Executors.newSingleThreadScheduledExecutor();

    @Test
    void showsWithinASecondWhatABoardPrintsWhileTwoHundredReport() throws Exception {
        try (ScreenFixture fixture = ScreenFixture.start("");
                SimulatedDevice device = SimulatedDevice.builder("printing").build();
                PseudoTerminal port = device.openPseudoTerminal();
                Browser browser = Browser.start(Files.createTempDirectory(Path.of("target"), "chromium"))) {
            fixture.fill(BOARDS);
            fixture.listen(port.address(), ScreenFixture.address(2));
            browser.show(fixture.url(), 1440, 900);
            browser.until("document.querySelectorAll('.card').length === " + BOARDS);
            boards.scheduleWithFixedDelay(() -> report(fixture.screen()), 0, 100, TimeUnit.MILLISECONDS);

            long[] millis = LongStream.range(0, LINES)
                    .map(line -> millisUntilSeen(device, browser, line))
                    .sorted()
                    .toArray();

            String said = String.format(
                    "from a board to the page, %d lines, ms: half within %d, 95 of 100 within %d, the slowest %d",
                    LINES, millis[LINES / 2], millis[LINES * 95 / 100], millis[LINES - 1]);
            System.out.println(said);
            assertThat(millis[LINES * 95 / 100]).as(said).isLessThan(1000);
            assertThat(browser.complaints()).isEmpty();
        } finally {
            boards.shutdownNow();
        }
    }

    private static long millisUntilSeen(SimulatedDevice device, Browser browser, long line) {
        long printed = System.currentTimeMillis();
        device.print("line " + line + "\r\n");
        return browser.evaluate(String.format(SEEN, line * 7 % 13, line)).asLong() - printed;
    }

    private static void report(Screen screen) {
        long offset = System.nanoTime() / 1_000_000 % 114_688;
        for (int board = 3; board <= BOARDS; board++) {
            screen.told(
                    ScreenFixture.address(board),
                    "progress",
                    Map.of("offset", offset, "length", 114_688L, "bytesPerSecond", 31_200L));
        }
    }
}
