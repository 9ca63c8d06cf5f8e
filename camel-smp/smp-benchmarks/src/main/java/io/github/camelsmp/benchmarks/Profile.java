package io.github.camelsmp.benchmarks;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.time.Duration;
import java.util.List;

/**
 * A device and the link to it.
 *
 * @param link what carries the messages
 * @param bufferSize bytes of a net buffer of the server
 * @param bufferCount how many of them there are
 * @param way each direction of the link
 * @param flash the part that is written and, page by page as data comes, erased
 * @param imageSize bytes of the payload of the image
 */
record Profile(String name, Link link, int bufferSize, int bufferCount, Way way, FlashTiming flash, int imageSize) {

    /** What carries the messages. */
    enum Link {
        /** A pseudo-terminal with console framing. */
        CONSOLE,
        /** A socket of this machine. */
        UDP,
        /** Whole messages from object to object, for links this machine has no hardware for. */
        IN_PROCESS
    }

    private static final double NANOS = 1e9;

    /** What a chunk spends on header, map and keys behind the first 64 KiB (protocol.md 12.3). */
    private static final int CHUNK_OVERHEAD = 26;

    private static final int IPV4_PAYLOAD = 1472;

    static List<Profile> all() {
        Way network = Way.CLEAN.withDelay(Duration.ofMillis(10));
        Way radio = Way.CLEAN.withInterval(Duration.ofMillis(15)).withBytesPerSecond(90_000);
        FlashTiming none = FlashTiming.INSTANT;
        return List.of(
                new Profile(
                        "UART 115200, 384 x 4", Link.CONSOLE, 384, 4, Way.CLEAN.withBaudRate(115_200), none, 24_000),
                new Profile(
                        "UART 1 Mbaud, 2048 x 4",
                        Link.CONSOLE,
                        2048,
                        4,
                        Way.CLEAN.withBaudRate(1_000_000),
                        none,
                        200_000),
                new Profile(
                        "USB CDC 1 MB/s, 4096 x 4",
                        Link.CONSOLE,
                        4096,
                        4,
                        Way.CLEAN.withBytesPerSecond(1_000_000),
                        none,
                        450_000),
                new Profile("radio 15 ms, 2475 x 6", Link.IN_PROCESS, 2475, 6, radio, none, 300_000),
                new Profile("UDP 20 ms, 2048 x 4", Link.UDP, 2048, 4, network, none, 1_000_000),
                new Profile("UDP 20 ms, 1 % loss", Link.UDP, 2048, 4, network.withLoss(0.01), none, 400_000),
                new Profile("UDP 20 ms, 5 % loss", Link.UDP, 2048, 4, network.withLoss(0.05), none, 400_000),
                new Profile("UDP 20 ms, nRF52840", Link.UDP, 2048, 4, network, FlashTiming.NRF52840, 100_000),
                new Profile(
                        "UART 1 Mbaud, nRF52840",
                        Link.CONSOLE,
                        2048,
                        4,
                        Way.CLEAN.withBaudRate(1_000_000),
                        FlashTiming.NRF52840,
                        100_000));
    }

    /** A network with so long a round trip, and flash that takes no time. */
    static Profile overUdp(Duration roundTrip, int imageSize) {
        String name = "UDP " + roundTrip.toMillis() + " ms";
        Way network = Way.CLEAN.withDelay(roundTrip.dividedBy(2));
        return new Profile(name, Link.UDP, 2048, 4, network, FlashTiming.INSTANT, imageSize);
    }

    Impairment impairment(long seed) {
        return Impairment.both(way).withSeed(seed);
    }

    /** Opens the line of this profile to a device, and tells its address. */
    String open(SimulatedDevice device) {
        return switch (link) {
            case CONSOLE -> device.openPseudoTerminal().address();
            case UDP -> "udp:127.0.0.1:" + device.listenUdp(0).port();
            case IN_PROCESS -> device.address();
        };
    }

    /** Bytes of firmware a second that neither the link nor the flash can exceed; losses are not taken off. */
    double bound() {
        double perMessage = Math.max(wireTime(), roundTrip() / (bufferCount - 1));
        double link = perMessage > 0 ? chunk() / perMessage : Double.POSITIVE_INFINITY;
        double flashPerByte =
                flash.byteWrite().toNanos() / NANOS + flash.pageErase().toNanos() / NANOS / flash.pageSize();
        return Math.min(link, 1 / flashPerByte);
    }

    private int message() {
        return switch (link) {
            case CONSOLE -> bufferSize - 4;
            case UDP -> Math.min(bufferSize, IPV4_PAYLOAD);
            case IN_PROCESS -> bufferSize;
        };
    }

    private int chunk() {
        return message() - CHUNK_OVERHEAD;
    }

    private double wireTime() {
        double bytes = link == Link.CONSOLE ? ConsoleLength.of(message()) : message();
        return way.bytesPerSecond() > 0 ? bytes / way.bytesPerSecond() : 0;
    }

    private double roundTrip() {
        return (2 * way.delay().toNanos() + way.interval().toNanos()) / NANOS;
    }
}
