package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.Optional;

/** Hears what happens on a connection, in order, on the connection's thread; it must not block. */
public interface SmpConnectionListener {

    /** The line is open and the parameters were asked for; empty if the device does not tell them. */
    default void connected(Optional<McumgrParameters> parameters) {}

    /** The line broke or was closed. */
    default void disconnected(SmpTransportException reason) {}

    /** A message nobody asked for. */
    default void message(SmpMessage message) {}

    /** A line of text the device printed. */
    default void console(String line) {}
}
