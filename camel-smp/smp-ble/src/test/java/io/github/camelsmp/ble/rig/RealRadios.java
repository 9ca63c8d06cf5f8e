package io.github.camelsmp.ble.rig;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;

/**
 * Routes that echo and upgrade from {@code hci0} of the real BlueZ to a device on {@code hci1}, which after its reset is on
 * {@code hci2}; all three are virtual. {@code src/test/rig/real-bluez.sh} boots a machine for it.
 */
public final class RealRadios {

    private static final String NAME = "Sensor 12";
    private static final List<String> RADIOS = List.of("/org/bluez/hci1", "/org/bluez/hci2");
    private static final String ENDPOINT = "smp:ble:" + NAME + "?adapter=hci0&connectTimeout=60s&operation=";
    private static final int ECHOES = 50;
    private static final byte[] FILE = FirmwareImage.ofSize("2.0.0", 0x4000).bytes();

    private RealRadios() {}

    /** Prints what happened. */
    public static void main(String[] arguments) throws Exception {
        try (DBusConnection bus =
                        DBusConnectionBuilder.forSystemBus().withShared(false).build();
                SimulatedDevice device =
                        SimulatedDevice.builder("sensor").buffers(600, 4).build();
                RealPeripheral peripheral = new RealPeripheral(bus, RADIOS, NAME, device);
                CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes());
            context.start();
            ProducerTemplate caller = context.createProducerTemplate();
            caller.requestBody("direct:echo", "warm");
            echoes(caller);
            Map<?, ?> result = caller.requestBody("direct:upgrade", FILE, Map.class);
            System.out.println(result + ", connections: " + peripheral.connects());
            require("upgraded".equals(result.get("outcome")), "the upgrade succeeded");
            require(device.runningVersion().equals(Optional.of("2.0.0")), "the device runs what was sent");
            require(peripheral.connects() == 2, "that was verified on a connection of its own");
        }
        System.out.println("RIG C PASSED");
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:echo").to(ENDPOINT + "echo");
                from("direct:upgrade").to(ENDPOINT + "firmwareUpgrade");
            }
        };
    }

    private static void echoes(ProducerTemplate caller) {
        long[] millis = new long[ECHOES];
        for (int i = 0; i < ECHOES; i++) {
            long began = System.nanoTime();
            caller.requestBody("direct:echo", "0123456789");
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "echo: median %d ms, 95%% %d ms, slowest %d ms%n",
                millis[ECHOES / 2], millis[ECHOES * 95 / 100], millis[ECHOES - 1]);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("it is not so that " + what);
        }
    }
}
