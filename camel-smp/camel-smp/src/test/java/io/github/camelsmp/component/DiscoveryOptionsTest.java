package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an option keeps the route from starting, with its name. */
class DiscoveryOptionsTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smp:serial:*?usbVendorId=2fe3        | usbVendorId is '2fe3'",
                "smp:serial:*?usbProductId=65536      | usbProductId is '65536'",
                "smp:serial:*?namePattern=RAW(tty[)   | namePattern",
                "smp:serial:*?scanInterval=0          | scanInterval",
                "smp:serial:*?events=discovered,found | 'found'",
                "smp:udp:*                            | hosts",
                "smp:udp:*?hosts=192.0.2.0/33         | '192.0.2.0/33'",
                "smp:tcp:*                            | tcp:* is not possible, devices can be discovered with serial, udp",
            })
    void namesTheOptionThatIsWrong(String uri, String complaint) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("log:found");
            }
        });

        assertThatThrownBy(context::start).hasStackTraceContaining(complaint);
    }

    @Test
    void refusesAProducerForWhateverCanBeFound() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("smp:serial:*?operation=echo");
            }
        });

        assertThatThrownBy(context::start)
                .hasStackTraceContaining(
                        "smp://serial:*?operation=echo: with the address * a consumer discovers devices");
    }
}
