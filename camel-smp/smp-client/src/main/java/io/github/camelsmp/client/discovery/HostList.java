package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.transport.UdpTransportProvider;
import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list of hosts, separated by commas, each with a port or without: {@code 192.0.2.7}, {@code gw.local:1338},
 * {@code [2001:db8::7]:1337}, networks {@code 192.0.2.0/28} and {@code [2001:db8::]/124:1338}, and ranges
 * {@code 192.0.2.1-192.0.2.9} and {@code 192.0.2.1-9}.
 */
public final class HostList {

    /** Hosts a list may have in all. Each of them is asked in every scan. */
    public static final int LARGEST = 4096;

    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final String PORT = "(:\\d+)?";
    private static final Pattern NETWORK =
            Pattern.compile("\\[?(" + IPV4 + "|(?<=\\[)[0-9A-Fa-f:.]+(?=]))]?/(\\d{1,3})" + PORT);
    private static final Pattern RANGE = Pattern.compile("(" + IPV4 + ")-(" + IPV4 + "|\\d{1,3})" + PORT);

    private HostList() {}

    /**
     * The hosts, each once, as {@code udp} normalises them.
     *
     * @throws IllegalArgumentException naming the part that is wrong; also for more than {@link #LARGEST} hosts, and
     *     for none
     */
    public static List<String> parse(String hosts) {
        Set<String> all = new LinkedHashSet<>();
        for (String part : hosts.split(",", -1)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException(
                        "hosts is '" + hosts + "', it needs at least one host, and one between every two commas");
            }
            all.addAll(expand(part.strip()));
            if (all.size() > LARGEST) {
                throw tooMany(part);
            }
        }
        return List.copyOf(all);
    }

    private static List<String> expand(String part) {
        Matcher network = NETWORK.matcher(part);
        Matcher range = RANGE.matcher(part);
        try {
            if (network.matches()) {
                AddressBlock block =
                        AddressBlock.network(address(network.group(1)), Integer.parseInt(network.group(2)));
                return locations(block, network.group(3), part);
            }
            if (range.matches()) {
                return locations(range(range.group(1), range.group(2)), range.group(3), part);
            }
            return List.of(normalise(part));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hosts: '" + part + "': " + e.getMessage(), e);
        }
    }

    private static AddressBlock range(String first, String last) {
        String whole = last.contains(".") ? last : first.substring(0, first.lastIndexOf('.') + 1) + last;
        return new AddressBlock(address(first), address(whole));
    }

    private static List<String> locations(AddressBlock block, String port, String part) {
        if (block.size().compareTo(BigInteger.valueOf(LARGEST)) > 0) {
            throw tooMany(part);
        }
        String suffix = port == null ? "" : port;
        List<String> locations = new ArrayList<>();
        block.addresses().forEach(address -> locations.add(normalise(literal(address) + suffix)));
        return locations;
    }

    static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    private static InetAddress address(String literal) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(literal);
        if (address == null) {
            throw new IllegalArgumentException("'" + literal + "' is no address");
        }
        return AddressBlock.address(address);
    }

    private static String normalise(String location) {
        return new UdpTransportProvider().normalise(location);
    }

    private static IllegalArgumentException tooMany(String part) {
        return new IllegalArgumentException(
                "with '" + part + "' there are more than " + LARGEST + " hosts, which is more than can be asked");
    }
}
