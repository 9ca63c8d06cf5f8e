package io.github.camelsmp.simulator.server;

/**
 * How a Zephyr server was built.
 *
 * @param bufferSize bytes of one net buffer, header included
 * @param bufferCount how many there are
 * @param version highest protocol version it knows: 1 or 2
 * @param original whether it still answers version 1
 * @param successCode whether successes carry {@code rc: 0}, as those of old servers do
 * @param definite whether maps and lists have definite lengths
 * @param verbose whether errors of version 1 carry a text
 */
public record ServerTraits(
        int bufferSize,
        int bufferCount,
        int version,
        boolean original,
        boolean successCode,
        boolean definite,
        boolean verbose) {

    /** Zephyr's own defaults without UDP: 4 buffers of 384 bytes. */
    public static final ServerTraits DEFAULT = new ServerTraits(384, 4, 2, true, false, false, false);

    /** @throws IllegalArgumentException naming the one that is out of range */
    public ServerTraits {
        if (bufferSize < 32 || bufferSize > 65535) {
            throw new IllegalArgumentException("buffers of " + bufferSize + " bytes: 32 to 65535 are possible");
        }
        if (bufferCount < 1) {
            throw new IllegalArgumentException("a server without buffers cannot answer");
        }
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("SMP version " + version + " does not exist, choose 1 or 2");
        }
    }

    /** The same server with other buffers. */
    public ServerTraits withBuffers(int size, int count) {
        return new ServerTraits(size, count, version, original, successCode, definite, verbose);
    }

    /** A server from before version 2: errors only as {@code rc}, and {@code rc: 0} in every success. */
    public ServerTraits old() {
        return new ServerTraits(bufferSize, bufferCount, 1, true, true, definite, verbose);
    }

    /** The same server, without version 1. */
    public ServerTraits withoutOriginal() {
        return new ServerTraits(bufferSize, bufferCount, version, false, successCode, definite, verbose);
    }

    /** The same server with maps and lists of definite length. */
    public ServerTraits withDefiniteLengths() {
        return new ServerTraits(bufferSize, bufferCount, version, original, successCode, true, verbose);
    }

    /** The same server with texts in the errors of version 1. */
    public ServerTraits withVerboseErrors() {
        return new ServerTraits(bufferSize, bufferCount, version, original, successCode, definite, true);
    }
}
