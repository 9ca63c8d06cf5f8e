package io.github.camelsmp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ManyDevicesTest {

    private static final byte[] ECHO = HexFormat.of().parseHex("0a00000900000000a161646548656c6c6f");

    @Test
    void sharesTwoThreadsAmongAThousandDevices() throws IOException {
        List<SimulatedDevice> devices = new ArrayList<>();
        try (SimulatorThreads threads = SimulatorThreads.create("fleet");
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 1000; i++) {
                SimulatedDevice device =
                        SimulatedDevice.builder("fleet-" + i).threads(threads).build();
                devices.add(device);
                int port = device.listenUdp(0).port();
                socket.send(new DatagramPacket(ECHO, ECHO.length, InetAddress.getLoopbackAddress(), port));
                socket.receive(new DatagramPacket(new byte[100], 100));
            }

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("fleet"))
                    .hasSizeLessThanOrEqualTo(2);
        } finally {
            devices.forEach(SimulatedDevice::close);
        }
    }
}
