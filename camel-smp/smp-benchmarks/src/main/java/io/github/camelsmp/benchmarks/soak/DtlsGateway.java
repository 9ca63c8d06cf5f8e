package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/**
 * DTLS in front of a simulated device. What a link loses or damages are its records, those of the handshake among them;
 * what takes time takes it behind. When the device loses its power, its sessions are forgotten.
 */
final class DtlsGateway implements AutoCloseable {

    private static final String KEY = "736f616b736f616b736f616b736f616b";

    /** What an endpoint needs to be let in. */
    static final String OPTIONS = "dtls=true&pskIdentity=soak&psk=" + KEY;

    private static final int LARGEST = 65_535;

    private final SimulatedDevice device;
    private final RecordLoss connector;
    private final DatagramSocket toDevice;
    private volatile EndpointContext client;

    DtlsGateway(SimulatedDevice device, long seed) {
        this.device = device;
        DtlsConnectorConfig settings = DtlsConnectorConfig.builder(new Configuration(DtlsConfig.DEFINITIONS))
                .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY)
                .setAdvancedPskStore(
                        new AdvancedSinglePskStore("soak", HexFormat.of().parseHex(KEY)))
                .build();
        connector = new RecordLoss(settings, seed);
        connector.setRawDataReceiver(this::request);
        try {
            toDevice = new DatagramSocket();
            toDevice.connect(
                    InetAddress.getLoopbackAddress(), device.listenUdp(0).port());
            connector.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SimulatorThreads.daemon(this::answers, "soak-dtls-" + seed).start();
    }

    String address() {
        return "udp:127.0.0.1:" + connector.getAddress().getPort();
    }

    void impair(Weather weather) {
        connector.impair(weather);
        Impairment whole = weather.impairment();
        device.impair(whole.withToDevice(undamaged(whole.toDevice())).withFromDevice(undamaged(whole.fromDevice())));
    }

    private static Way undamaged(Way way) {
        return way.withLoss(0).withCorruption(0).withTruncation(0);
    }

    void powerOn() {
        connector.clearConnectionState();
        device.powerOn();
    }

    private void request(RawData decrypted) {
        client = decrypted.getEndpointContext();
        try {
            toDevice.send(new DatagramPacket(decrypted.getBytes(), decrypted.getSize()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answers() {
        DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!toDevice.isClosed()) {
            try {
                answer.setLength(LARGEST);
                toDevice.receive(answer);
                byte[] content = Arrays.copyOf(answer.getData(), answer.getLength());
                connector.send(RawData.outbound(content, client, null, false));
            } catch (IOException e) {
                if (!toDevice.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        toDevice.close();
        connector.destroy();
    }
}
