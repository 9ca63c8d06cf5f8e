package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.SerialLine;
import io.github.camelsmp.protocol.transport.SerialLine.FlowControl;
import io.github.camelsmp.protocol.transport.SerialLine.Parity;
import picocli.CommandLine.Option;

/** Settings of a serial port. */
final class SerialOptions {

    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    /** The check bit of each character. */
    enum ParityOption {
        none,
        odd,
        even,
        mark,
        space
    }

    /** Who holds back the other side. */
    enum FlowControlOption {
        none,
        rtsCts,
        xonXoff
    }

    @Option(
            names = "--baud-rate",
            paramLabel = "N",
            defaultValue = "115200",
            description = "serial: bits per second." + DEFAULT)
    private int baudRate;

    @Option(names = "--data-bits", paramLabel = "N", defaultValue = "8", description = "serial: 5 to 8." + DEFAULT)
    private int dataBits;

    @Option(names = "--stop-bits", paramLabel = "N", defaultValue = "1", description = "serial: 1 or 2." + DEFAULT)
    private int stopBits;

    @Option(
            names = "--parity",
            paramLabel = "PARITY",
            defaultValue = "none",
            description = "serial: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private ParityOption parity;

    @Option(
            names = "--flow-control",
            paramLabel = "FLOW",
            defaultValue = "none",
            description = "serial: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private FlowControlOption flowControl;

    @Option(names = "--no-dtr", description = "serial: DTR is off while the port is open.")
    private boolean noDtr;

    @Option(names = "--no-rts", description = "serial: RTS is off while the port is open.")
    private boolean noRts;

    @Option(names = "--no-exclusive", description = "serial: other programs may open the port too.")
    private boolean noExclusive;

    /** @throws IllegalArgumentException naming the option whose value is wrong */
    SerialLine line() {
        return new SerialLine(baudRate, dataBits, stopBits, parity(), flowControl(), !noDtr, !noRts, !noExclusive);
    }

    private Parity parity() {
        return switch (parity) {
            case none -> Parity.NONE;
            case odd -> Parity.ODD;
            case even -> Parity.EVEN;
            case mark -> Parity.MARK;
            case space -> Parity.SPACE;
        };
    }

    private FlowControl flowControl() {
        return switch (flowControl) {
            case none -> FlowControl.NONE;
            case rtsCts -> FlowControl.RTS_CTS;
            case xonXoff -> FlowControl.XON_XOFF;
        };
    }
}
