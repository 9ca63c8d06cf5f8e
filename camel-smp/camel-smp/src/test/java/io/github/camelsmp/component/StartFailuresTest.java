package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
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
                "smp:udp:192.0.2.7?operation=dance         | operation is 'dance', it may be echo, reset",
                "smp:udp:192.0.2.7?retries=-1              | retries is -1",
                "smp:udp:192.0.2.7?retries=many            | retries is 'many', it must be a whole number",
                "smp:udp:192.0.2.7?retries=x               | retries is 'x', it must be a whole number",
                "smp:udp:192.0.2.7?retries=1m              | retries is '1m', it must be a whole number",
                "smp:udp:192.0.2.7?baudRate=abc            | baudRate is 'abc', it must be a whole number",
                "smp:udp:192.0.2.7?slot=second             | slot is 'second', it must be a whole number",
                "smp:udp:192.0.2.7?length=99999999999999999999 | length is '99999999999999999999', it must be a whole number",
                "smp:udp:192.0.2.7?slot=-1                 | slot is -1, it may be 0 to 255",
                "smp:udp:192.0.2.7?image=300               | image is 300, it may be 0 to 255",
                "smp:udp:192.0.2.7?group=70000             | group is 70000, it may be 0 to 65535",
                "smp:udp:192.0.2.7?command=256             | command is 256, it may be 0 to 255",
                "smp:udp:192.0.2.7?bootMode=300            | bootMode is 300, it may be 0 to 255",
                "smp:udp:192.0.2.7?offset=-1               | offset is -1, it may not be negative",
                "smp:udp:192.0.2.7?length=0                | length is 0, it must be at least 1",
                "smp:udp:192.0.2.7?hash=xyz                | hash is 'xyz'",
                "smp:udp:192.0.2.7?dtr=on                  | dtr=on",
                "smp:udp:192.0.2.7?bufferSize=512          | bufferSize counts with strategy=bufferSize only",
                "smp:udp:192.0.2.7?lineBuffers=2           | lineBuffers counts with strategy=bufferParams only",
                "smp:udp:192.0.2.7?protocolVersion=3       | protocolVersion is 3",
                "smp:udp:192.0.2.7?lineLength=5            | lineLength is 5",
                "smp:udp:192.0.2.7?requestTimeout=soon     | requestTimeout is 'soon', write a duration such as 2500, 2.5s or 1m30s",
                "smp:udp:192.0.2.7?requestTimeout=abc      | requestTimeout is 'abc', write a duration",
                "smp:udp:192.0.2.7?requestTimeout=1.5      | requestTimeout is '1.5', write a duration",
                "smp:udp:192.0.2.7?requestTimeout=0        | requestTimeout is 0 ms",
                "smp:udp:192.0.2.7?idleTimeout=0           | idleTimeout is 0 ms",
                "smp:udp:192.0.2.7?swapTimeout=0           | swapTimeout is 0 ms",
                "smp:udp:192.0.2.7?upgradeMode=maybe       | upgradeMode is 'maybe'",
                "smp:udp:192.0.2.7?trustedKey=file:no.pem  | trustedKey=file:no.pem",
                "smp:udp:192.0.2.7?strategie=auto          | strategie",
                "smp:udp:192.0.2.7?retries..x=1             | there is no option 'retries..x'",
                "smp:udp:192.0.2.7?-.x=1                    | there is no option '-.x'",
                "smp:udp:192.0.2.7?dtls=true               | dtls=true needs pskIdentity and psk, or sslContextParameters",
                "smp:udp:192.0.2.7?dtls=true&psk=00ff      | dtls=true needs pskIdentity and psk, or sslContextParameters",
                "smp:udp:192.0.2.7?dtls=true&pskIdentity=me&psk=zz0f | psk is no key, write pairs of hexadecimal digits",
                "smp:udp:192.0.2.7?dtls=true&pskIdentity=me&psk= | psk is no key",
                "smp:udp:192.0.2.7?psk=00ff                | psk counts with dtls=true only",
                "smp:tcp:192.0.2.7:4001?dtls=true          | dtls counts with udp only, and the transport is tcp",
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
                "smp:udp:192.0.2.7?delay=2s                | delay counts with the option operation only",
                "smp:udp:192.0.2.7?onChange=true           | onChange counts with the option operation only",
                "smp:udp:192.0.2.7?ansi=paint              | ansi is 'paint', it may be keep, strip",
                "smp:udp:192.0.2.7?operation=reset         | operation is reset, a consumer repeats only",
                "smp:udp:192.0.2.7?operation=fileDownload  | operation is fileDownload, a consumer repeats only",
                "smp:udp:192.0.2.7?operation=statisticsRead| needs the option name",
                "smp:udp:192.0.2.7?operation=fileHash      | needs the option path",
                "smp:udp:192.0.2.7?operation=request       | needs the option group",
                "smp:udp:192.0.2.7?operation=request&group=64&command=1&write=true | write=true is for producers",
                "smp:udp:192.0.2.7?operation=imageList&delay=0 | delay is 0 ms",
                "smp:udp:192.0.2.7?operation=imageList&initialDelay=-1 | initialDelay is -1, it may not be negative"
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
    void theComponentTakesAndRefusesTheSameFormsAsItsEndpoints() {
        SmpComponent component = context.getComponent("smp", SmpComponent.class);

        bind(component, "requestTimeout", "2.5s");

        assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(2500);
        assertThatThrownBy(() -> bind(component, "retries", "x")).hasStackTraceContaining("retries is 'x'");
    }

    @Test
    void aKeyIsNotShownInTheErrorAboutAnotherOption() {
        assertThatThrownBy(
                        () -> start("direct:start", "smp:udp:192.0.2.7?dtls=true&psk=5ec4e7&pskIdentity=me&retries=x"))
                .hasStackTraceContaining("retries is 'x'")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain("5ec4e7"));
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void bind(SmpComponent component, String option, String value) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty(option, value)
                .bind();
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
