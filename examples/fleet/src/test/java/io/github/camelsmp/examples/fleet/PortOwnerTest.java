package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways that reach the same serial port. Linux tells which of them has it open. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class PortOwnerTest {

    @TempDir
    Path home;

    @Test
    void onePortHasOneOwnerAndAnotherTakesOverWhenItIsKilled() throws Exception {
        try (SimulatedDevice device = SimulatedDevice.builder("owned")
                        .running(FirmwareImage.ofSize("1.0.0", 8 * 1024))
                        .slotSize(64 * 1024)
                        .build();
                PseudoTerminal port = device.openPseudoTerminal();
                FleetBroker broker = new FleetBroker(home, FleetOptions.freePort())) {
            broker.start();
            Map<String, String> properties = Map.of(
                    "fleet.broker", broker.address(), "fleet.port", port.path().toString());
            try (Control control = new Control(broker.address());
                    Gateways gateways = new Gateways(home, properties)) {
                List<Process> both = List.of(gateways.start("left"), gateways.start("right"));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> owners(both, port.path()).count() == 1);
                order(control, port, "1.1.0");
                control.ledger().awaitDone(1);
                assertThat(control.ledger().dead()).isEmpty();
                Process owner = owners(both, port.path()).findFirst().orElseThrow();
                Process heir = both.get(1 - both.indexOf(owner));

                owner.destroyForcibly().onExit().join();
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> owners(both, port.path()).toList().equals(List.of(heir)));
                order(control, port, "1.2.0");

                await().atMost(Duration.ofMinutes(1))
                        .until(() -> device.runningVersion().equals(Optional.of("1.2.0")));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> owners(both, port.path()).toList().equals(List.of(heir)));
            }
        }
    }

    private void order(Control control, PseudoTerminal port, String version) throws Exception {
        Path image = Files.write(
                home.resolve(version + ".bin"),
                FirmwareImage.ofSize(version, 16 * 1024).bytes());
        control.order(port.address(), image, Instant.now().plusSeconds(600), "jobs.port");
    }

    private static Stream<Process> owners(List<Process> gateways, Path port) {
        return gateways.stream().filter(Process::isAlive).filter(gateway -> hasOpen(gateway, port));
    }

    private static boolean hasOpen(Process process, Path port) {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return files.anyMatch(file -> leadsTo(file, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file may be closed while it is looked at. */
    private static boolean leadsTo(Path file, Path port) {
        try {
            return Files.readSymbolicLink(file).equals(port.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
