package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.simulator.flash.FlashTiming;
import java.time.Duration;

/**
 * How fast a simulated line is.
 *
 * @param flash of the boards
 * @param baudRate of the boards, 0 for no limit
 * @param boot from reset to the first answer
 * @param hand about how long people take for one move of the hand
 */
public record Tempo(FlashTiming flash, int baudRate, Duration boot, Duration hand) {

    /** As at a real line. */
    public static final Tempo REAL =
            new Tempo(FlashTiming.NRF52840, 460_800, Duration.ofMillis(800), Duration.ofMillis(1500));

    /** As fast as it goes. */
    public static final Tempo FAST = new Tempo(FlashTiming.INSTANT, 0, Duration.ZERO, Duration.ofMillis(100));
}
