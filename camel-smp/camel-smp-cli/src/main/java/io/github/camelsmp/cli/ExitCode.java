package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.concurrent.CancellationException;

/** What the process ends with. Scripts depend on the numbers. */
public enum ExitCode {
    /** All went well. */
    DONE(0, "done"),
    /** An error of this program. */
    UNEXPECTED(1, "an error of this program"),
    /** The command line is wrong. */
    USAGE(2, "the command line is wrong; nothing was sent"),
    /** {@link SmpErrorException}. */
    REFUSED(3, "the device answered with an error"),
    /** {@link SmpTimeoutException}. */
    NO_ANSWER(4, "the device did not answer"),
    /** {@link SmpTransportException}. */
    NO_LINE(5, "the line to the device could not be opened, or it broke"),
    /** {@link io.github.camelsmp.protocol.SmpProtocolException}. */
    NO_SENSE(6, "what came back cannot be an answer"),
    /** {@link SmpImageException}. */
    BAD_IMAGE(7, "the firmware file is not what it should be; nothing was sent"),
    /** {@link SmpUpgradeException}. */
    UPGRADE_STOPPED(8, "an upgrade stopped; the message says where, and what the device boots next"),
    /** A file of the computer. */
    LOCAL_FILE(9, "a file on this computer cannot be read or written"),
    /** The device did what was asked, and it did not work out. */
    SAID_NO(10, "a command ran in the shell of the device, and returned another number than 0"),
    /** Ctrl-C. */
    CANCELLED(130, "Ctrl-C; the device can go on where it stopped");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int number() {
        return number;
    }

    /** What it stands for, in words. */
    public String meaning() {
        return meaning;
    }

    /** The code for a failure. */
    static ExitCode of(Throwable failure) {
        if (failure instanceof SmpException known) {
            return of(known);
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        if (failure instanceof IOException) {
            return failure instanceof SocketException ? NO_LINE : LOCAL_FILE;
        }
        if (failure instanceof CancellationException) {
            return CANCELLED;
        }
        return failure instanceof IllegalArgumentException ? USAGE : UNEXPECTED;
    }

    private static ExitCode of(SmpException failure) {
        if (failure instanceof SmpErrorException) {
            return REFUSED;
        }
        if (failure instanceof SmpTimeoutException) {
            return NO_ANSWER;
        }
        if (failure instanceof SmpTransportException) {
            return NO_LINE;
        }
        if (failure instanceof SmpImageException) {
            return BAD_IMAGE;
        }
        return failure instanceof SmpUpgradeException ? UPGRADE_STOPPED : NO_SENSE;
    }
}
