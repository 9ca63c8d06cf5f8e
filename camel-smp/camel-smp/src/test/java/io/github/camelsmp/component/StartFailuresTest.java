package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in an endpoint keep its route from starting and are named; a device that is not there does not. */
class StartFailuresTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private void start(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        });
        context.start();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smp:udp:192.0.2.7?framing=slip            | framing is 'slip', it may be console, raw",
                "smp:udp:192.0.2.7?operation=dance         | operation",
                "smp:udp:192.0.2.7?retries=-1              | retries is -1",
                "smp:udp:192.0.2.7?retries=many            | retries",
                "smp:udp:192.0.2.7?lineLength=5            | lineLength is 5",
                "smp:udp:192.0.2.7?requestTimeout=soon     | requestTimeout",
                "smp:udp:192.0.2.7?requestTimeout=0        | requestTimeout is 0 ms",
                "smp:udp:192.0.2.7?idleTimeout=0           | idleTimeout is 0 ms",
                "smp:udp:192.0.2.7?swapTimeout=0           | swapTimeout is 0 ms",
                "smp:udp:192.0.2.7?upgradeMode=maybe       | upgradeMode is 'maybe'",
                "smp:udp:192.0.2.7?trustedKey=file:no.pem  | trustedKey=file:no.pem",
                "smp:udp:192.0.2.7?strategie=auto          | strategie",
                "smp:udp:192.0.2.7:99999                   | 99999",
                "smp:tcp:moxa-3                            | port",
                "smp:udp:                                  | smp:transport:address",
                "smp:udp                                   | smp:transport:address",
                "smp:carrier:pigeon                        | there is no transport 'carrier'",
                "smp:ble:AA:BB:CC:DD:EE:FF                 | io.github.camelsmp:smp-ble"
            })
    void aMistakeIsNamed(String uri, String named) {
        assertThatThrownBy(() -> start("direct:start", uri)).hasStackTraceContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smp:udp:192.0.2.7?events=console,applause | events names 'applause'",
                "smp:udp:192.0.2.7?ansi=paint              | ansi is 'paint', it may be keep, strip"
            })
    void aMistakeOfAConsumerIsNamed(String uri, String named) {
        assertThatThrownBy(() -> start(uri, "mock:events")).hasStackTraceContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp:serial:/dev/not-plugged-in",
                "smp:serial:/dev/serial/by-id/usb-Zephyr Project_Board 1-if00",
                "smp:tcp:127.0.0.1:9",
                "smp:udp:[::1]:9",
                "smp:sim:nobody"
            })
    void aDeviceThatIsNotThereDoesNotKeepARouteFromStarting(String uri) throws Exception {
        start(uri, "mock:events");
        start("direct:start", uri + "?operation=echo&lazyConnect=false");

        assertThat(context.getRoutes()).allSatisfy(route -> assertThat(context.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted())
                .isTrue());
    }

    @Test
    void fractionsOfASecondAreUnderstood() throws Exception {
        start("direct:start", "smp:udp:192.0.2.7?requestTimeout=2.5s&eraseTimeout=1m30s");

        SmpEndpoint endpoint = (SmpEndpoint) context.getEndpoints().stream()
                .filter(SmpEndpoint.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(endpoint.getConfiguration().getRequestTimeout()).isEqualTo(2500);
        assertThat(endpoint.getConfiguration().getEraseTimeout()).isEqualTo(90_000);
    }

    @Test
    void theHashOfAnImageIsNotTakenForCamelsOwnParameterOfThatName() {
        SmpEndpoint endpoint = context.getEndpoint("smp:udp:192.0.2.7?hash=0aff&retries=1", SmpEndpoint.class);

        assertThat(endpoint.getConfiguration().getHash()).isEqualTo("0aff");
        assertThat(endpoint.getConfiguration().getRetries()).isEqualTo(1);
    }

    @Test
    void anOptionOfTheComponentHoldsForItsEndpointsAndAnEndpointMaySayOtherwise() throws Exception {
        SmpComponent component = context.getComponent("smp", SmpComponent.class);
        component.getConfiguration().setRetries(7);
        component.getConfiguration().setMtu(600);

        SmpEndpoint one = context.getEndpoint("smp:udp:192.0.2.7", SmpEndpoint.class);
        SmpEndpoint other = context.getEndpoint("smp:udp:192.0.2.8?retries=1", SmpEndpoint.class);

        assertThat(one.settings().client().retries()).isEqualTo(7);
        assertThat(other.settings().client().retries()).isEqualTo(1);
        assertThat(other.settings().client().transport().mtu()).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smp:udp:192.0.2.7                                   | udp:192.0.2.7:1337",
                "smp:udp:[2001:db8::7]:1338                          | udp:[2001:db8::7]:1338",
                "smp:serial:COM7                                     | serial:COM7",
                "smp:serial:/dev/serial/by-id/usb-A Board_1-if00     | serial:/dev/serial/by-id/usb-A Board_1-if00",
                "smp:serial:/dev/serial/by-id/usb-A%20Board_1-if00   | serial:/dev/serial/by-id/usb-A Board_1-if00",
                "smp:sim:board 1                                     | sim:board 1"
            })
    void addressesOfAnyKindArriveAsTheyWereWritten(String uri, String address) throws Exception {
        assertThat(context.getEndpoint(uri, SmpEndpoint.class).deviceAddress()).hasToString(address);
    }
}
