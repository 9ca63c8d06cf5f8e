package io.github.camelsmp.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that concerns one device. */
abstract class AddressedCommand extends SmpAction {

    @Parameters(
            index = "0",
            paramLabel = "ADDRESS",
            description =
                    "The device: what stands behind smp: in an endpoint, such as serial:/dev/ttyACM0 or udp:192.0.2.7.")
    private String address;

    @Mixin
    private OutputOptions output;

    @Mixin
    private ConnectionOptions connection;

    final String address() {
        return address;
    }

    final OutputOptions output() {
        return output;
    }

    final ConnectionOptions connection() {
        return connection;
    }
}
