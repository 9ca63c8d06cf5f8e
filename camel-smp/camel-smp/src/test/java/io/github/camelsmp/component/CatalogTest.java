package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools know of the component: the generated metadata in the jar. */
class CatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void addTheComponent() throws IOException {
        try (InputStream json =
                SmpComponent.class.getResourceAsStream("/META-INF/io/github/camelsmp/component/smp.json")) {
            catalog.addComponent(
                    "smp", SmpComponent.class.getName(), new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theComponentIsAsynchronousAndWorksBothWays() {
        ComponentModel model = catalog.componentModel("smp");

        assertThat(model.getTitle()).isEqualTo("SMP (MCU management)");
        assertThat(model.getSyntax()).isEqualTo("smp:transport:address");
        assertThat(model.isAsync()).isTrue();
        assertThat(model.isConsumerOnly()).isFalse();
        assertThat(model.isProducerOnly()).isFalse();
    }

    @Test
    void everyOperationOfTheEnumIsAWordOfTheOption() {
        List<String> words = catalog.componentModel("smp").getEndpointOptions().stream()
                .filter(option -> option.getName().equals("operation"))
                .findFirst()
                .orElseThrow()
                .getEnums();

        assertThat(words)
                .containsExactlyElementsOf(Arrays.stream(SmpOperation.values())
                        .map(SmpOperation::name)
                        .toList());
    }

    @Test
    void exactlyTheDurationsAreOfTypeLong() {
        assertThat(catalog.componentModel("smp").getEndpointOptions())
                .allSatisfy(option -> assertThat(option.getType().equals("duration"))
                        .as(option.getName())
                        .isEqualTo(option.getJavaType().equals("long")));
    }

    @Test
    void everyOptionOfAnEndpointCanBeSetOnTheComponent() {
        ComponentModel model = catalog.componentModel("smp");
        List<String> ofTheComponent = model.getComponentOptions().stream()
                .map(ComponentModel.ComponentOptionModel::getName)
                .toList();

        assertThat(model.getEndpointParameterOptions())
                .filteredOn(option -> option.getConfigurationClass() != null)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(ofTheComponent).contains(option.getName()));
    }

    @Test
    void everyHeaderIsDescribed() {
        assertThat(catalog.componentModel("smp").getEndpointHeaders())
                .hasSize(26)
                .allSatisfy(header -> {
                    assertThat(header.getName()).startsWith("CamelSmp");
                    assertThat(header.getDescription()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp:serial:/dev/ttyACM0?operation=imageList",
                "smp:serial:/dev/serial/by-id/usb-Zephyr Project_Board 1-if00?events=console,progress",
                "smp:serial:COM7?baudRate=9600&parity=even",
                "smp:serial:\\\\.\\COM10",
                "smp:udp:192.0.2.7?requestTimeout=4s&eraseTimeout=40000&window=4",
                "smp:udp:gw.local:1338?operation=statisticsRead&name=smp_svr_stats",
                "smp:udp:[2001:db8::7]:1337?mtu=1280",
                "smp:udp:[fe80::1]:1337",
                "smp:tcp:moxa-3:4001?framing=raw&strategy=bufferParams",
                "smp:ble:AA:BB:CC:DD:EE:FF?upgradeMode=plan",
                "smp:ble:Sensor 12",
                "smp:sim:board-1?operation=reset&bootMode=1&force=true"
            })
    void theCatalogFindsNothingWrongWithWhatUsersWrite(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp:udp:gw.local?operation=statisticsRead&name=smp_svr_stats&delay=10s&onChange=true",
                "smp:udp:gw.local?operation=fileHash&path=/lfs1/a&hashType=crc32&offset=1&length=2&initialDelay=1m",
                "smp:udp:gw.local?operation=request&group=64&command=1",
                "smp:udp:gw.local?operation=bootloaderInfo&query=mode",
                "smp:udp:gw.local?operation=applicationInfo&format=a"
            })
    void theCatalogFindsNothingWrongWithConsumersThatRead(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, true, false);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp:udp:192.0.2.7?operation=dance",
                "smp:udp:192.0.2.7?retries=some",
                "smp:udp:192.0.2.7?requestTimeouts=3s",
                "smp:carrier:pigeon"
            })
    void theCatalogFindsMistakes(String uri) {
        assertThat(catalog.validateEndpointProperties(uri).isSuccess()).isFalse();
    }
}
