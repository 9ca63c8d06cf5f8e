package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.transport.UdpTransportProvider;
import io.github.camelsmp.protocol.SmpTransportException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts that announce a service by DNS-SD over multicast DNS (RFC 6763, RFC 6762), kept up to date by jmDNS. Whether one
 * is really there is for others to find out: what was announced is remembered for as long as the announcement said.
 */
final class ServiceBrowser implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBrowser.class);
    private static final Pattern UDP_SERVICE = Pattern.compile("(_[A-Za-z0-9-]{1,15}\\._udp)(?:\\.local)?\\.?");
    private static final String EVERYONE = "udp:*";

    private final List<Announcements> networks = new ArrayList<>();
    private final String type;

    /**
     * Starts to listen.
     *
     * @param serviceType {@code _mcumgr._udp}, with {@code .local.} or without
     * @param networkInterface where; empty for all that can multicast
     * @throws IllegalArgumentException naming the option that is wrong
     * @throws SmpTransportException if there is no socket to be had
     */
    ServiceBrowser(String serviceType, String networkInterface) {
        this.type = type(serviceType);
        for (InetAddress address : addresses(networkInterface)) {
            try {
                Announcements network = new Announcements(JmDNS.create(address));
                networks.add(network);
                network.listen();
            } catch (IOException e) {
                close();
                throw new SmpTransportException(
                        EVERYONE, "services cannot be looked for on " + address + ": " + e.getMessage(), e);
            }
        }
    }

    /** Those that announce the service at present. */
    List<UdpHost> hosts() {
        return networks.stream()
                .flatMap(network -> network.hosts.values().stream())
                .toList();
    }

    /** Takes about two seconds, as jmDNS takes its leave of the network. */
    @Override
    public void close() {
        networks.parallelStream().forEach(Announcements::close);
    }

    private static String type(String serviceType) {
        var matcher = UDP_SERVICE.matcher(serviceType.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "serviceType is '" + serviceType
                            + "', it needs a service over UDP such as _mcumgr._udp, its name with at most 15 letters, digits and -");
        }
        return matcher.group(1) + ".local.";
    }

    private static List<InetAddress> addresses(String networkInterface) {
        try {
            Stream<NetworkInterface> some = networkInterface.isEmpty()
                    ? NetworkInterface.networkInterfaces().filter(ServiceBrowser::isNetwork)
                    : Stream.of(byName(networkInterface));
            List<InetAddress> addresses =
                    some.flatMap(one -> address(one).stream()).toList();
            if (addresses.isEmpty()) {
                throw new SmpTransportException(EVERYONE, "there is no network to look for services on");
            }
            return addresses;
        } catch (SocketException e) {
            throw new SmpTransportException(EVERYONE, "the networks cannot be listed: " + e.getMessage(), e);
        }
    }

    private static NetworkInterface byName(String name) throws SocketException {
        NetworkInterface found = NetworkInterface.getByName(name);
        if (found == null) {
            throw new IllegalArgumentException("networkInterface is '" + name + "', there are "
                    + NetworkInterface.networkInterfaces()
                            .map(NetworkInterface::getName)
                            .sorted()
                            .toList());
        }
        return found;
    }

    private static boolean isNetwork(NetworkInterface one) {
        try {
            return one.isUp() && one.supportsMulticast() && !one.isLoopback() && !one.isPointToPoint();
        } catch (SocketException e) {
            // it went away while it was looked at
            return false;
        }
    }

    /** One socket hears a network; where it has both kinds of addresses the older one does. */
    private static Optional<InetAddress> address(NetworkInterface one) {
        List<InetAddress> all = one.inetAddresses().toList();
        return all.stream()
                .filter(address -> !(address instanceof Inet6Address))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** What one network announces. */
    private final class Announcements implements ServiceListener {

        private final ConcurrentMap<String, UdpHost> hosts = new ConcurrentHashMap<>();
        private final JmDNS browser;

        Announcements(JmDNS browser) {
            this.browser = browser;
        }

        void listen() {
            browser.addServiceListener(type, this);
        }

        void close() {
            try {
                browser.close();
            } catch (IOException e) {
                LOG.debug("looking for services ends with {}", e.toString());
            }
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            browser.requestServiceInfo(event.getType(), event.getName(), true);
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            location(event.getInfo()).ifPresent(location -> put(event.getName(), location));
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            hosts.remove(event.getName());
        }

        private void put(String name, String location) {
            hosts.compute(
                    name, (any, known) -> known != null && known.isAt(location) ? known : new UdpHost(name, location));
        }

        private static Optional<String> location(ServiceInfo service) {
            Stream<InetAddress> older = Stream.of(service.getInet4Addresses());
            Stream<InetAddress> newer = Stream.of(service.getInet6Addresses());
            return Stream.concat(older, newer).findFirst().map(address -> new UdpTransportProvider()
                    .normalise(HostList.literal(address) + ":" + service.getPort()));
        }
    }
}
