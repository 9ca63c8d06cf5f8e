package io.github.camelsmp.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.MemoryPool;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the guide to the operations, run as it stands there. */
class OperationsGuideTest {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 4096);
    private static final FirmwareImage NEWEST = FirmwareImage.ofSize("3.0.0", 4096);

    private final CamelContext context = new DefaultCamelContext();
    private SimulatedDevice device;

    @BeforeEach
    void start() {
        device = SimulatedDevice.builder("board-1")
                .secondary(NEW)
                .os(os -> os.withMemoryPools(new MemoryPool("heap", 16, 100, 40, 12)))
                .settings(new SimulatedSettings().add("app/interval", "10".getBytes(UTF_8)))
                .files(new SimulatedFiles().mount("/lfs1").put("/lfs1/config.json", "{}".getBytes(UTF_8)))
                .build();
        Properties properties = new Properties();
        properties.setProperty("device", device.address());
        properties.setProperty("hash", HexFormat.of().formatHex(NEW.hash()));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.start();
        context.createProducerTemplate().requestBody("smp:{{device}}?operation=dateTimeWrite", (Object) null);
    }

    @AfterEach
    void stop() {
        context.stop();
        device.close();
    }

    static Stream<Arguments> examples() {
        return OperationsGuide.examples().entrySet().stream()
                .map(example -> Arguments.of(SmpOperation.valueOf(example.getKey()), example.getValue()));
    }

    @Test
    void everyOperationHasAnExample() {
        assertThat(OperationsGuide.examples().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(SmpOperation.values()).map(SmpOperation::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExampleRunsAndReturnsWhatTheGuideSays(SmpOperation operation, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("guide.yaml", yaml));
        Object body = bodyFor(operation);

        Exchange exchange = context.createProducerTemplate()
                .request("direct:" + operation, toSend -> toSend.getMessage().setBody(body));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody())
                .satisfies(result -> assertThat(typeOf(operation)).isAssignableFrom(result.getClass()));
    }

    private static Object bodyFor(SmpOperation operation) {
        return switch (operation) {
            case firmwareUpgrade, imageUpload -> NEWEST.bytes();
            case settingsWrite, fileUpload -> "42".getBytes(UTF_8);
            case request -> null;
            default -> "untouched";
        };
    }

    private static Class<?> typeOf(SmpOperation operation) {
        return switch (operation) {
            case imageList, imageTest, imageConfirm, slotInfo, statisticsList, groupList, groupDetails -> List.class;
            case settingsRead, settingsWrite -> byte[].class;
            case groupCount -> Long.class;
            case echo,
                    reset,
                    applicationInfo,
                    dateTimeRead,
                    dateTimeWrite,
                    imageErase,
                    settingsDelete,
                    settingsCommit,
                    settingsLoad,
                    settingsSave,
                    storageErase,
                    shell,
                    fileDownload -> String.class;
            default -> Map.class;
        };
    }
}
