package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices on the network come and go. */
@Timeout(60)
class UdpDiscoveryTest extends DeviceTestSupport {

    private final BlockingQueue<Exchange> events = new LinkedBlockingQueue<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String port = line.address().substring(line.address().lastIndexOf(':'));
                from("smp:udp:*?scanInterval=20&hosts=127.0.0.1-3" + port).process(events::add);
            }
        };
    }

    @Test
    void tellsOfTheDeviceThatAnswers() throws Exception {
        Exchange found = events.take();

        assertThat(found.getMessage().getHeader("CamelSmpEvent")).isEqualTo("discovered");
        assertThat(found.getMessage().getHeader("CamelSmpAddress")).isEqualTo(line.address());
        Map<?, ?> body = found.getMessage().getBody(Map.class);
        assertThat(body)
                .isEqualTo(Map.of(
                        "address",
                        line.address(),
                        "name",
                        "127.0.0.1",
                        "description",
                        "127.0.0.1",
                        "smp",
                        true,
                        "parameters",
                        Map.of("buf_size", 2048L, "buf_count", 4L)));
    }

    @Test
    void givesAnAddressThatAProducerCanUse() throws Exception {
        String address = events.take().getMessage().getHeader("CamelSmpAddress", String.class);

        assertThat(template.requestBody("smp:" + address + "?operation=echo", "hello", String.class))
                .isEqualTo("hello");
    }

    @Test
    void tellsOfTheDeviceThatNoLongerAnswers() throws Exception {
        events.take();
        device.powerOff();

        Exchange lost = events.take();

        assertThat(lost.getMessage().getHeader("CamelSmpEvent")).isEqualTo("lost");
        assertThat(lost.getMessage().getHeader("CamelSmpAddress")).isEqualTo(line.address());
    }
}
