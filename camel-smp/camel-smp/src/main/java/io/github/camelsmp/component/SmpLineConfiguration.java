package io.github.camelsmp.component;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options about the line to a device and the conversation on it. What they mean and may be is in their descriptions. */
@UriParams
public class SmpLineConfiguration {

    @UriParam(
            label = "line",
            defaultValue = "console",
            enums = "console,raw",
            description =
                    "How messages are told apart on serial and tcp lines. console: lines of base64 that share the "
                            + "port with log text, as the UART and shell transports of Zephyr and MCUboot recovery speak "
                            + "it. raw: the bare messages, as Zephyr's raw UART transport speaks it.")
    private String framing = "console";

    @UriParam(
            label = "line",
            defaultValue = "auto",
            enums = "auto,bufferSize,bufferParams",
            description = "With console framing, how large a message may be. auto: the MCUmgr parameters are read on "
                    + "connect and messages fill buf_size - 4 bytes. bufferSize: as auto, with the option "
                    + "bufferSize in place of what the device tells. bufferParams: what survives base64 and line "
                    + "framing within lineLength x lineBuffers bytes.")
    private String strategy = "auto";

    @UriParam(
            label = "line",
            description = "Decoded reassembly buffer of the server in bytes, for strategy=bufferSize; at least 32.")
    private Integer bufferSize;

    @UriParam(
            label = "line",
            defaultValue = "128",
            description = "Longest line of console framing in bytes, marker and newline included; 8 to 65535. Zephyr "
                    + "and MCUboot take 128 unless built otherwise.")
    private int lineLength = 128;

    @UriParam(
            label = "line",
            defaultValue = "1",
            description = "Number of line buffers of the server, for strategy=bufferParams; at least 1.")
    private int lineBuffers = 1;

    @UriParam(
            label = "serial",
            defaultValue = "115200",
            description = "Speed of the serial port in bits per second; ignored by USB and pseudo-terminals.")
    private int baudRate = 115200;

    @UriParam(
            label = "serial",
            defaultValue = "8",
            description = "Data bits of a character on the serial port; 5 to 8.")
    private int dataBits = 8;

    @UriParam(
            label = "serial",
            defaultValue = "1",
            description = "Stop bits of a character on the serial port; 1 or 2.")
    private int stopBits = 1;

    @UriParam(
            label = "serial",
            defaultValue = "none",
            enums = "none,odd,even,mark,space",
            description = "Parity bit of a character on the serial port.")
    private String parity = "none";

    @UriParam(
            label = "serial",
            defaultValue = "none",
            enums = "none,rtsCts,xonXoff",
            description =
                    "Who holds back the other side of the serial port, and how: nobody, the RTS and CTS lines, or "
                            + "the XON and XOFF characters. XON/XOFF does not go together with raw framing.")
    private String flowControl = "none";

    @UriParam(
            label = "serial",
            defaultValue = "true",
            description =
                    "Level of the DTR line while the serial port is open. Many USB devices answer only when it is "
                            + "on; some boards reset when it changes.")
    private boolean dtr = true;

    @UriParam(
            label = "serial",
            defaultValue = "true",
            description = "Level of the RTS line while the serial port is open.")
    private boolean rts = true;

    @UriParam(
            label = "serial",
            defaultValue = "true",
            description = "Whether other programs are kept from opening the serial port, as far as the system can do "
                    + "that.")
    private boolean exclusive = true;

    @UriParam(
            label = "line",
            defaultValue = "1500",
            description =
                    "MTU of the link for udp in bytes; 68 to 65535. Messages fill the smaller of buf_size and the "
                            + "MTU less the headers of IP and UDP (28 bytes with IPv4, 48 with IPv6).")
    private int mtu = 1500;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Whether udp speaks DTLS 1.2, with pskIdentity and psk, or with sslContextParameters. Needs "
                    + "org.eclipse.californium:scandium on the class path.")
    private boolean dtls;

    @UriParam(label = "security", description = "Identity by which the device finds the key psk, for dtls=true.")
    private String pskIdentity;

    @UriParam(
            label = "security",
            description =
                    "Pre-shared key in hexadecimal digits, for dtls=true. Set it on the component, or write it before "
                            + "pskIdentity: Camel hides one secret of a URI in what it logs.")
    @Metadata(label = "security", secret = true)
    private String psk;

    @UriParam(
            label = "security",
            description = "Certificates for dtls=true: the trust managers judge that of the device, the key managers "
                    + "have ours for devices that ask. A device addressed by a host name has to show that name. "
                    + "Cipher suites are taken as well, protocols and session settings are not.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "bluetooth",
            defaultValue = "auto",
            description =
                    "What stands between ble and the radio. auto: BlueZ on Linux, else what is on the class path. "
                            + "bluez, simpleble, or the name of a backend of your own.")
    private String bleBackend = "auto";

    @UriParam(
            label = "bluetooth",
            description =
                    "The radio that ble uses, as its backend names it, e.g. hci0, or its own address. Without this "
                            + "option the first one that is switched on.")
    private String adapter;

    @UriParam(
            label = "bluetooth",
            secret = true,
            description =
                    "What a Bluetooth device asks for when it pairs, six digits. With it a device that is not paired "
                            + "yet is paired on connect. Without it nothing is ever paired here; devices that were paired by "
                            + "other means stay so.")
    private String passkey;

    @UriParam(
            label = "connection",
            defaultValue = "2",
            enums = "1,2",
            description = "SMP version of requests. It decides only how the device reports the errors of a group; both "
                    + "forms are always understood.")
    private int protocolVersion = 2;

    @UriParam(
            label = "connection",
            defaultValue = "2500",
            javaType = "java.time.Duration",
            description = "How long one transmission of a request waits for its answer before it is repeated or given "
                    + "up. The header CamelSmpTimeout overrides it for one exchange.")
    private long requestTimeout = 2500;

    @UriParam(
            label = "connection",
            defaultValue = "40000",
            javaType = "java.time.Duration",
            description =
                    "As requestTimeout, where the device erases flash or reads all of it before it answers: first "
                            + "chunk of an upload, erase, storage erase, hash of a file.")
    private long eraseTimeout = 40000;

    @UriParam(
            label = "connection",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "How long opening the line and reading the parameters of the device may take.")
    private long connectTimeout = 10000;

    @UriParam(
            label = "connection",
            defaultValue = "3",
            description = "Retransmissions of a request that may be repeated; 0 or more. Requests that a device would "
                    + "execute twice (shell commands, requests of user groups) are never repeated.")
    private int retries = 3;

    @UriParam(
            label = "connection",
            defaultValue = "auto",
            description = "Upload requests in flight. auto adapts between 1 and buf_count - 1; a number from 1 to 255 "
                    + "fixes it.")
    private String window = "auto";

    @UriParam(
            label = "connection",
            defaultValue = "250",
            javaType = "java.time.Duration",
            description = "Pause before the first attempt to reopen a line that broke. It doubles with every attempt, "
                    + "up to maxReconnectDelay.")
    private long reconnectDelay = 250;

    @UriParam(
            label = "connection",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description = "Longest pause between two attempts to reopen a line.")
    private long maxReconnectDelay = 5000;

    @UriParam(
            label = "connection",
            defaultValue = "true",
            description = "Whether a producer opens the line with its first exchange; false opens it when the producer "
                    + "starts. A device that is off never keeps a route from starting. Consumers always open the "
                    + "line when they start.")
    private boolean lazyConnect = true;

    @UriParam(
            label = "connection",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "A line that only dynamic producers used (toD, or the header CamelSmpAddress) is closed when "
                    + "it was idle for so long.")
    private long idleTimeout = 60000;

    public String getFraming() {
        return framing;
    }

    public void setFraming(String framing) {
        this.framing = framing;
    }

    public String getStrategy() {
        return strategy;
    }

    public void setStrategy(String strategy) {
        this.strategy = strategy;
    }

    public Integer getBufferSize() {
        return bufferSize;
    }

    public void setBufferSize(Integer bufferSize) {
        this.bufferSize = bufferSize;
    }

    public int getLineLength() {
        return lineLength;
    }

    public void setLineLength(int lineLength) {
        this.lineLength = lineLength;
    }

    public int getLineBuffers() {
        return lineBuffers;
    }

    public void setLineBuffers(int lineBuffers) {
        this.lineBuffers = lineBuffers;
    }

    public int getBaudRate() {
        return baudRate;
    }

    public void setBaudRate(int baudRate) {
        this.baudRate = baudRate;
    }

    public int getDataBits() {
        return dataBits;
    }

    public void setDataBits(int dataBits) {
        this.dataBits = dataBits;
    }

    public int getStopBits() {
        return stopBits;
    }

    public void setStopBits(int stopBits) {
        this.stopBits = stopBits;
    }

    public String getParity() {
        return parity;
    }

    public void setParity(String parity) {
        this.parity = parity;
    }

    public String getFlowControl() {
        return flowControl;
    }

    public void setFlowControl(String flowControl) {
        this.flowControl = flowControl;
    }

    public boolean isDtr() {
        return dtr;
    }

    public void setDtr(boolean dtr) {
        this.dtr = dtr;
    }

    public boolean isRts() {
        return rts;
    }

    public void setRts(boolean rts) {
        this.rts = rts;
    }

    public boolean isExclusive() {
        return exclusive;
    }

    public void setExclusive(boolean exclusive) {
        this.exclusive = exclusive;
    }

    public int getMtu() {
        return mtu;
    }

    public void setMtu(int mtu) {
        this.mtu = mtu;
    }

    public String getBleBackend() {
        return bleBackend;
    }

    public void setBleBackend(String bleBackend) {
        this.bleBackend = bleBackend;
    }

    public String getAdapter() {
        return adapter;
    }

    public void setAdapter(String adapter) {
        this.adapter = adapter;
    }

    public String getPasskey() {
        return passkey;
    }

    public void setPasskey(String passkey) {
        this.passkey = passkey;
    }

    public int getProtocolVersion() {
        return protocolVersion;
    }

    public void setProtocolVersion(int protocolVersion) {
        this.protocolVersion = protocolVersion;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getEraseTimeout() {
        return eraseTimeout;
    }

    public void setEraseTimeout(long eraseTimeout) {
        this.eraseTimeout = eraseTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public int getRetries() {
        return retries;
    }

    public void setRetries(int retries) {
        this.retries = retries;
    }

    public String getWindow() {
        return window;
    }

    public void setWindow(String window) {
        this.window = window;
    }

    public long getReconnectDelay() {
        return reconnectDelay;
    }

    public void setReconnectDelay(long reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public long getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    public void setMaxReconnectDelay(long maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }

    public boolean isLazyConnect() {
        return lazyConnect;
    }

    public void setLazyConnect(boolean lazyConnect) {
        this.lazyConnect = lazyConnect;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public boolean isDtls() {
        return dtls;
    }

    public void setDtls(boolean dtls) {
        this.dtls = dtls;
    }

    public String getPskIdentity() {
        return pskIdentity;
    }

    public void setPskIdentity(String pskIdentity) {
        this.pskIdentity = pskIdentity;
    }

    public String getPsk() {
        return psk;
    }

    public void setPsk(String psk) {
        this.psk = psk;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
