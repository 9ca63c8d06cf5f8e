package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import java.util.List;
import java.util.Set;

/** Looks round for devices of one transport, again and again. One thread at a time uses it. */
public interface DeviceScanner extends AutoCloseable {

    /**
     * Looks round once.
     *
     * @param inHand devices that someone works on: they should be left in peace, and whether they are found does not
     *     matter
     * @return everything that is there now and wanted, each device once
     * @throws io.github.camelsmp.protocol.SmpTransportException if one cannot look, so that nothing is known
     */
    List<FoundDevice> scan(Set<SmpAddress> inHand);

    /** Gives back what the scanner holds. A scan under way on another thread ends early. */
    @Override
    void close();
}
