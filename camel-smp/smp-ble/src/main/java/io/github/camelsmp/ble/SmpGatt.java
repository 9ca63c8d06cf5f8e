package io.github.camelsmp.ble;

import java.util.UUID;

/** The attributes of SMP and the limits of attributes (protocol.md 10). */
public final class SmpGatt {

    /** The service, which devices advertise if they have room for it. */
    public static final UUID SERVICE = UUID.fromString("8d53dc1d-1db7-4cd3-868b-8a527460aa84");
    /** The only characteristic: requests are written to it, answers are its notifications. */
    public static final UUID CHARACTERISTIC = UUID.fromString("da2e7828-fbce-4e01-ae9e-261174997c48");

    /** Bytes of a write as long as nothing is known of the connection: the smallest ATT MTU less its header. */
    public static final int SMALLEST_WRITE = 20;

    private static final int ATT_HEADER = 3;

    /** A value has at most 512 bytes; stacks took writes of the last three and lost them. */
    private static final int LARGEST_WRITE = 509;

    private SmpGatt() {}

    /** Bytes of the largest write without response on a connection with this ATT MTU. */
    public static int largestWrite(int mtu) {
        return Math.max(SMALLEST_WRITE, Math.min(mtu - ATT_HEADER, LARGEST_WRITE));
    }
}
