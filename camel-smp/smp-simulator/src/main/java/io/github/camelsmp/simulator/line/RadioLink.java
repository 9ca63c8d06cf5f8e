package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * How a Bluetooth connection carries packets. Those of both directions go at connection events, so many at each; none is
 * lost and none overtakes another.
 *
 * @param mtu ATT MTU, 23 to 517: a write or notification has up to 3 bytes less
 * @param interval from one connection event to the next; zero for packets that arrive at once
 * @param packetsPerInterval how many packets a connection event has room for in each direction
 * @param latency how much later than its event a packet arrives
 */
public record RadioLink(int mtu, Duration interval, int packetsPerInterval, Duration latency) {

    /** MTU 247 as Zephyr has it, and no time at all. */
    public static final RadioLink DEFAULT = new RadioLink(247, Duration.ZERO, 1, Duration.ZERO);

    private static final int ATT_HEADER = 3;

    /** @throws IllegalArgumentException if the MTU is out of range, an event has no room, or a time is negative */
    public RadioLink {
        if (mtu < 23 || mtu > 517) {
            throw new IllegalArgumentException("an ATT MTU is 23 to 517, not " + mtu);
        }
        if (packetsPerInterval < 1 || interval.isNegative() || latency.isNegative()) {
            throw new IllegalArgumentException(
                    "a connection event has room for a packet, and takes it forward in time");
        }
    }

    /** The same with another ATT MTU. */
    public RadioLink withMtu(int value) {
        return new RadioLink(value, interval, packetsPerInterval, latency);
    }

    /** The same with events so far apart, each with room for so many packets. */
    public RadioLink withInterval(Duration value, int packets) {
        return new RadioLink(mtu, value, packets, latency);
    }

    /** The same with packets that arrive so much later. */
    public RadioLink withLatency(Duration value) {
        return new RadioLink(mtu, interval, packetsPerInterval, value);
    }

    /** Bytes of the largest write or notification. */
    public int largestValue() {
        return mtu - ATT_HEADER;
    }
}
