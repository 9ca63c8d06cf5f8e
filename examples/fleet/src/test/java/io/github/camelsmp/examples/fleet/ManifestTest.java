package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The manifest, as far as it can be looked at without a cluster. */
@Timeout(120)
class ManifestTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Class<?>> KINDS = Map.of(
            "Namespace", Namespace.class,
            "Secret", Secret.class,
            "ConfigMap", ConfigMap.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class);
    private static final Set<String> OF_KEDA = Set.of("TriggerAuthentication", "ScaledObject");

    @TempDir
    Path home;

    private List<JsonNode> objects;

    @BeforeEach
    void read() throws IOException {
        objects = YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(Path.of("src/main/kubernetes/fleet.yaml").toFile())
                .readAll();
    }

    @Test
    void namesOnlyWhatKubernetesKnows() {
        for (JsonNode object : objects) {
            String kind = object.path("kind").asText();
            if (!OF_KEDA.contains(kind)) {
                assertThat(KINDS).containsKey(kind);
                assertKnown(object, YAML.constructType(KINDS.get(kind)), kind);
                assertThat(YAML.convertValue(object, KINDS.get(kind))).isNotNull();
            }
        }
    }

    private static void assertKnown(JsonNode node, JavaType type, String where) {
        if (node.isArray()) {
            node.forEach(item -> assertKnown(item, type.getContentType(), where + "[]"));
        } else if (node.isObject() && !type.isMapLikeType()) {
            BeanDescription known = YAML.getDeserializationConfig().introspect(type);
            Map<String, JavaType> properties = known.findProperties().stream()
                    .filter(property -> property.getPrimaryType() != null)
                    .collect(Collectors.toMap(BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType));
            node.properties().forEach(field -> {
                assertThat(properties).as(where).containsKey(field.getKey());
                assertKnown(field.getValue(), properties.get(field.getKey()), where + "." + field.getKey());
            });
        }
    }

    @Test
    void scalesWhatIsThereByTheQueueThatIsThere() throws IOException {
        JsonNode scaled = object("ScaledObject").path("spec");
        JsonNode trigger = scaled.path("triggers").get(0);

        assertThat(scaled.at("/scaleTargetRef/name"))
                .isEqualTo(object("Deployment").at("/metadata/name"));
        assertThat(trigger.at("/authenticationRef/name"))
                .isEqualTo(object("TriggerAuthentication").at("/metadata/name"));
        assertThat(trigger.at("/metadata/queueName").asText()).isEqualTo("jobs");
        assertThat(trigger.at("/metadata/queueLength").asText()).isEqualTo(ours().getProperty("gateway.hands"));
        object("TriggerAuthentication").at("/spec/secretTargetRef").forEach(reference -> {
            assertThat(reference.path("name")).isEqualTo(object("Secret").at("/metadata/name"));
            assertThat(object("Secret")
                            .path("stringData")
                            .has(reference.path("key").asText()))
                    .isTrue();
        });
    }

    @Test
    void setsWhatTheProgramHas() throws IOException {
        Set<String> properties = ours().stringPropertyNames().stream()
                .map(name -> name.replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(properties).containsAll(environment("Deployment").keySet());
        assertThat(properties).containsAll(environment("StatefulSet").keySet());
    }

    @Test
    void probesWhatAnswersAndConfiguresWhatWorks() throws Exception {
        int health = FleetOptions.freePort();
        try (FleetDevices devices = new FleetDevices(1, Duration.ZERO);
                FleetBroker broker = new FleetBroker(home, FleetOptions.freePort())) {
            broker.start();
            Map<String, String> environment = environment("Deployment");
            environment.putAll(Map.of(
                    "GATEWAY_NAME", "pod-1",
                    "FLEET_BROKER", broker.address(),
                    "FLEET_LEASES", home.resolve("leases").toString(),
                    "GATEWAY_PROBES_PORT", String.valueOf(health)));
            Process pod = new JavaProgram(FleetGateway.class.getName(), List.of("-Xmx192m"), List.of(), environment)
                    .start(home.resolve("pod.log"));
            try (Control control = new Control(broker.address())) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    String path = container("Deployment")
                            .at("/" + probe + "/httpGet/path")
                            .asText();
                    await().atMost(Duration.ofMinutes(1)).until(() -> answers(health, path));
                }
                control.order(
                        devices.addresses().get(0),
                        FleetRun.image(home),
                        Instant.now().plusSeconds(600));
                control.ledger().awaitDone(1);

                assertThat(control.ledger().work()).containsKey("pod-1");
            } finally {
                pod.destroyForcibly().onExit().join();
            }
        }
    }

    private static boolean answers(int port, String path) throws InterruptedException {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Properties ours() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = ManifestTest.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        return properties;
    }

    /** What a container of a kind is given; what the cluster fills in is blank. */
    private Map<String, String> environment(String kind) {
        Map<String, String> environment = new HashMap<>();
        container(kind)
                .path("env")
                .forEach(entry -> environment.put(
                        entry.path("name").asText(), entry.path("value").asText()));
        object("ConfigMap")
                .path("data")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }

    private JsonNode container(String kind) {
        return object(kind).at("/spec/template/spec/containers/0");
    }

    private JsonNode object(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
