package io.github.camelsmp.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class SimulatedBoardTest {

    // tag::test[]
    @Test
    void upgradesABoardOverUdp() throws Exception {
        FirmwareImage firmware = FirmwareImage.ofSize("2.0.0", 20_000);
        try (SimulatedDevice board = SimulatedDevice.builder("board-1").build();
                CamelContext context = new DefaultCamelContext()) {
            context.start();

            Map<?, ?> result = context.createProducerTemplate()
                    .requestBody(
                            "smp:" + board.listenUdp(0).address() + "?operation=firmwareUpgrade",
                            firmware.bytes(),
                            Map.class);

            assertThat(result.get("outcome")).isEqualTo("upgraded");
            assertThat(board.runningVersion()).contains("2.0.0");
        }
    }
    // end::test[]

    // tag::trouble[]
    @Test
    void upgradesABoardThatLosesEveryTwentiethMessage() throws Exception {
        FirmwareImage firmware = FirmwareImage.ofSize("2.0.0", 20_000);
        try (SimulatedDevice board = SimulatedDevice.builder("board-1")
                        .impairment(Impairment.both(Way.CLEAN.withLoss(0.05)).withSeed(7))
                        .build();
                CamelContext context = new DefaultCamelContext()) {
            context.start();

            context.createProducerTemplate()
                    .requestBody(
                            "smp:sim:board-1?operation=firmwareUpgrade&requestTimeout=100&retries=20",
                            firmware.bytes());

            assertThat(board.runningVersion()).contains("2.0.0");
        }
    }
    // end::trouble[]

    @Test
    void refusesWhatIsNoFirmware() throws Exception {
        try (SimulatedDevice board = SimulatedDevice.builder("board-1").build();
                CamelContext context = new DefaultCamelContext()) {
            context.start();

            assertThatThrownBy(() -> context.createProducerTemplate()
                            .requestBody("smp:" + board.address() + "?operation=firmwareUpgrade", "no firmware"))
                    .isInstanceOf(CamelExecutionException.class)
                    .hasCauseInstanceOf(SmpImageException.class);
        }
    }
}
