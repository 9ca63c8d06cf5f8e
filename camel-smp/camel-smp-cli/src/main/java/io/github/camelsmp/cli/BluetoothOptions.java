package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.Bluetooth;
import picocli.CommandLine.Option;

/** Which radio is used, and how it pairs. */
final class BluetoothOptions {

    @Option(
            names = "--ble-backend",
            paramLabel = "NAME",
            defaultValue = Bluetooth.AUTO,
            description = "ble: what is between this program and the radio. Default: ${DEFAULT-VALUE}.")
    private String bleBackend;

    @Option(
            names = "--adapter",
            paramLabel = "NAME",
            description = "ble: the radio, such as hci0. Default: the first that is on.")
    private String adapter;

    @Option(
            names = "--passkey",
            arity = "0..1",
            interactive = true,
            paramLabel = "DIGITS",
            description = "ble: what the device asks for when it pairs; without a value it is asked for.")
    private String passkey;

    /** @throws IllegalArgumentException naming the option whose value is wrong */
    Bluetooth bluetooth() {
        Bluetooth radio = Bluetooth.DEFAULT.withBackend(bleBackend);
        radio = adapter == null ? radio : radio.withAdapter(adapter);
        return passkey == null ? radio : radio.withPasskey(digits());
    }

    private int digits() {
        if (!passkey.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("--passkey has at most six digits, 000000 to 999999");
        }
        return Integer.parseInt(passkey);
    }
}
