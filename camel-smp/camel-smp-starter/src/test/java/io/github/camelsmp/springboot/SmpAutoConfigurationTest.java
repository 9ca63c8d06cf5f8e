package io.github.camelsmp.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsmp.component.SmpComponent;
import io.github.camelsmp.component.SmpConfiguration;
import io.github.camelsmp.component.SmpOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What properties of an application do to the component. */
class SmpAutoConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, SmpAutoConfiguration.class));

    private static SmpComponent component(CamelContext context) {
        return context.getComponent("smp", SmpComponent.class);
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    @Test
    void setsOptionsAsAnEndpointWouldReadThem() {
        application
                .withPropertyValues(
                        "camel.component.smp.request-timeout=2.5s",
                        "camel.component.smp.swapTimeout=3m",
                        "camel.component.smp.RETRIES=7",
                        "camel.component.smp.skip-installed=false",
                        "camel.component.smp.operation=firmwareUpgrade",
                        "camel.component.smp.metered-devices=5",
                        "camel.component.smp.bridge-error-handler=true",
                        "camel.component.smp.name-pattern=${boards}-.*",
                        "boards=station")
                .run(context -> {
                    SmpComponent smp = component(context.getBean(CamelContext.class));
                    SmpConfiguration options = smp.getConfiguration();
                    assertThat(options.getRequestTimeout()).isEqualTo(2500);
                    assertThat(options.getSwapTimeout()).isEqualTo(180_000);
                    assertThat(options.getRetries()).isEqualTo(7);
                    assertThat(options.isSkipInstalled()).isFalse();
                    assertThat(options.getOperation()).isEqualTo(SmpOperation.firmwareUpgrade);
                    assertThat(options.getNamePattern()).isEqualTo("station-.*");
                    assertThat(smp.getMeteredDevices()).isEqualTo(5);
                    assertThat(smp.isBridgeErrorHandler()).isTrue();
                });
    }

    @Test
    void takesEveryOptionOfTheComponentUnderTheNameThatEditorsAreTold() throws Exception {
        List<String> defaults = OptionMetadata.options().entrySet().stream()
                .filter(option -> option.getValue().has("defaultValue"))
                .map(SmpAutoConfigurationTest::withItsDefault)
                .toList();

        application.withPropertyValues(defaults.toArray(String[]::new)).run(context -> assertThat(
                        component(context.getBean(CamelContext.class)))
                .isNotNull());
        assertThat(defaults).hasSizeGreaterThan(40);
    }

    private static String withItsDefault(Map.Entry<String, JsonNode> option) {
        return OptionMetadata.property(option.getKey()) + "="
                + option.getValue().get("defaultValue").asText();
    }

    @Test
    void namesAnOptionWhoseValueIsWrong() {
        application.withPropertyValues("camel.component.smp.retries=many").run(context -> assertThat(
                        catching(() -> component(context.getBean(CamelContext.class))))
                .hasMessageContaining("retries is 'many', it must be a whole number"));
    }

    @Test
    void namesAPropertyThatIsNoOption() {
        application.withPropertyValues("camel.component.smp.retrys=3").run(context -> assertThat(
                        catching(() -> component(context.getBean(CamelContext.class))))
                .hasMessageContaining("camel.component.smp.retrys is no option of the smp component"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retrys=3               | camel.component.smp.retrys is no option of the smp component
            request-timeout=soon   | camel.component.smp.requestTimeout: requestTimeout is 'soon', write a duration such as
            """)
    void theFailureOfTheApplicationIsToldInASentence(String property, String sentence) {
        application.withPropertyValues("camel.component.smp." + property).run(context -> {
            Throwable failure = failure(() -> component(context.getBean(CamelContext.class)));

            List<FailureAnalysis> told = analyzers()
                    .map(analyzer -> analyzer.analyze(failure))
                    .filter(Objects::nonNull)
                    .toList();

            assertThat(told).singleElement().satisfies(analysis -> {
                assertThat(analysis.getDescription()).startsWith(sentence);
                assertThat(analysis.getAction()).startsWith("Correct the property.");
            });
        });
    }

    /** Those that Spring Boot finds, but for some of its own, which want more than it gives to all. */
    private static Stream<FailureAnalyzer> analyzers() {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {}))
                .stream();
    }

    @Test
    void leavesTheComponentAloneWhereThatIsAskedFor() {
        application
                .withPropertyValues("camel.component.smp.enabled=false", "camel.component.smp.retries=7")
                .run(context -> assertThat(component(context.getBean(CamelContext.class))
                                .getConfiguration()
                                .getRetries())
                        .isEqualTo(3));
    }

    private static Throwable catching(Runnable step) {
        return rootOf(failure(step));
    }

    private static Throwable failure(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("nothing was wrong");
    }
}
