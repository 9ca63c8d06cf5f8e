package io.github.camelsmp.client.discovery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** A run of IP addresses of one family, both ends included. */
record AddressBlock(InetAddress first, InetAddress last) {

    AddressBlock {
        if (first.getAddress().length != last.getAddress().length
                || number(first).compareTo(number(last)) > 0) {
            throw new IllegalArgumentException(
                    "there is no address from " + first.getHostAddress() + " to " + last.getHostAddress());
        }
    }

    /**
     * The hosts of a network. The first and the last address of an IPv4 network stand for the network and for all of its
     * hosts, and are left out where there are others.
     *
     * @param prefix leading bits that all addresses share
     */
    static AddressBlock network(InetAddress address, int prefix) {
        int bits = address.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("/" + prefix + " is not within /0 to /" + bits);
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
        BigInteger start = number(address).divide(size).multiply(size);
        BigInteger margin = bits == Integer.SIZE && prefix <= bits - 2 ? BigInteger.ONE : BigInteger.ZERO;
        return new AddressBlock(
                address(start.add(margin), bits),
                address(start.add(size).subtract(BigInteger.ONE).subtract(margin), bits));
    }

    /** How many addresses there are. */
    BigInteger size() {
        return number(last).subtract(number(first)).add(BigInteger.ONE);
    }

    /** All addresses, from the first to the last. */
    Stream<InetAddress> addresses() {
        int bits = first.getAddress().length * Byte.SIZE;
        return Stream.iterate(
                        number(first),
                        number -> number.compareTo(number(last)) <= 0,
                        number -> number.add(BigInteger.ONE))
                .map(number -> address(number, bits));
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static InetAddress address(BigInteger number, int bits) {
        byte[] address = new byte[bits / Byte.SIZE];
        byte[] digits = number.toByteArray();
        int length = Math.min(digits.length, address.length);
        System.arraycopy(digits, digits.length - length, address, address.length - length, length);
        return address(address);
    }

    /** @param address 4 or 16 bytes */
    static InetAddress address(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, this one " + address.length, e);
        }
    }
}
