package io.github.camelsmp.examples.fleet;

import io.github.camelsmp.simulator.FirmwareImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Upgrades a fleet of simulated devices through gateways that compete for the jobs. In the middle one gateway is killed,
 * and the broker is restarted.
 */
public final class FleetRun {

    private static final FirmwareImage NEXT = FirmwareImage.ofSize("1.1.0", 16 * 1024);

    private final FleetOptions options;
    private final FleetDevices devices;
    private final Control control;
    private final Gateways gateways;

    private FleetRun(FleetOptions options, FleetDevices devices, Control control, Gateways gateways) {
        this.options = options;
        this.devices = devices;
        this.control = control;
        this.gateways = gateways;
    }

    /** Takes no arguments; {@link FleetOptions} lists the system properties. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(FleetOptions.ofSystem()));
    }

    /** The whole story. */
    static FleetReport run(FleetOptions options) throws Exception {
        Map<String, String> properties = new HashMap<>(options.properties());
        properties.put("fleet.broker", options.broker().address());
        try (FleetDevices devices = new FleetDevices(options.devices(), Duration.ofMillis(20));
                Broker broker = options.broker()) {
            broker.start();
            try (Control control = new Control(broker.address());
                    Gateways gateways = new Gateways(options.home(), properties)) {
                return new FleetRun(options, devices, control, gateways).tell();
            }
        }
    }

    private FleetReport tell() throws Exception {
        Ledger ledger = control.ledger();
        int count = options.devices();
        Instant began = Instant.now();
        devices.silence(count - 1);
        order();
        Process victim = gateways.start("gateway-1");
        // where there are few jobs, gateways that are up sooner leave none
        ledger.awaitWorkOf("gateway-1");
        for (int gateway = 2; gateway <= options.gateways(); gateway++) {
            gateways.start("gateway-" + gateway);
        }
        ledger.awaitDone(count / 3);
        victim.destroyForcibly();
        ledger.awaitDone(2 * count / 3);
        options.broker().restart();
        ledger.awaitDone(count);
        return new FleetReport(
                count,
                ledger.upgraded(),
                ledger.work(),
                ledger.dead(),
                devices.running("1.1.0"),
                devices.startedTwice(),
                devices.shared(),
                ledger.handedOn(),
                ledger.mostTold(),
                Duration.between(began, Instant.now()));
    }

    /** What the devices are to run, as a file in a folder. */
    static Path image(Path folder) throws IOException {
        return Files.write(folder.resolve("fleet-1.1.0.bin"), NEXT.bytes());
    }

    private void order() throws Exception {
        Path image = image(options.home());
        Instant deadline = Instant.now().plus(Duration.ofHours(1));
        for (String device : devices.addresses()) {
            control.order(device, image, deadline);
        }
    }
}
