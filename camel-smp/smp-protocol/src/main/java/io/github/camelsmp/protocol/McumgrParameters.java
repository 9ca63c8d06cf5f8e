package io.github.camelsmp.protocol;

/**
 * What a server says of its buffers (MCUmgr parameters, protocol.md 6.0).
 *
 * @param bufferSize bytes of one decoded message, header included ({@code buf_size})
 * @param bufferCount how many such buffers all transports and all answers share ({@code buf_count})
 */
public record McumgrParameters(int bufferSize, int bufferCount) {

    /** @throws SmpProtocolException if one of them is not positive */
    public McumgrParameters {
        if (bufferSize < 1 || bufferCount < 1) {
            throw new SmpProtocolException("MCUmgr parameters of " + bufferSize + " bytes and " + bufferCount
                    + " buffers leave no room for a message");
        }
    }

    /** Requests that may be outstanding without the server running out of buffers (protocol.md 13.2). */
    public int safeWindow() {
        return Math.max(1, bufferCount - 1);
    }
}
