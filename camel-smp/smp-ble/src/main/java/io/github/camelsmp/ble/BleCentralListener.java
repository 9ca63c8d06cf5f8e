package io.github.camelsmp.ble;

/** Hears of a radio. Must not block, and must not call the radio back. */
public interface BleCentralListener {

    /** A device advertises, now. */
    void seen(BlePeer peer);

    /**
     * The radio or what drives it is gone; the one who hears it has to open another. All connections are lost as well,
     * and their listeners hear that themselves.
     */
    void lost(String reason);
}
