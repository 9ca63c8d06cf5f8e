package io.github.camelsmp.protocol.transport;

/**
 * Settings of a serial port.
 *
 * @param baudRate bits per second; ignored by USB and pseudo-terminals
 * @param dataBits 5 to 8
 * @param stopBits 1 or 2
 * @param dtr level of DTR while the port is open; many USB devices answer only when it is on
 * @param rts level of RTS while the port is open
 * @param exclusive whether other programs are kept out
 */
public record SerialLine(
        int baudRate,
        int dataBits,
        int stopBits,
        Parity parity,
        FlowControl flowControl,
        boolean dtr,
        boolean rts,
        boolean exclusive) {

    /** 115200 8N1, no flow control, DTR and RTS on, exclusive. */
    public static final SerialLine DEFAULT =
            new SerialLine(115200, 8, 1, Parity.NONE, FlowControl.NONE, true, true, true);

    public SerialLine {
        if (baudRate < 1) {
            throw new IllegalArgumentException("baudRate is " + baudRate + ", it must be positive");
        }
        if (dataBits < 5 || dataBits > 8) {
            throw new IllegalArgumentException("dataBits is " + dataBits + ", it may be 5 to 8");
        }
        if (stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("stopBits is " + stopBits + ", it may be 1 or 2");
        }
    }

    /** The check bit of each character. */
    public enum Parity {
        NONE,
        ODD,
        EVEN,
        MARK,
        SPACE
    }

    /** Who holds back the other side, and how. */
    public enum FlowControl {
        NONE,
        RTS_CTS,
        XON_XOFF
    }
}
