package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A device on USB that restarts, while another one takes the name its port had. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReturningPortTest {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 20_000);

    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final SimulatedDevice other = SimulatedDevice.builder("other").build();
    private final List<PseudoTerminal> portsOfOther = new CopyOnWriteArrayList<>();
    private final SimulatedDevice device = SimulatedDevice.builder("returning")
            .running(FirmwareImage.ofSize("1.0.0", 10_000))
            .build();
    private final PseudoTerminal port = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withVanishing(true));
    private final String firstPath = port.path().toString();

    private SmpConnection connection() {
        device.observe(state -> {
            if (state == DeviceState.BOOTING) {
                portsOfOther.add(other.openPseudoTerminal());
            }
        });
        SerialTransportProvider provider = new SerialTransportProvider(this::present);
        return new SmpConnection(new SmpAddress("serial", firstPath), provider, SmpClientOptions.DEFAULT, loop);
    }

    private List<UsbPort> present() {
        Stream<UsbPort> own = Files.exists(port.path()) ? usb(port.path(), "own") : Stream.empty();
        return Stream.concat(own, portsOfOther.stream().flatMap(taken -> usb(taken.path(), "other")))
                .toList();
    }

    private static Stream<UsbPort> usb(Path path, String device) {
        return Stream.of(new UsbPort(path.toString(), device));
    }

    @AfterEach
    void close() {
        device.close();
        other.close();
        loop.shutdownNow();
    }

    @Test
    void isUpgradedWhereverItComesBack() {
        try (SmpConnection connection = connection()) {
            UpgradeResult result = new FirmwareUpgrade(
                            connection, FirmwareImages.of(NEW.bytes()), UpgradeOptions.DEFAULT, UpgradeListener.NONE)
                    .start()
                    .join();

            assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
            assertThat(portsOfOther).isNotEmpty();
        }
    }

    @Test
    void isTheOneThatIsAskedAfterwards() {
        try (SmpConnection connection = connection()) {
            connection.send(new OsGroup.Reset(false, 0)).join();
            connection.awaitReset().join();
            long before = other.traffic().requests();

            assertThat(connection.send(new OsGroup.Echo("hello")).join().text()).isEqualTo("hello");

            assertThat(other.traffic().requests()).isEqualTo(before);
        }
    }
}
