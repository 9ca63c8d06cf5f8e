package io.github.camelsmp.client.goodput;

import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.Way;
import java.time.Duration;
import java.util.List;

/**
 * A device and the link to it, and the share of the bound that an upload is to reach there. All links carry whole
 * messages; those that stand for a console are slower by what its framing takes.
 *
 * @param message bytes of the largest request
 * @param buffers of the server
 */
record Link(String name, int message, int buffers, Way way, FlashTiming flash, int imageSize, double atLeast) {

    private static final double NANOS = 1e9;

    /** What a chunk behind the first 64 KiB spends on header, map and keys (protocol.md 12.3). */
    private static final int CHUNK_OVERHEAD = 26;

    private static final int CONSOLE_LINE = 128;
    private static final double LOSSLESS = 0.95;

    static List<Link> all() {
        Way network = Way.CLEAN.withDelay(Duration.ofMillis(10));
        Way radio = Way.CLEAN.withInterval(Duration.ofMillis(15)).withBytesPerSecond(90_000);
        FlashTiming none = FlashTiming.INSTANT;
        return List.of(
                console("UART 115200, 384 x 4", 384, 11_520, none, 24_000),
                console("UART 1 Mbaud, 2048 x 4", 2048, 100_000, none, 200_000),
                console("USB CDC 1 MB/s, 4096 x 4", 4096, 1_000_000, none, 450_000),
                new Link("radio 15 ms, 2475 x 6", 2475, 6, radio, none, 300_000, LOSSLESS),
                new Link("UDP 20 ms, 2048 x 4", 1472, 4, network, none, 400_000, LOSSLESS),
                new Link("UDP 20 ms, 1 % loss", 1472, 4, network.withLoss(0.01), none, 400_000, 0.85),
                new Link("UDP 20 ms, 5 % loss", 1472, 4, network.withLoss(0.05), none, 400_000, 0.6),
                new Link("UDP 20 ms, nRF52840", 1472, 4, network, FlashTiming.NRF52840, 200_000, LOSSLESS),
                console("UART 1 Mbaud, nRF52840", 2048, 100_000, FlashTiming.NRF52840, 200_000));
    }

    private static Link console(String name, int bufferSize, long bytesPerSecond, FlashTiming flash, int imageSize) {
        int message = bufferSize - 4;
        int onWire = new ConsoleEncoder(CONSOLE_LINE).encode(new byte[message]).length;
        Way way = Way.CLEAN.withBytesPerSecond(bytesPerSecond * message / onWire);
        return new Link(name, message, 4, way, flash, imageSize, LOSSLESS);
    }

    /**
     * Bytes of firmware a second that no client can exceed: as many chunks a round trip as the server has buffers for,
     * one of them being needed for its answer; as many as the wire carries; and what the flash takes. The three overlap,
     * so the slowest of them counts. What losses cost is not taken off.
     */
    double bound() {
        double onWire = way.bytesPerSecond() > 0 ? (double) message / way.bytesPerSecond() : 0;
        double roundTrip = (2 * way.delay().toNanos() + way.interval().toNanos()) / NANOS;
        double flashPerByte =
                flash.byteWrite().toNanos() / NANOS + flash.pageErase().toNanos() / NANOS / flash.pageSize();
        double perChunk = Math.max(onWire, roundTrip / (buffers - 1));
        return 1 / Math.max(perChunk / (message - CHUNK_OVERHEAD), flashPerByte);
    }

    @Override
    public String toString() {
        return name;
    }
}
