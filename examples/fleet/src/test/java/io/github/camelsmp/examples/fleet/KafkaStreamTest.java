package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The stream of events on a real Kafka broker; {@code mvn -Pkafka} brings one. */
@EnabledIf(
        value = "io.github.camelsmp.examples.fleet.KafkaProcess#isThere",
        disabledReason = "there is no Kafka broker on the class path (mvn -Pkafka)")
@Timeout(300)
class KafkaStreamTest {

    private static final int DEVICES = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void streamsEveryResultAndProgressThoughAGatewayAndTheBrokerAreKilled() throws Exception {
        try (KafkaProcess kafka = new KafkaProcess(home)) {
            Map<String, String> properties = Map.of("fleet.kafka", kafka.address());

            FleetReport report = FleetRun.run(new FleetOptions(home, DEVICES, 2, new BrokerProcess(home), properties));

            assertThat(report.upgraded()).isEqualTo(DEVICES - 1);
            Map<String, Set<String>> devices = devices(kafka);
            assertThat(devices.get("result"))
                    .hasSize(DEVICES - 1)
                    .doesNotContainAnyElementsOf(report.dead().keySet());
            assertThat(devices.get("progress")).isNotEmpty();
        }
    }

    /** The devices that each kind of event names, read until all results are there. */
    private static Map<String, Set<String>> devices(KafkaProcess kafka) throws Exception {
        Main main = new Main();
        main.start();
        Map<String, Set<String>> devices = Map.of("result", new HashSet<>(), "progress", new HashSet<>());
        try (ConsumerTemplate template = main.getCamelContext().createConsumerTemplate()) {
            while (devices.get("result").size() < DEVICES - 1) {
                String text = template.receiveBody(
                        "kafka:fleet-events?groupId=test&autoOffsetReset=earliest&brokers=" + kafka.address(),
                        String.class);
                JsonNode event = JSON.readTree(text);
                devices.get(event.path("event").asText())
                        .add(event.path("device").asText());
            }
        } finally {
            main.stop();
        }
        return devices;
    }
}
