package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.URISupport;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of a configuration are in nothing that is logged, thrown, traced or shown by consoles, JMX and health. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SecretsTest {

    private static final String KEY = "5ec4e7c0ffee";
    private static final String IMPATIENT = "requestTimeout=200&connectTimeout=500&retries=0";
    private static final String WRONG_KEY = "baddecade5";

    /** They show the URIs of all components and all properties as they were written, passwords or not. */
    private static final Set<String> CONSOLES_WITH_URIS =
            Set.of("endpoint", "properties", "route-dump", "route-structure", "service");

    private final SimulatedDevice device = SimulatedDevice.builder("guarded").build();
    private final CamelContext context = new DefaultCamelContext();
    private final WhatIsShown shown = new WhatIsShown(context);
    private DtlsServer server;

    @BeforeEach
    void start() throws Exception {
        server = new DtlsServer(
                device,
                settings -> settings.setAdvancedPskStore(
                        new AdvancedSinglePskStore("gateway", HexFormat.of().parseHex(KEY))));
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        server.close();
        device.close();
        shown.close();
    }

    private void route(String options) throws Exception {
        String uri = "smp:" + server.address() + "?dtls=true&" + options;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:echo").routeId("echo").to(uri + "&operation=echo");
                from(uri + "&events=console").routeId("console").to("log:console");
            }
        });
        context.start();
    }

    private String echo() {
        return context.createProducerTemplate().requestBody("direct:echo", "hello", String.class);
    }

    private List<String> placesWith(String secret) throws Exception {
        Map<String, String> texts = shown.texts();
        assertThat(texts).containsKeys("log", "spans", "console smp", "console smp json");
        return texts.entrySet().stream()
                .filter(text -> text.getValue().contains(secret))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOfCamel(String place) {
        return CONSOLES_WITH_URIS.stream().anyMatch(console -> place.startsWith("console " + console));
    }

    @Test
    void aKeyOfTheComponentIsShownNowhere() throws Exception {
        SmpConfiguration common =
                context.getComponent("smp", SmpComponent.class).getConfiguration();
        common.setPsk(KEY);
        common.setPskIdentity("gateway");
        route("window=1");

        assertThat(echo()).isEqualTo("hello");

        assertThat(placesWith(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"psk=#bean:key&pskIdentity=gateway", "pskIdentity=gateway&psk=#bean:key"})
    void aKeyInTheRegistryIsShownNowhere(String options) throws Exception {
        context.getRegistry().bind("key", KEY);
        route(options);

        assertThat(echo()).isEqualTo("hello");

        assertThat(placesWith(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psk=" + KEY + "&pskIdentity=gateway",
                "psk=RAW(" + KEY + ")&pskIdentity=gateway",
                "psk={{key}}&pskIdentity=gateway"
            })
    void aKeyInAUriIsShownByConsolesOfCamelOnly(String options) throws Exception {
        context.getPropertiesComponent().addInitialProperty("key", KEY);
        route(options);

        assertThat(echo()).isEqualTo("hello");

        assertThat(placesWith(KEY)).allMatch(SecretsTest::isOfCamel);
    }

    @Test
    void aKeyThatTheDeviceDoesNotTakeIsInNoFailure() throws Exception {
        route("psk=" + WRONG_KEY + "&pskIdentity=gateway&" + IMPATIENT);

        Throwable failure = catchThrowable(this::echo);

        assertThat(WhatIsShown.text(failure)).contains(server.address()).doesNotContain(WRONG_KEY);
        assertThat(placesWith(WRONG_KEY)).allMatch(SecretsTest::isOfCamel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psk=" + KEY + "x&pskIdentity=gateway",
                "psk=" + KEY + "&pskIdentity=gateway&mtu=none",
                "psk=" + KEY + "&sslContextParameters=#none",
                "psk=" + KEY + "&pskIdentity=gateway&nonsense=1",
                "passkey=" + KEY
            })
    void aSecretIsInNoFailureToStart(String options) throws Exception {
        Throwable failure = catchThrowable(() -> route(options));

        assertThat(WhatIsShown.text(failure)).contains("smp:").doesNotContain(KEY);
        assertThat(placesWith(KEY)).allMatch(SecretsTest::isOfCamel);
    }

    @ParameterizedTest
    @ValueSource(strings = {SelfSigned.PASSWORD, "open " + SelfSigned.PASSWORD})
    void thePasswordOfAKeyStoreIsShownNowhere(String password, @TempDir Path folder) throws Exception {
        SelfSigned gateway = SelfSigned.make(folder, "gateway");
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + gateway.file());
        store.setPassword(password);
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store);
        keys.setKeyPassword(password);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(keys);
        context.getRegistry().bind("tls", parameters);

        Throwable failure = catchThrowable(() -> {
            route("sslContextParameters=#tls&" + IMPATIENT);
            echo();
        });

        assertThat(WhatIsShown.text(failure)).doesNotContain(SelfSigned.PASSWORD);
        assertThat(placesWith(SelfSigned.PASSWORD)).isEmpty();
    }

    @Test
    void aKeyAmongThePropertiesOfAnApplicationIsNotInTheSummaryThatIsLogged(@TempDir Path folder) throws Exception {
        Path properties = Files.writeString(folder.resolve("application.properties"), """
                camel.main.additionalSensitiveKeywords = grain
                camel.component.smp.psk = %s
                camel.component.smp.pskIdentity = gateway
                camel.component.smp.passkey = 271828
                """.formatted(KEY));
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + properties);
        try (LogRecorder log = new LogRecorder()) {
            main.start();
            main.stop();

            assertThat(log.text())
                    .contains("camel.component.smp.psk = xxxxxx", "camel.component.smp.passkey = xxxxxx")
                    .contains("camel.component.smp.pskIdentity = gateway")
                    .doesNotContain(KEY, "271828");
        }
        assertThat(URISupport.sanitizeUri("mill:wheat?grain=emmer")).isEqualTo("mill:wheat?grain=xxxxxx");
    }
}
