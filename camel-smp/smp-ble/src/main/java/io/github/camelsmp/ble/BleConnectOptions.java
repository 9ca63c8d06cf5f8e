package io.github.camelsmp.ble;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How to connect to a device.
 *
 * @param passkey what the device wants to be told when it pairs, 0 to 999999; empty never to pair
 * @param rediscover whether what the system remembers of the device's attributes may be out of date
 * @param limit how long it may take
 */
public record BleConnectOptions(OptionalInt passkey, boolean rediscover, Duration limit) {

    /** Keeps the passkey to itself. */
    @Override
    public String toString() {
        return "BleConnectOptions[rediscover=" + rediscover + ", limit=" + limit + "]";
    }
}
