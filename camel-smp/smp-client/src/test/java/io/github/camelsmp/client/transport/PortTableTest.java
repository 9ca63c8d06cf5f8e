package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Listing the ports frees what jSerialComm knew of closed ones; a line that still uses that takes the process along. */
@Timeout(180)
@EnabledOnOs({OS.LINUX, OS.MAC})
class PortTableTest {
    private static final int PORTS = 4;
    private static final int OPENINGS = 40;

    private final SmpResources resources = SmpResources.create();
    private final SimulatedDevice device = SimulatedDevice.builder("listed").build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        resources.close();
        device.close();
    }

    @Test
    void listsPortsWhileOthersOpenAndClose() throws Exception {
        Future<?> one = threads.submit(this::listAllTheTime);
        Future<?> another = threads.submit(this::listAllTheTime);
        List<Future<Integer>> lines = new ArrayList<>();
        for (int i = 0; i < PORTS; i++) {
            Path port = device.openPseudoTerminal().path();
            lines.add(threads.submit(() -> openAndClose(port)));
        }

        for (Future<Integer> line : lines) {
            assertThat(line.get()).isEqualTo(OPENINGS);
        }

        done.set(true);
        one.get();
        another.get();
    }

    private int openAndClose(Path port) {
        int answered = 0;
        for (int i = 0; i < OPENINGS; i++) {
            SmpConnection connection =
                    resources.connection(new SmpAddress("serial", port.toString()), SmpClientOptions.DEFAULT);
            answered += connection.send(new Echo("hello")).join().text().equals("hello") ? 1 : 0;
            connection.close();
        }
        return answered;
    }

    private void listAllTheTime() {
        while (!done.get()) {
            UsbPort.present();
        }
    }
}
