package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleTransportProvider;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.RadioLink;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;

/**
 * Echoes and an upgrade from {@code hci0} to {@code hci1} of the real BlueZ, which are virtual controllers.
 * {@code src/test/rig/real-bluez.sh} boots a machine for it.
 */
public final class RealRadios {

    private static final String NAME = "Sensor 12";
    private static final int ECHOES = 50;
    private static final byte[] FILE =
            io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 0x4000).bytes();

    private RealRadios() {}

    /** Prints what happened, and ends with 0 if all is well. */
    public static void main(String[] arguments) throws Exception {
        DBusConnection bus =
                DBusConnectionBuilder.forSystemBus().withShared(false).build();
        SimulatedDevice device =
                SimulatedDevice.builder("sensor").buffers(600, 4).build();
        new RealPeripheral(bus, "/org/bluez/hci1", NAME, device.openGatt(RadioLink.DEFAULT.withMtu(517), false));
        SmpResources resources = SmpResources.create(1, Thread::new, List.of(new BleTransportProvider()));
        SmpClientOptions options = SmpClientOptions.DEFAULT.withTransport(TransportOptions.DEFAULT
                .withBluetooth(Bluetooth.DEFAULT.withAdapter("hci0"))
                .withConnectTimeout(Duration.ofSeconds(60)));
        try (SmpClient client = SmpClient.of("ble:" + NAME, options, resources)) {
            client.connection().connect().get();
            System.out.println(
                    "connected, largest message " + client.connection().largestMessage());
            echoes(client);
            UpgradeResult result = client.upgrade(FirmwareImage.of(FILE)).get();
            System.out.println(result + ", runs " + device.runningVersion().orElse("nothing"));
        }
        resources.close();
        device.close();
        System.out.println("RIG C PASSED");
        System.exit(0);
    }

    private static void echoes(SmpClient client) throws Exception {
        long[] millis = new long[ECHOES];
        for (int i = 0; i < ECHOES; i++) {
            long began = System.nanoTime();
            client.os().echo("0123456789").get();
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "echo: median %d ms, 95%% %d ms, slowest %d ms%n",
                millis[ECHOES / 2], millis[ECHOES * 95 / 100], millis[ECHOES - 1]);
    }
}
