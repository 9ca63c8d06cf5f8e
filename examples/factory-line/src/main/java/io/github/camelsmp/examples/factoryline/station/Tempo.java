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
 * @param patience how long people wait for a lamp to take notice of a board
 * @param look how often the line looks whether boards came or went
 */
public record Tempo(FlashTiming flash, int baudRate, Duration boot, Duration hand, Duration patience, Duration look) {

    /** As at a real line. */
    public static final Tempo REAL = new Tempo(
            FlashTiming.NRF52840,
            460_800,
            Duration.ofMillis(800),
            Duration.ofMillis(1500),
            Duration.ofSeconds(10),
            Duration.ofMillis(250));

    /** As fast as it goes. */
    public static final Tempo FAST = new Tempo(
            FlashTiming.INSTANT,
            0,
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofSeconds(4),
            Duration.ofMillis(100));
}
