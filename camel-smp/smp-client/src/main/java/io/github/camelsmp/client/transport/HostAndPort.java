package io.github.camelsmp.client.transport;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host, as a name or a literal address, and a port.
 *
 * @param host lower case, without brackets
 * @param port 1 to 65535
 */
record HostAndPort(String host, int port) {
    /**
     * Reads {@code host}, {@code host:port}, {@code [ipv6]}, {@code [ipv6]:port}, or an IPv6 address without brackets.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static HostAndPort parse(String address, OptionalInt defaultPort) {
        String text = address.strip();
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', Math.max(0, bracket));
        boolean bareIpv6 = bracket < 0 && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        String host = colon < 0 || bareIpv6 ? text : text.substring(0, colon);
        int port = colon < 0 || bareIpv6
                ? defaultPort.orElseThrow(
                        () -> new IllegalArgumentException("'" + address + "' names no port, write host:port"))
                : port(text.substring(colon + 1), address);
        return new HostAndPort(host(host, bareIpv6 || bracket >= 0, address), port);
    }

    private static int port(String text, String address) {
        int port;
        try {
            port = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' in '" + address + "' is no port number", e);
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " in '" + address + "' is not within 1 to 65535");
        }
        return port;
    }

    private static String host(String text, boolean ipv6, String address) {
        String host = text.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") != host.endsWith("]")) {
            throw new IllegalArgumentException("'" + address + "' has a bracket too many or too few");
        }
        if (ipv6) {
            return ipv6(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, address);
        }
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || "/?#@*".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("'" + address + "' names no host");
        }
        return host;
    }

    private static String ipv6(String host, String address) {
        int percent = host.indexOf('%');
        String number = percent < 0 ? host : host.substring(0, percent);
        String zone = percent < 0 ? "" : host.substring(percent);
        Inet6Address parsed = NetUtil.getByName(number, false);
        if (parsed == null) {
            throw new IllegalArgumentException("'" + host + "' in '" + address + "' is no IPv6 address");
        }
        return NetUtil.toAddressString(parsed) + zone;
    }

    boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    boolean isIpv4() {
        return NetUtil.isValidIpV4Address(host);
    }

    /** The address a literal host stands for; empty for a name, which takes a look-up. */
    Optional<InetAddress> literal() throws UnknownHostException {
        return isIpv6() || isIpv4() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
    }

    @Override
    public String toString() {
        return (isIpv6() ? "[" + host + "]" : host) + ":" + port;
    }
}
