package io.github.camelsmp.examples.fleet;

import io.github.camelsmp.simulator.FirmwareImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.main.Main;

/**
 * Upgrades a fleet of simulated devices through gateways that compete for the jobs. In the middle one gateway is killed,
 * and the broker is restarted.
 */
public final class FleetRun implements AutoCloseable {

    private static final FirmwareImage NEXT = FirmwareImage.ofSize("1.1.0", 16 * 1024);

    private final Path home;
    private final int count;
    private final FleetDevices devices;
    private final FleetBroker broker;
    private final Ledger ledger = new Ledger();
    private final Main main = new Main();
    private final List<Process> gateways = new CopyOnWriteArrayList<>();

    private FleetRun(Path home, int count) throws IOException {
        this.home = Files.createDirectories(home);
        this.count = count;
        this.devices = new FleetDevices(count, Duration.ofMillis(20));
        this.broker = new FleetBroker(home, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Takes no arguments; {@code -Dfleet.devices} and {@code -Dfleet.gateways} change how many there are. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("fleet");
        System.out.println(
                run(home, Integer.getInteger("fleet.devices", 600), Integer.getInteger("fleet.gateways", 3)));
    }

    /** The whole story. */
    static FleetReport run(Path home, int devices, int gateways) throws Exception {
        try (FleetRun run = new FleetRun(home, devices)) {
            return run.tell(gateways);
        }
    }

    private FleetReport tell(int number) throws Exception {
        Instant began = Instant.now();
        broker.start();
        main.configure().withRoutesIncludePattern("classpath:routes/control.yaml");
        main.addOverrideProperty("fleet.broker", broker.address());
        main.bind("ledger", ledger);
        main.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> gateways.forEach(Process::destroyForcibly)));
        devices.silence(count - 1);
        order();
        for (int gateway = 1; gateway <= number; gateway++) {
            gateways.add(startGateway("gateway-" + gateway));
        }
        ledger.awaitDone(count / 3);
        gateways.get(0).destroyForcibly();
        ledger.awaitDone(2 * count / 3);
        broker.restart();
        ledger.awaitDone(count);
        return new FleetReport(
                count,
                ledger.upgraded(),
                ledger.work(),
                ledger.dead(),
                devices.running("1.1.0"),
                devices.startedTwice(),
                ledger.handedOn(),
                Duration.between(began, Instant.now()));
    }

    private void order() throws Exception {
        Path image = Files.write(home.resolve("fleet-1.1.0.bin"), NEXT.bytes());
        String deadline = Instant.now().plus(Duration.ofHours(1)).toString();
        for (String device : devices.addresses()) {
            Map<String, String> job = Map.of(
                    "device",
                    device,
                    "image",
                    image.toAbsolutePath().toString(),
                    "sha256",
                    Images.sha256(NEXT.bytes()),
                    "deadline",
                    deadline);
            main.getCamelTemplate().sendBody("direct:send", job);
        }
    }

    private Process startGateway(String name) throws IOException {
        File log = home.resolve(name + ".log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetGateway.class.getName(),
                        name,
                        broker.address(),
                        home.resolve("leases").toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    @Override
    public void close() throws Exception {
        gateways.forEach(Process::destroyForcibly);
        main.stop();
        broker.close();
        devices.close();
    }
}
