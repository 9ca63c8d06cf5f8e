package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EchoesOverUdpTest extends DeviceTestSupport {

    private static final int ECHOES = 1000;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri("operation=echo"));
            }
        };
    }

    @Test
    void aThousandEchoesOneAfterAnotherComeBackInLittleTime() throws Exception {
        IntStream.range(0, ECHOES).forEach(number -> template.requestBody("direct:start", "warm " + number));
        long[] nanos = new long[ECHOES];

        for (int number = 0; number < ECHOES; number++) {
            long sent = System.nanoTime();
            assertThat(ask("echo " + number)).isEqualTo("echo " + number);
            nanos[number] = System.nanoTime() - sent;
        }

        Arrays.sort(nanos);
        System.out.printf(
                "%d echoes through a route over UDP: median %d us, 99th percentile %d us%n",
                ECHOES, nanos[ECHOES / 2] / 1000, nanos[ECHOES * 99 / 100] / 1000);
    }

    @Test
    void aThousandEchoesAtOnceAllComeBack() throws Exception {
        List<CompletableFuture<Object>> answers = new ArrayList<>();

        for (int number = 0; number < ECHOES; number++) {
            answers.add(template.asyncRequestBody("direct:start", "echo " + number));
        }

        for (int number = 0; number < ECHOES; number++) {
            assertThat(answers.get(number).get(60, SECONDS)).isEqualTo("echo " + number);
        }
    }
}
