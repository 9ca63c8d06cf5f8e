package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.camel.util.URISupport;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Routes to a device behind DTLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DtlsRouteTest {

    private static final String KEY = "5ec4e7c0ffee";

    private final SimulatedDevice device = SimulatedDevice.builder("guarded").build();
    private final CamelContext context = new DefaultCamelContext();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        context.stop();
        device.close();
    }

    private String echo(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri);
            }
        });
        context.start();
        return context.createProducerTemplate().requestBody("direct:start", "hello", String.class);
    }

    private DtlsServer keyServer() throws Exception {
        return new DtlsServer(
                device,
                settings -> settings.setAdvancedPskStore(
                        new AdvancedSinglePskStore("gateway", HexFormat.of().parseHex(KEY))));
    }

    @Test
    void echoesWithASharedKeyThatNoUriShows() throws Exception {
        context.getPropertiesComponent().addInitialProperty("key", KEY);
        try (DtlsServer server = keyServer()) {

            assertThat(echo("smp:" + server.address() + "?operation=echo&dtls=true&pskIdentity=gateway&psk={{key}}"))
                    .isEqualTo("hello");
        }
        assertThat(context.getEndpoints())
                .allSatisfy(endpoint -> assertThat(endpoint + URISupport.sanitizeUri(endpoint.getEndpointUri()))
                        .doesNotContain(KEY));
    }

    @Test
    void aWrongKeyIsTheReasonOfTheFailure() throws Exception {
        try (DtlsServer server = keyServer()) {
            String uri = "smp:" + server.address() + "?operation=echo&dtls=true&pskIdentity=gateway&psk=00&retries=0"
                    + "&requestTimeout=500&connectTimeout=1s";

            assertThatThrownBy(() -> echo(uri)).hasStackTraceContaining("it knows another key");
        }
    }

    @Test
    void anUnknownIdentityIsTheReasonOfTheFailure() throws Exception {
        try (DtlsServer server = keyServer()) {
            String uri = "smp:" + server.address() + "?operation=echo&dtls=true&pskIdentity=stranger&psk=00&retries=0"
                    + "&requestTimeout=500&connectTimeout=1s";

            assertThatThrownBy(() -> echo(uri)).hasStackTraceContaining("DTLS handshake");
        }
    }

    @Test
    void echoesWithCertificatesAsCamelDescribesThem() throws Exception {
        SelfSigned gateway = SelfSigned.make(folder, "gateway");
        SelfSigned board = SelfSigned.make(folder, "board");
        context.getRegistry().bind("tls", parameters(gateway, board));
        try (DtlsServer server = certificateServer(board, gateway)) {

            assertThat(echo("smp:" + server.address() + "?operation=echo&dtls=true&sslContextParameters=#tls"))
                    .isEqualTo("hello");
        }
    }

    @Test
    void aDeviceThatShowsAnotherCertificateIsRefused() throws Exception {
        SelfSigned gateway = SelfSigned.make(folder, "gateway");
        SelfSigned board = SelfSigned.make(folder, "board");
        SelfSigned stranger = SelfSigned.make(folder, "stranger");
        context.getRegistry().bind("tls", parameters(gateway, board));
        try (DtlsServer server = certificateServer(stranger, gateway)) {
            String uri = "smp:" + server.address() + "?operation=echo&dtls=true&sslContextParameters=#tls&retries=0"
                    + "&requestTimeout=500&connectTimeout=2s";

            assertThatThrownBy(() -> echo(uri)).hasStackTraceContaining("a certificate was refused");
        }
    }

    @Test
    void aKeyStoreThatIsNotThereKeepsTheRouteFromStarting() {
        context.getRegistry().bind("tls", parameters(new SelfSigned(folder.resolve("no.p12"), null, null), null));

        assertThatThrownBy(() -> echo("smp:udp:192.0.2.7?dtls=true&sslContextParameters=#tls"))
                .hasStackTraceContaining("sslContextParameters cannot be used");
    }

    private DtlsServer certificateServer(SelfSigned own, SelfSigned trusted) throws Exception {
        return new DtlsServer(device, settings -> settings.setCertificateIdentityProvider(
                        new SingleCertificateProvider(own.key(), own.chain(), CertificateType.X_509))
                .setAdvancedCertificateVerifier(StaticNewAdvancedCertificateVerifier.builder()
                        .setTrustedCertificates(trusted.chain())
                        .build()));
    }

    private static SSLContextParameters parameters(SelfSigned own, SelfSigned trusted) {
        SSLContextParameters parameters = new SSLContextParameters();
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store(own));
        keys.setKeyPassword(SelfSigned.PASSWORD);
        parameters.setKeyManagers(keys);
        if (trusted != null) {
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setKeyStore(store(trusted));
            parameters.setTrustManagers(trust);
        }
        return parameters;
    }

    private static KeyStoreParameters store(SelfSigned certificate) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + certificate.file());
        store.setPassword(SelfSigned.PASSWORD);
        store.setType("PKCS12");
        return store;
    }
}
