package io.github.camelsmp.component;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options about the line to a device and the conversation on it. What they mean and may be is in their descriptions. */
@UriParams
public class SmpLineConfiguration {

    @UriParam(label = "line", defaultValue = "console", enums = "console,raw")
    private String framing = "console";

    @UriParam(label = "line", defaultValue = "auto", enums = "auto,bufferSize,bufferParams")
    private String strategy = "auto";

    @UriParam(label = "line")
    private Integer bufferSize;

    @UriParam(label = "line", defaultValue = "128")
    private int lineLength = 128;

    @UriParam(label = "line", defaultValue = "1")
    private int lineBuffers = 1;

    @UriParam(label = "serial", defaultValue = "115200")
    private int baudRate = 115200;

    @UriParam(label = "serial", defaultValue = "8")
    private int dataBits = 8;

    @UriParam(label = "serial", defaultValue = "1")
    private int stopBits = 1;

    @UriParam(label = "serial", defaultValue = "none", enums = "none,odd,even,mark,space")
    private String parity = "none";

    @UriParam(label = "serial", defaultValue = "none", enums = "none,rtsCts,xonXoff")
    private String flowControl = "none";

    @UriParam(label = "serial", defaultValue = "true")
    private boolean dtr = true;

    @UriParam(label = "serial", defaultValue = "true")
    private boolean rts = true;

    @UriParam(label = "serial", defaultValue = "true")
    private boolean exclusive = true;

    @UriParam(label = "line", defaultValue = "1500")
    private int mtu = 1500;

    @UriParam(label = "security", defaultValue = "false")
    private boolean dtls;

    @UriParam(label = "security")
    private String pskIdentity;

    @UriParam(label = "security")
    @Metadata(label = "security", secret = true)
    private String psk;

    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "bluetooth", defaultValue = "auto")
    private String bleBackend = "auto";

    @UriParam(label = "bluetooth")
    private String adapter;

    @UriParam(label = "bluetooth", secret = true)
    private String passkey;

    @UriParam(label = "connection", defaultValue = "2", enums = "1,2")
    private int protocolVersion = 2;

    @UriParam(label = "connection", defaultValue = "2500", javaType = "java.time.Duration")
    private long requestTimeout = 2500;

    @UriParam(label = "connection", defaultValue = "40000", javaType = "java.time.Duration")
    private long eraseTimeout = 40000;

    @UriParam(label = "connection", defaultValue = "10000", javaType = "java.time.Duration")
    private long connectTimeout = 10000;

    @UriParam(label = "connection", defaultValue = "3")
    private int retries = 3;

    @UriParam(label = "connection", defaultValue = "auto")
    private String window = "auto";

    @UriParam(label = "connection", defaultValue = "250", javaType = "java.time.Duration")
    private long reconnectDelay = 250;

    @UriParam(label = "connection", defaultValue = "5000", javaType = "java.time.Duration")
    private long maxReconnectDelay = 5000;

    @UriParam(label = "connection", defaultValue = "true")
    private boolean lazyConnect = true;

    @UriParam(label = "connection", defaultValue = "60000", javaType = "java.time.Duration")
    private long idleTimeout = 60000;

    public String getFraming() {
        return framing;
    }

    /**
     * How messages are told apart on serial and tcp lines. console: lines of base64 that share the port with log text,
     * as the UART and shell transports of Zephyr and MCUboot recovery speak it. raw: the bare messages, as Zephyr's raw
     * UART transport speaks it.
     */
    public void setFraming(String framing) {
        this.framing = framing;
    }

    public String getStrategy() {
        return strategy;
    }

    /**
     * With console framing, how large a message may be. auto: the MCUmgr parameters are read on connect and messages
     * fill buf_size - 4 bytes. bufferSize: as auto, with the option bufferSize in place of what the device tells.
     * bufferParams: what survives base64 and line framing within lineLength x lineBuffers bytes.
     */
    public void setStrategy(String strategy) {
        this.strategy = strategy;
    }

    public Integer getBufferSize() {
        return bufferSize;
    }

    /** Decoded reassembly buffer of the server in bytes, for strategy=bufferSize; at least 32. */
    public void setBufferSize(Integer bufferSize) {
        this.bufferSize = bufferSize;
    }

    public int getLineLength() {
        return lineLength;
    }

    /**
     * Longest line of console framing in bytes, marker and newline included; 8 to 65535. Zephyr and MCUboot take 128
     * unless built otherwise.
     */
    public void setLineLength(int lineLength) {
        this.lineLength = lineLength;
    }

    public int getLineBuffers() {
        return lineBuffers;
    }

    /** Number of line buffers of the server, for strategy=bufferParams; at least 1. */
    public void setLineBuffers(int lineBuffers) {
        this.lineBuffers = lineBuffers;
    }

    public int getBaudRate() {
        return baudRate;
    }

    /** Speed of the serial port in bits per second; ignored by USB and pseudo-terminals. */
    public void setBaudRate(int baudRate) {
        this.baudRate = baudRate;
    }

    public int getDataBits() {
        return dataBits;
    }

    /** Data bits of a character on the serial port; 5 to 8. */
    public void setDataBits(int dataBits) {
        this.dataBits = dataBits;
    }

    public int getStopBits() {
        return stopBits;
    }

    /** Stop bits of a character on the serial port; 1 or 2. */
    public void setStopBits(int stopBits) {
        this.stopBits = stopBits;
    }

    public String getParity() {
        return parity;
    }

    /** Parity bit of a character on the serial port. */
    public void setParity(String parity) {
        this.parity = parity;
    }

    public String getFlowControl() {
        return flowControl;
    }

    /**
     * Who holds back the other side of the serial port, and how: nobody, the RTS and CTS lines, or the XON and XOFF
     * characters. XON/XOFF does not go together with raw framing.
     */
    public void setFlowControl(String flowControl) {
        this.flowControl = flowControl;
    }

    public boolean isDtr() {
        return dtr;
    }

    /**
     * Level of the DTR line while the serial port is open. Many USB devices answer only when it is on; some boards
     * reset when it changes.
     */
    public void setDtr(boolean dtr) {
        this.dtr = dtr;
    }

    public boolean isRts() {
        return rts;
    }

    /** Level of the RTS line while the serial port is open. */
    public void setRts(boolean rts) {
        this.rts = rts;
    }

    public boolean isExclusive() {
        return exclusive;
    }

    /** Whether other programs are kept from opening the serial port, as far as the system can do that. */
    public void setExclusive(boolean exclusive) {
        this.exclusive = exclusive;
    }

    public int getMtu() {
        return mtu;
    }

    /**
     * MTU of the link for udp in bytes; 68 to 65535. Messages fill the smaller of buf_size and the MTU less the headers
     * of IP and UDP (28 bytes with IPv4, 48 with IPv6).
     */
    public void setMtu(int mtu) {
        this.mtu = mtu;
    }

    public String getBleBackend() {
        return bleBackend;
    }

    /**
     * What stands between ble and the radio. auto: BlueZ on Linux, else what is on the class path. bluez, simpleble, or
     * the name of a backend of your own.
     */
    public void setBleBackend(String bleBackend) {
        this.bleBackend = bleBackend;
    }

    public String getAdapter() {
        return adapter;
    }

    /**
     * The radio that ble uses, as its backend names it, e.g. hci0, or its own address. Without this option the first
     * one that is switched on.
     */
    public void setAdapter(String adapter) {
        this.adapter = adapter;
    }

    public String getPasskey() {
        return passkey;
    }

    /**
     * What a Bluetooth device asks for when it pairs, six digits. With it a device that is not paired yet is paired on
     * connect. Without it nothing is ever paired here; devices that were paired by other means stay so.
     */
    public void setPasskey(String passkey) {
        this.passkey = passkey;
    }

    public int getProtocolVersion() {
        return protocolVersion;
    }

    /**
     * SMP version of requests. It decides only how the device reports the errors of a group; both forms are always
     * understood.
     */
    public void setProtocolVersion(int protocolVersion) {
        this.protocolVersion = protocolVersion;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long one transmission of a request waits for its answer before it is repeated or given up. The header
     * CamelSmpTimeout overrides it for one exchange.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getEraseTimeout() {
        return eraseTimeout;
    }

    /**
     * As requestTimeout, where the device erases flash or reads all of it before it answers: first chunk of an upload,
     * erase, storage erase, hash of a file.
     */
    public void setEraseTimeout(long eraseTimeout) {
        this.eraseTimeout = eraseTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** How long opening the line and reading the parameters of the device may take. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public int getRetries() {
        return retries;
    }

    /**
     * Retransmissions of a request that may be repeated; 0 or more. Requests that a device would execute twice (shell
     * commands, requests of user groups) are never repeated.
     */
    public void setRetries(int retries) {
        this.retries = retries;
    }

    public String getWindow() {
        return window;
    }

    /** Upload requests in flight. auto adapts between 1 and buf_count - 1; a number from 1 to 255 fixes it. */
    public void setWindow(String window) {
        this.window = window;
    }

    public long getReconnectDelay() {
        return reconnectDelay;
    }

    /**
     * Pause before the first attempt to reopen a line that broke. It doubles with every attempt, up to
     * maxReconnectDelay.
     */
    public void setReconnectDelay(long reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public long getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    /** Longest pause between two attempts to reopen a line. */
    public void setMaxReconnectDelay(long maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }

    public boolean isLazyConnect() {
        return lazyConnect;
    }

    /**
     * Whether a producer opens the line with its first exchange; false opens it when the producer starts. A device that
     * is off never keeps a route from starting. Consumers always open the line when they start.
     */
    public void setLazyConnect(boolean lazyConnect) {
        this.lazyConnect = lazyConnect;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    /**
     * A line that only dynamic producers used (toD, or the header CamelSmpAddress) is closed when it was idle for so
     * long.
     */
    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public boolean isDtls() {
        return dtls;
    }

    /**
     * Whether udp speaks DTLS 1.2, with pskIdentity and psk, or with sslContextParameters. Needs
     * org.eclipse.californium:scandium on the class path.
     */
    public void setDtls(boolean dtls) {
        this.dtls = dtls;
    }

    public String getPskIdentity() {
        return pskIdentity;
    }

    /** Identity by which the device finds the key psk, for dtls=true. */
    public void setPskIdentity(String pskIdentity) {
        this.pskIdentity = pskIdentity;
    }

    public String getPsk() {
        return psk;
    }

    /**
     * Pre-shared key in hexadecimal digits, for dtls=true. Set it on the component, or name a bean with #bean:name: Camel's
     * consoles for developers show URIs as they were written. In a URI it stands before pskIdentity, or Camel shows it in
     * what it logs, too.
     */
    public void setPsk(String psk) {
        this.psk = psk;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * Certificates for dtls=true: the trust managers judge that of the device, the key managers have ours for devices
     * that ask. A device addressed by a host name has to show that name. Cipher suites are taken as well, protocols and
     * session settings are not.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
