package com.example.valve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.valve.ValveGroup.Position;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user can do with a group of their own, from Java and from a route. */
class ValveTest {

    private SimulatedDevice board;
    private String address;

    @BeforeEach
    void start() {
        // tag::board[]
        board = SimulatedDevice.builder("valve-board")
                .group(new SimulatedValve().group())
                .build();
        // end::board[]
        address = board.listenUdp(0).address();
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void aJavaProgramSendsItsOwnRecordsAndGetsItsOwnRecordsBack() {
        // tag::client[]
        try (SmpClient client = SmpClient.of(address)) {
            Position position = client.send(new ValveGroup.Move(30)).join();
            // end::client[]

            assertThat(position).isEqualTo(new Position(30, true));
            assertThat(client.send(new ValveGroup.Read()).join()).isEqualTo(new Position(30, false));
        }
    }

    @Test
    void aConnectionThatIsHeldDirectlyTakesThemToo() {
        try (SmpResources resources = SmpResources.create();
                SmpConnection connection = resources.connection(SmpAddress.parse(address), SmpClientOptions.DEFAULT)) {
            assertThat(connection.send(new ValveGroup.Move(5)).join()).isEqualTo(new Position(5, true));
        }
    }

    @Test
    void anErrorOfTheGroupIsAnErrorWithItsNumber() {
        try (SmpClient client = SmpClient.of(address)) {
            assertThatThrownBy(() -> client.send(new ValveGroup.Move(101)).join())
                    .cause()
                    .isInstanceOfSatisfying(SmpErrorException.class, error -> {
                        assertThat(error.group()).isEqualTo(ValveGroup.ID);
                        assertThat(error.code()).isEqualTo(SimulatedValve.OUT_OF_RANGE);
                    });
        }
    }

    @Test
    void aRouteWithoutAnyClassOfTheUserSendsAMapAndGetsAMapBack() throws Exception {
        try (CamelContext context = contextWith("valve.yaml")) {
            ProducerTemplate template = context.createProducerTemplate();

            assertThat(template.requestBody("direct:move", Map.of("percent", 40)))
                    .isEqualTo(Map.of("percent", 40L, "moving", true));
            assertThat(template.requestBody("direct:where", (Object) null))
                    .isEqualTo(Map.of("percent", 40L, "moving", false));
        }
    }

    @Test
    void aRouteSendsTheRecordOfTheUserAndGetsItsTypedResponse() throws Exception {
        try (CamelContext context = contextWith("valve.yaml")) {
            Object position = context.createProducerTemplate().requestBody("direct:typed", new ValveGroup.Move(50));

            assertThat(position).isEqualTo(new Position(50, true));
        }
    }

    @Test
    void aRouteFailsWithTheErrorOfTheGroup() throws Exception {
        try (CamelContext context = contextWith("valve.yaml")) {
            ProducerTemplate template = context.createProducerTemplate();

            assertThatThrownBy(() -> template.requestBody("direct:move", Map.of("percent", 101)))
                    .isInstanceOf(CamelExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(error.code())
                            .isEqualTo(SimulatedValve.OUT_OF_RANGE));
        }
    }

    private CamelContext contextWith(String routes) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getPropertiesComponent().addInitialProperty("valve", address);
        Path file = Path.of("src", "test", "resources", "custom-groups", routes);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "file:" + file));
        context.start();
        return context;
    }
}
