package io.github.camelsmp.component;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.line.UdpLine;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.test.junit5.CamelTestSupport;

/** A context and a device behind a real UDP socket, both new for every test. */
abstract class DeviceTestSupport extends CamelTestSupport {

    SimulatedDevice device;
    UdpLine line;

    /** Changes the device before it is built. */
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder;
    }

    @Override
    protected void setupResources() {
        device = configure(SimulatedDevice.builder("board-1")).build();
        line = device.listenUdp(0);
    }

    @Override
    protected void cleanupResources() {
        device.close();
    }

    /** The endpoint of the device, with options. */
    String uri(String options) {
        return "smp:" + line.address() + (options.isEmpty() ? "" : "?" + options);
    }

    /** Sends a body through {@code direct:start}; what the exchange failed with is thrown. */
    Object ask(Object body) throws Exception {
        return bodyOf(template.request(
                "direct:start", exchange -> exchange.getMessage().setBody(body)));
    }

    /** Lets {@code direct:start} do an operation that needs no body. */
    Object askFor(SmpOperation operation) throws Exception {
        return bodyOf(send(exchange -> exchange.getMessage().setHeader(SmpConstants.OPERATION, operation)));
    }

    /** Sends whatever the processor prepares through {@code direct:start}. */
    Exchange send(Processor preparation) {
        return template.request("direct:start", preparation);
    }

    static Object bodyOf(Exchange exchange) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody();
    }
}
