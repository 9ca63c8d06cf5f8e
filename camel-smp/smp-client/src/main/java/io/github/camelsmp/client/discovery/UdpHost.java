package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;

/** A host that is asked again and again, and what it answered. */
final class UdpHost {

    /** A datagram or two may get lost; a host that leaves so many unanswered in a row is not there. */
    private static final int UNANSWERED_WHEN_GONE = 4;

    private final SmpAddress address;
    private final String name;
    private final String host;
    private final int port;
    private Optional<ProbeResult> answer = Optional.empty();
    private String ip = "";
    private int unanswered;

    /** @param location host and port, as {@link HostList} gives it; the host is its name */
    UdpHost(String location) {
        this(location.substring(0, location.lastIndexOf(':')), location);
    }

    /** @param location host and port */
    UdpHost(String name, String location) {
        int colon = location.lastIndexOf(':');
        this.name = name;
        address = new SmpAddress("udp", location);
        host = location.substring(0, colon);
        port = Integer.parseInt(location.substring(colon + 1));
    }

    SmpAddress address() {
        return address;
    }

    boolean isAt(String location) {
        return address.location().equals(location);
    }

    /** Looks the host up, every time anew: a device may get another address. */
    InetSocketAddress lookUp() throws UnknownHostException {
        InetAddress now = InetAddress.getByName(host);
        ip = now.getHostAddress();
        return new InetSocketAddress(now, port);
    }

    /** It was asked, or would have been if that were possible; until it answers the question is open. */
    void asked() {
        unanswered++;
    }

    void answered(ProbeResult result) {
        unanswered = 0;
        answer = Optional.of(result);
    }

    /** Whether there is a question without an answer. */
    boolean isAwaited() {
        return unanswered > 0;
    }

    /** The device, as long as it answers. */
    Optional<FoundDevice> found() {
        return answer.filter(result -> unanswered < UNANSWERED_WHEN_GONE)
                .map(result -> new FoundDevice(
                        address,
                        name,
                        ip,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(result)));
    }
}
