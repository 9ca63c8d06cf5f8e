package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Manage Zephyr and MCUboot devices with the Simple Management Protocol (SMP, MCUmgr): firmware upgrades, files,
 * settings, statistics, shell, and what the devices tell on their own.
 */
@ManagedResource(description = "SMP endpoint")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "smp",
        title = "SMP (MCU management)",
        syntax = "smp:transport:address",
        category = Category.IOT,
        headersClass = SmpConstants.class)
public class SmpEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(enums = "serial,udp,tcp,ble,sim")
    @Metadata(required = true)
    private String transport;

    @UriPath
    @Metadata(required = true)
    private String address;

    @UriParam
    private SmpConfiguration configuration;

    private SmpConnections connections;
    private SmpAddress deviceAddress;
    private EndpointSettings settings;

    /**
     * @param uri as the route names it
     * @param configuration the options of this endpoint alone
     */
    public SmpEndpoint(String uri, SmpComponent component, SmpConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        if (isDiscovery()) {
            throw new IllegalArgumentException(getEndpointUri() + ": with the address * a consumer discovers devices; a"
                    + " producer needs the address of one");
        }
        return new SmpProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = consumer(processor);
        configureConsumer(consumer);
        return consumer;
    }

    private Consumer consumer(Processor processor) {
        if (isDiscovery()) {
            return new SmpDiscoveryConsumer(this, processor);
        }
        return configuration.getOperation() == null
                ? new SmpConsumer(this, processor)
                : new SmpPollConsumer(this, processor);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        settings = EndpointSettings.of(configuration, getCamelContext());
        SmpAddress stated = new SmpAddress(transport, address);
        deviceAddress =
                isDiscovery() ? stated : SmpConnections.of(getCamelContext()).normalise(stated);
    }

    /** A context that was stopped and starts again has new connections. */
    @Override
    protected void doStart() throws Exception {
        connections = SmpConnections.of(getCamelContext());
        connections.meterAtMost(((SmpComponent) getComponent()).getMeteredDevices());
        super.doStart();
    }

    /** The connections of the context. */
    SmpConnections connections() {
        return connections;
    }

    /** Whether the address stands for whatever can be found. */
    private boolean isDiscovery() {
        return address.equals(Discovery.ANY);
    }

    /** The device in the one spelling that all its endpoints share. */
    SmpAddress deviceAddress() {
        return deviceAddress;
    }

    /** The options, checked. */
    EndpointSettings settings() {
        return settings;
    }

    /** Where the connection to the device stands, for JMX. */
    @ManagedAttribute(description = "State of the connection to the device, closed if nobody needs one")
    public String getConnectionState() {
        return Optional.ofNullable(connections)
                .flatMap(shared -> shared.find(deviceAddress))
                .map(SharedConnection::stateName)
                .orElse("closed");
    }

    @Override
    public String getServiceUrl() {
        return transport + ":" + address;
    }

    @Override
    public String getServiceProtocol() {
        return "smp";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("transport", transport);
    }

    @ManagedAttribute(description = "How the device is reached")
    public String getTransport() {
        return transport;
    }

    /**
     * How the device is reached: serial, udp, tcp (a serial line carried over raw TCP), ble, or sim for a simulated
     * device in this JVM.
     */
    public void setTransport(String transport) {
        this.transport = transport;
    }

    @ManagedAttribute(description = "Where the device is")
    public String getAddress() {
        return address;
    }

    /**
     * Where the device is: the path or name of a serial port, host and optional port (1337) for udp, host and port for
     * tcp, address or name of a Bluetooth device, name of a simulated device. An asterisk lets a consumer for serial,
     * udp or ble discover devices.
     */
    public void setAddress(String address) {
        this.address = address;
    }

    public SmpConfiguration getConfiguration() {
        return configuration;
    }

    /** The options of this endpoint alone. They are read when it starts. */
    public void setConfiguration(SmpConfiguration configuration) {
        this.configuration = configuration;
    }
}
