package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.concurrent.CompletionException;

/** Words about failures. */
final class Faults {
    private Faults() {}

    /** The text of a failure for use inside another one that names the device itself. */
    static String withoutAddress(Throwable fault) {
        String text = String.valueOf(fault.getMessage());
        if (fault instanceof SmpException smp) {
            String prefix = smp.address().map(address -> address + ": ").orElse("");
            return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        }
        return text;
    }

    /** What a line failed with, as the exception users know. */
    static SmpTransportException ofLine(String address, Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return cause instanceof SmpTransportException known
                ? known
                : new SmpTransportException(address, "the line could not be opened: " + cause, cause);
    }
}
