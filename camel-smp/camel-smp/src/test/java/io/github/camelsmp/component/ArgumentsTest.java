package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final SmpConfiguration options = new SmpConfiguration();
    private final Exchange exchange = new DefaultExchange(context);
    private final Arguments arguments = new Arguments(exchange, options);

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private void header(String name, Object value) {
        exchange.getMessage().setHeader(name, value);
    }

    @Test
    void theOptionCountsWhereThereIsNoHeader() {
        options.setImage(1);
        options.setName("a/b");
        options.setForce(true);
        options.setHash("0aff");

        assertThat(arguments.image()).isEqualTo(1);
        assertThat(arguments.requiredName()).isEqualTo("a/b");
        assertThat(arguments.force()).isTrue();
        assertThat(arguments.requiredHash()).containsExactly(10, 255);
    }

    @Test
    void theHeaderWinsOverTheOption() {
        options.setImage(1);
        options.setName("a/b");
        options.setForce(true);
        options.setHash("0aff");
        header("CamelSmpImage", "2");
        header("CamelSmpName", "c/d");
        header("CamelSmpForce", false);
        header("CamelSmpHash", new byte[] {1, 2});

        assertThat(arguments.image()).isEqualTo(2);
        assertThat(arguments.requiredName()).isEqualTo("c/d");
        assertThat(arguments.force()).isFalse();
        assertThat(arguments.requiredHash()).containsExactly(1, 2);
    }

    @Test
    void aHashInAHeaderMayBeHexadecimal() {
        header("CamelSmpHash", "0AFF");

        assertThat(arguments.requiredHash()).containsExactly(10, 255);
    }

    @Test
    void anOperationInAHeaderMayBeText() {
        header("CamelSmpOperation", "imageList");

        assertThat(arguments.requiredOperation()).isEqualTo(SmpOperation.imageList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2500", "2.5s", "PT2.5S"})
    void aTimeoutTakesTheFormsOfADuration(String text) {
        header("CamelSmpTimeout", text);

        assertThat(arguments.timeout()).contains(Duration.ofMillis(2500));
    }

    @Test
    void aTimeoutMayBeANumberOfMilliseconds() {
        header("CamelSmpTimeout", 2500);

        assertThat(arguments.timeout()).contains(Duration.ofMillis(2500));
    }

    @Test
    void aTimeoutThatIsNoneIsNamed() {
        header("CamelSmpTimeout", "abc");

        assertThatThrownBy(arguments::timeout).hasMessageContaining("CamelSmpTimeout is 'abc', write a duration");
    }

    @Test
    void aMissingArgumentIsNamedAsOptionAndAsHeader() {
        assertThatThrownBy(arguments::requiredPath)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option path")
                .hasMessageContaining("CamelSmpPath");
    }

    @Test
    void aHeaderThatCannotBeConvertedIsNamedWithItsValue() {
        header("CamelSmpSlot", "second");

        assertThatThrownBy(arguments::slot)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelSmpSlot")
                .hasMessageContaining("second");
    }

    @Test
    void aNumberOutOfItsRangeIsNamedWithItsRange() {
        options.setCommand(256);

        assertThatThrownBy(arguments::requiredCommand)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("command is 256")
                .hasMessageContaining("255");
    }

    @Test
    void anUnknownOperationIsAnsweredWithTheKnownOnes() {
        header("CamelSmpOperation", "dance");

        assertThatThrownBy(arguments::requiredOperation)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dance")
                .hasMessageContaining("imageList");
    }

    @Test
    void noOperationAtAllSaysWhereOneCanBeNamed() {
        assertThatThrownBy(arguments::requiredOperation)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option operation")
                .hasMessageContaining("CamelSmpOperation");
    }

    @Test
    void aHashThatIsNotHexadecimalIsRefused() {
        options.setHash("xyz");

        assertThatThrownBy(arguments::hash).hasMessageContaining("hash is 'xyz'");
    }
}
