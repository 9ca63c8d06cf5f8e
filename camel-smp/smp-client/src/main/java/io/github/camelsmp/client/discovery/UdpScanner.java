package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks hosts for their MCUmgr parameters: over UDP a device is there when it answers. Each scan asks every host once and
 * listens for a moment; an answer that comes later counts in the next scan.
 */
final class UdpScanner implements DeviceScanner {

    private static final Logger LOG = LoggerFactory.getLogger(UdpScanner.class);

    /** On one network answers take milliseconds, and a scan ends when all are there. */
    private static final Duration LISTENING = Duration.ofMillis(250);

    /** Asked in one go before answers are read, so that they find room in the socket's buffer. */
    private static final int ASKED_AT_ONCE = 32;

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(1);
    private static final int LARGEST_DATAGRAM = 65535;
    private static final String EVERYONE = "udp:*";
    private static final OsGroup.Parameters QUESTION = new OsGroup.Parameters();

    private final List<UdpHost> hosts;
    private final Optional<ServiceBrowser> services;
    private final DeviceFilter filter;
    private final DatagramSocket socket;
    private final Map<InetSocketAddress, UdpHost> hostsByAddress = new HashMap<>();
    private final DatagramPacket datagram = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    private int sequence;

    /**
     * @param locations hosts that are always asked
     * @param services announces others
     * @throws SmpTransportException if there is no socket to be had
     */
    UdpScanner(List<String> locations, Optional<ServiceBrowser> services, DeviceFilter filter) {
        this.hosts = locations.stream().map(UdpHost::new).toList();
        this.services = services;
        this.filter = filter;
        try {
            socket = new DatagramSocket();
            // each is asked by its own address; a broadcast among them is a mistake to be told
            socket.setBroadcast(false);
        } catch (IOException e) {
            throw new SmpTransportException(EVERYONE, "there is no socket to ask with: " + e.getMessage(), e);
        }
    }

    @Override
    public List<FoundDevice> scan(Set<SmpAddress> inHand) {
        Set<UdpHost> all = new LinkedHashSet<>(hosts);
        services.ifPresent(some -> all.addAll(some.hosts()));
        hostsByAddress.values().retainAll(all);
        List<UdpHost> wanted =
                all.stream().filter(host -> !inHand.contains(host.address())).toList();
        try {
            ask(wanted);
            listen(wanted, LISTENING);
        } catch (IOException e) {
            throw new SmpTransportException(EVERYONE, "hosts cannot be asked: " + e, e);
        }
        return wanted.stream()
                .flatMap(host -> host.found().stream())
                .filter(filter)
                .toList();
    }

    @Override
    public void close() {
        socket.close();
        services.ifPresent(ServiceBrowser::close);
    }

    /** @throws IOException if not a single one can be asked */
    private void ask(List<UdpHost> some) throws IOException {
        byte[] question = SmpMessage.encode(QUESTION, SmpVersion.V2, sequence++ & 0xff);
        Optional<IOException> failure = Optional.empty();
        int sent = 0;
        for (UdpHost host : some) {
            try {
                ask(host, question);
                sent++;
                if (sent % ASKED_AT_ONCE == 0) {
                    listen(some, BETWEEN_QUESTIONS);
                }
            } catch (IOException e) {
                LOG.debug("{} cannot be asked: {}", host.address(), e.toString());
                host.asked();
                failure = Optional.of(e);
            }
        }
        if (sent == 0 && failure.isPresent()) {
            throw failure.get();
        }
    }

    private void ask(UdpHost host, byte[] question) throws IOException {
        InetSocketAddress at = host.lookUp();
        if (hostsByAddress.get(at) != host) {
            hostsByAddress.values().remove(host);
            if (hostsByAddress.putIfAbsent(at, host) != null) {
                return;
            }
        }
        socket.send(new DatagramPacket(question, question.length, at));
        host.asked();
    }

    /** Takes answers until all are there or the time is over. */
    private void listen(List<UdpHost> awaited, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0 && awaited.stream().anyMatch(UdpHost::isAwaited)) {
            socket.setSoTimeout((int) Math.max(1, Duration.ofNanos(left).toMillis()));
            try {
                socket.receive(datagram);
                received();
            } catch (SocketTimeoutException e) {
                return;
            }
            left = end - System.nanoTime();
        }
    }

    private void received() {
        UdpHost host = hostsByAddress.get(new InetSocketAddress(datagram.getAddress(), datagram.getPort()));
        byte[] message = Arrays.copyOf(datagram.getData(), datagram.getLength());
        if (host == null) {
            LOG.debug("{} bytes from {}, which was not asked", message.length, datagram.getSocketAddress());
            return;
        }
        try {
            SmpMessage answer = SmpMessage.decode(message);
            if (isAnswer(answer.header())) {
                host.answered(ProbeResult.answered(parameters(answer)));
            }
        } catch (SmpProtocolException e) {
            LOG.debug("{} speaks, but not SMP: {}", host.address(), e.getMessage());
        }
    }

    private static boolean isAnswer(SmpHeader header) {
        return header.op() == SmpOp.READ_RESPONSE
                && header.group() == QUESTION.group()
                && header.command() == QUESTION.command();
    }

    /** Empty for servers that answer but do not tell. */
    private static Optional<McumgrParameters> parameters(SmpMessage answer) {
        return QUESTION.errorIn(answer.payload()).isPresent()
                ? Optional.empty()
                : Optional.of(QUESTION.readResponse(answer.payload()).parameters());
    }
}
