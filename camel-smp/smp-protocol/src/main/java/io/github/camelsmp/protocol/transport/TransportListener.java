package io.github.camelsmp.protocol.transport;

import io.github.camelsmp.protocol.SmpTransportException;

/** Hears what a line brings. Calls come one after another, on a thread of the transport; they must not block. */
public interface TransportListener {

    /** One whole SMP message, header first. Its content is not checked beyond its framing. */
    void message(byte[] message);

    /** One line of text the device printed between its messages, without its line end, colours included. */
    default void console(String line) {}

    /**
     * Text the device printed between its messages, as it came and as soon as it came, line ends and colours included;
     * {@link #console} has the same by line. The bytes may be overwritten afterwards.
     */
    default void text(byte[] source, int offset, int length) {}

    /** Bytes that were taken for a message and turned out not to be one, e.g. a frame with a wrong CRC. */
    default void discarded(String reason) {}

    /** The line broke; nothing follows. Not called for a line that {@link Transport#close} closed. */
    void closed(SmpTransportException reason);
}
