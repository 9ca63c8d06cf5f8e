package io.github.camelsmp.component;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of consumers that discover devices. What they mean and may be is in their descriptions. */
@UriParams
public class SmpDiscoveryConfiguration extends SmpLineConfiguration {

    @UriParam(label = "consumer,discovery")
    private String usbVendorId;

    @UriParam(label = "consumer,discovery")
    private String usbProductId;

    @UriParam(label = "consumer,discovery")
    private String usbSerialNumber;

    @UriParam(label = "consumer,discovery")
    private String namePattern;

    @UriParam(label = "consumer,discovery")
    private String portFolder;

    @UriParam(label = "consumer,discovery")
    private String hosts;

    @UriParam(label = "consumer,discovery")
    private String serviceType;

    @UriParam(label = "consumer,discovery")
    private String networkInterface;

    @UriParam(label = "consumer,discovery", defaultValue = "1000", javaType = "java.time.Duration")
    private long scanInterval = 1000;

    @UriParam(label = "consumer,discovery", defaultValue = "false")
    private boolean probe;

    public String getUsbVendorId() {
        return usbVendorId;
    }

    /**
     * Discovery of serial ports reports only ports with this USB vendor id, e.g. 0x2fe3 in hexadecimal or 12259 in
     * decimal; 0 to 65535.
     */
    public void setUsbVendorId(String usbVendorId) {
        this.usbVendorId = usbVendorId;
    }

    public String getUsbProductId() {
        return usbProductId;
    }

    /**
     * Discovery of serial ports reports only ports with this USB product id, e.g. 0x0004 in hexadecimal or 4 in
     * decimal; 0 to 65535.
     */
    public void setUsbProductId(String usbProductId) {
        this.usbProductId = usbProductId;
    }

    public String getUsbSerialNumber() {
        return usbSerialNumber;
    }

    /** Discovery of serial ports reports only the device with this USB serial number. */
    public void setUsbSerialNumber(String usbSerialNumber) {
        this.usbSerialNumber = usbSerialNumber;
    }

    public String getNamePattern() {
        return namePattern;
    }

    /**
     * Discovery reports only devices whose whole name matches this regular expression (within RAW() in a URI): the name
     * of the port (ttyACM0, COM7) or of its link in portFolder on serial lines, the host for udp, the advertised name
     * for ble. Serial ports that neither are on USB nor have a link in portFolder, as those built into the machine, and
     * Bluetooth devices that do not advertise the SMP service are reported only with this option.
     */
    public void setNamePattern(String namePattern) {
        this.namePattern = namePattern;
    }

    public String getPortFolder() {
        return portFolder;
    }

    /**
     * A folder of links with stable names for serial ports in which discovery looks besides the system's list of ports.
     * A port with a link is reported under the path of the link, one without a link under its own. Without this option
     * /dev/serial/by-id, where that exists. The folder may come and go.
     */
    public void setPortFolder(String portFolder) {
        this.portFolder = portFolder;
    }

    public String getHosts() {
        return hosts;
    }

    /**
     * Where discovery with udp asks for devices, separated by commas: hosts (192.0.2.7, gw.local), networks
     * (192.0.2.0/28), ranges (192.0.2.1-192.0.2.9, 192.0.2.1-9), IPv6 in brackets ([2001:db8::7], [2001:db8::]/124),
     * each with :port or without (1337); up to 4096 hosts in all. A host that leaves four questions in a row unanswered
     * is lost.
     */
    public void setHosts(String hosts) {
        this.hosts = hosts;
    }

    public String getServiceType() {
        return serviceType;
    }

    /**
     * The DNS-SD service that devices announce by multicast DNS, e.g. _mcumgr._udp: discovery with udp asks those as
     * well as hosts, and reports them under the name they announce. Needs org.jmdns:jmdns on the class path.
     */
    public void setServiceType(String serviceType) {
        this.serviceType = serviceType;
    }

    public String getNetworkInterface() {
        return networkInterface;
    }

    /**
     * Name of the network interface (eth0) on which announcements of serviceType are listened to; without it all that
     * can multicast.
     */
    public void setNetworkInterface(String networkInterface) {
        this.networkInterface = networkInterface;
    }

    public long getScanInterval() {
        return scanInterval;
    }

    /**
     * Pause between two looks for devices that came or went. A serial port without a link in portFolder is reported
     * when two looks in a row found it.
     */
    public void setScanInterval(long scanInterval) {
        this.scanInterval = scanInterval;
    }

    public boolean isProbe() {
        return probe;
    }

    /**
     * Whether discovery opens each new port and asks for the MCUmgr parameters before it reports the port. The event
     * then says whether an SMP server answered (smp) and what (parameters). A device that another endpoint of the
     * context has a connection to is asked over that one. With udp every device is asked anyway.
     */
    public void setProbe(boolean probe) {
        this.probe = probe;
    }
}
