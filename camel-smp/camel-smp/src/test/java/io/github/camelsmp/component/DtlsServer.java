package io.github.camelsmp.component;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;

/** DTLS in front of a simulated device. */
final class DtlsServer implements AutoCloseable {

    private final DTLSConnector connector;
    private final DatagramSocket toDevice = new DatagramSocket();
    private volatile EndpointContext client;

    /** @param credentials adds what the server shows and takes */
    DtlsServer(SimulatedDevice device, UnaryOperator<DtlsConnectorConfig.Builder> credentials) throws IOException {
        toDevice.connect(InetAddress.getLoopbackAddress(), device.listenUdp(0).port());
        DtlsConnectorConfig.Builder settings = DtlsConnectorConfig.builder(new Configuration(DtlsConfig.DEFINITIONS))
                .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
        connector = new DTLSConnector(credentials.apply(settings).build());
        connector.setRawDataReceiver(this::request);
        connector.start();
        Thread answers = new Thread(this::answers, "dtls-answers");
        answers.setDaemon(true);
        answers.start();
    }

    String address() {
        return "udp:127.0.0.1:" + connector.getAddress().getPort();
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
        DatagramPacket answer = new DatagramPacket(new byte[65535], 65535);
        while (!toDevice.isClosed()) {
            try {
                answer.setLength(answer.getData().length);
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
