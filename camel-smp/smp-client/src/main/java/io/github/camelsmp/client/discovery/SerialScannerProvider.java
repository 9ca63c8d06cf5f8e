package io.github.camelsmp.client.discovery;

/** Finds serial ports. Needs jSerialComm on the class path. */
public final class SerialScannerProvider implements DeviceScannerProvider {

    @Override
    public String scheme() {
        return "serial";
    }

    @Override
    public DeviceScanner create(DiscoveryOptions options) {
        SystemPorts.requireJSerialComm();
        return new SerialScanner(options.filter(), new PortFolder(options.portFolder()), SystemPorts::list);
    }
}
