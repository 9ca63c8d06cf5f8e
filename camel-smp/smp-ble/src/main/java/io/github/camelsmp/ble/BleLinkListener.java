package io.github.camelsmp.ble;

/** Hears what comes from a device, one call at a time and in order. Must not block, and must not call the link back. */
public interface BleLinkListener {

    /** What one notification brought. */
    void notified(byte[] chunk);

    /** The connection is lost; nothing follows. Writes under way fail. */
    void lost(String reason);
}
