package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the example is started.
 *
 * @param home folder of the broker, the image, the leases and the logs
 * @param devices how many there are; the last of them never answers
 * @param gateways how many there are
 * @param broker where the jobs are
 * @param properties further ones of the gateways, such as {@code fleet.kafka}
 */
record FleetOptions(Path home, int devices, int gateways, Broker broker, Map<String, String> properties) {

    FleetOptions {
        if (devices < 3 || gateways < 2) {
            throw new IllegalArgumentException("fleet.devices is " + devices + " and fleet.gateways is " + gateways
                    + ": a gateway that is killed takes at least 3 devices and another gateway");
        }
    }

    /** The options of the command line, {@code -Dfleet.devices=90}; {@code -Dfleet.external} names a broker that runs. */
    static FleetOptions ofSystem() throws IOException {
        Path home = Files.createTempDirectory("fleet");
        String broker = System.getProperty("fleet.external", "");
        return new FleetOptions(
                home,
                Integer.getInteger("fleet.devices", 600),
                Integer.getInteger("fleet.gateways", 3),
                broker.isBlank() ? new FleetBroker(home, freePort()) : new Broker.External(broker),
                Map.of("fleet.kafka", System.getProperty("fleet.kafka", "")));
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
