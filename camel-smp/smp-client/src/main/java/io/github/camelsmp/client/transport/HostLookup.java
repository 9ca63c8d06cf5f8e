package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the address of a host. A name server, or multicast DNS, may take seconds, and no loop may wait for it: each
 * look-up of a name has a short-lived thread of its own.
 */
final class HostLookup {
    private HostLookup() {}

    /** @param device the address for messages to people, e.g. {@code udp:gw.local:1337} */
    static CompletableFuture<InetSocketAddress> of(HostAndPort target, String device) {
        CompletableFuture<InetSocketAddress> found = new CompletableFuture<>();
        try {
            Optional<InetAddress> literal = target.literal();
            if (literal.isPresent()) {
                found.complete(new InetSocketAddress(literal.get(), target.port()));
            } else {
                Thread lookup = new Thread(() -> lookUp(target, device, found), "smp-lookup-" + target.host());
                lookup.setDaemon(true);
                lookup.start();
            }
        } catch (UnknownHostException e) {
            found.completeExceptionally(unknown(target, device, e));
        }
        return found;
    }

    private static void lookUp(HostAndPort target, String device, CompletableFuture<InetSocketAddress> found) {
        try {
            found.complete(new InetSocketAddress(InetAddress.getByName(target.host()), target.port()));
        } catch (UnknownHostException e) {
            found.completeExceptionally(unknown(target, device, e));
        }
    }

    private static SmpTransportException unknown(HostAndPort target, String device, UnknownHostException cause) {
        return new SmpTransportException(
                device, "the host '" + target.host() + "' is not known; check its spelling and the name server", cause);
    }
}
