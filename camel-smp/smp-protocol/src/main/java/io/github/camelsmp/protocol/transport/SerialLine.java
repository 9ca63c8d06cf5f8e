package io.github.camelsmp.protocol.transport;

/**
 * Settings of a serial port.
 *
 * @param baudRate bits per second; ignored by USB and pseudo-terminals
 * @param dataBits 5 to 8
 * @param stopBits 1 or 2
 * @param parity the check bit of each character
 * @param flowControl who holds back the other side; XON and XOFF do not go together with raw framing
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

    /** @throws IllegalArgumentException naming the one that is out of range */
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
        /** No such bit. */
        NONE,
        /** Makes the number of ones odd. */
        ODD,
        /** Makes the number of ones even. */
        EVEN,
        /** Always 1. */
        MARK,
        /** Always 0. */
        SPACE
    }

    /** Who holds back the other side, and how. */
    public enum FlowControl {
        /** Nobody; what comes too fast is lost. */
        NONE,
        /** The lines RTS and CTS. */
        RTS_CTS,
        /** The characters XON and XOFF, which raw framing may need for itself. */
        XON_XOFF
    }
}
