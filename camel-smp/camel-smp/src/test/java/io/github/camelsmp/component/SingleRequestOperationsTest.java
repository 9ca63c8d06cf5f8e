package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.MemoryPool;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** The operations that are one request each: what goes in and what comes out. */
class SingleRequestOperationsTest extends DeviceTestSupport {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 4096);

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.buffers(1024, 3)
                .secondary(NEW)
                .os(os -> os.withMemoryPools(new MemoryPool("heap", 16, 100, 40, 12)));
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri(""));
            }
        };
    }

    private Exchange send(SmpOperation operation, Object body, Map<String, Object> arguments) {
        return send(exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(SmpConstants.OPERATION, operation);
            arguments.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Object ask(SmpOperation operation, Object body, Map<String, Object> arguments) throws Exception {
        return bodyOf(send(operation, body, arguments));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void echoReturnsTheText() throws Exception {
        assertThat(ask(SmpOperation.echo, "hällo", Map.of())).isEqualTo("hällo");
    }

    @Test
    void parametersAreAMap() throws Exception {
        assertThat(askFor(SmpOperation.parameters)).isEqualTo(Map.of("buf_size", 1024L, "buf_count", 3L));
    }

    @Test
    void applicationInfoIsText() throws Exception {
        assertThat(ask(SmpOperation.applicationInfo, null, Map.of("CamelSmpFormat", "s")))
                .isEqualTo("Zephyr");
    }

    @Test
    void bootloaderInfoIsAMap() throws Exception {
        assertThat(askFor(SmpOperation.bootloaderInfo)).isEqualTo(Map.of("bootloader", "MCUboot"));
        assertThat(ask(SmpOperation.bootloaderInfo, null, Map.of("CamelSmpQuery", "mode")))
                .isEqualTo(Map.of("mode", 3L));
    }

    @Test
    void taskStatisticsAreAMapOfMaps() throws Exception {
        Map<?, ?> answer = (Map<?, ?>) askFor(SmpOperation.taskStatistics);

        assertThat(asMap(answer.get("tasks"))).containsKey("main");
    }

    @Test
    void memoryPoolsAreAMapOfMaps() throws Exception {
        Map<?, ?> answer = (Map<?, ?>) askFor(SmpOperation.memoryPools);

        assertThat(asMap(answer.get("heap"))).containsEntry("nblks", 100L);
    }

    @Test
    void theClockIsSetFromTextFromATimeAndFromNow() throws Exception {
        ask(SmpOperation.dateTimeWrite, "2026-01-02T03:04:05", Map.of());
        assertThat(askFor(SmpOperation.dateTimeRead)).asString().startsWith("2026-01-02T03:04:0");

        ask(SmpOperation.dateTimeWrite, LocalDateTime.of(2030, 1, 2, 3, 4, 5, 6_000_000), Map.of());
        assertThat(askFor(SmpOperation.dateTimeRead)).asString().startsWith("2030-01-02T03:04:0");

        LocalDateTime before = LocalDateTime.now().minusSeconds(1);
        askFor(SmpOperation.dateTimeWrite);
        assertThat(LocalDateTime.parse((String) askFor(SmpOperation.dateTimeRead)))
                .isBetween(before, LocalDateTime.now().plusSeconds(1));
    }

    @Test
    void settingTheClockLeavesTheBodyAsItWas() throws Exception {
        LocalDateTime body = LocalDateTime.of(2030, 1, 2, 3, 4, 5);

        assertThat(ask(SmpOperation.dateTimeWrite, body, Map.of())).isSameAs(body);
    }

    @Test
    void imagesAreAListOfMaps() throws Exception {
        List<?> images = (List<?>) askFor(SmpOperation.imageList);

        assertThat(images).hasSize(2);
        Map<?, ?> second = (Map<?, ?>) images.get(1);
        assertThat(second.get("version")).isEqualTo("2.0.0");
        assertThat((byte[]) second.get("hash")).isEqualTo(NEW.hash());
    }

    @Test
    void slotsAreAListOfMaps() throws Exception {
        List<?> images = (List<?>) askFor(SmpOperation.slotInfo);

        List<?> slots = (List<?>) ((Map<?, ?>) images.get(0)).get("slots");
        assertThat(((Map<?, ?>) slots.get(1)).get("slot")).isEqualTo(1L);
    }

    @Test
    void testingAnImageReturnsTheListOfImages() throws Exception {
        List<?> images = (List<?>) ask(SmpOperation.imageTest, null, Map.of("CamelSmpHash", NEW.hash()));

        assertThat(((Map<?, ?>) images.get(1)).get("pending")).isEqualTo(true);
    }

    @Test
    void confirmingAnImageReturnsTheListOfImages() throws Exception {
        String hash = HexFormat.of().formatHex(NEW.hash());

        List<?> images = (List<?>) ask(SmpOperation.imageConfirm, null, Map.of("CamelSmpHash", hash));

        assertThat(((Map<?, ?>) images.get(1)).get("permanent")).isEqualTo(true);
    }

    @Test
    void confirmingWithoutAHashConfirmsWhatRuns() throws Exception {
        List<?> images = (List<?>) askFor(SmpOperation.imageConfirm);

        assertThat(((Map<?, ?>) images.get(0)).get("confirmed")).isEqualTo(true);
    }

    @Test
    void erasingASlotLeavesTheBodyAsItWas() throws Exception {
        assertThat(ask(SmpOperation.imageErase, "body", Map.of("CamelSmpSlot", 1)))
                .isEqualTo("body");

        assertThat((List<?>) askFor(SmpOperation.imageList)).hasSize(1);
    }

    @Test
    void resettingLeavesTheBodyAsItWasAndTheDeviceAnswersAgain() throws Exception {
        assertThat(ask(SmpOperation.reset, "body", Map.of("CamelSmpForce", true)))
                .isEqualTo("body");

        assertThat(ask(SmpOperation.echo, "again", Map.of())).isEqualTo("again");
    }

    @Test
    void deviceInfoIsOneMap() throws Exception {
        Map<?, ?> info = (Map<?, ?>) askFor(SmpOperation.deviceInfo);

        assertThat(info.get("parameters")).isEqualTo(Map.of("buf_size", 1024L, "buf_count", 3L));
        assertThat(info.get("applicationInfo")).asString().startsWith("Zephyr");
        assertThat(info.get("bootloader")).isEqualTo(Map.of("bootloader", "MCUboot", "mode", 3L));
        assertThat((List<?>) info.get("images")).hasSize(2);
        assertThat((List<?>) info.get("slots")).hasSize(1);
    }

    @Test
    void aRequestOfAnyGroupIsAMapAndBecomesOne() throws Exception {
        Map<String, Object> arguments = Map.of("CamelSmpGroup", 0, "CamelSmpCommand", 0, "CamelSmpWrite", true);

        assertThat(ask(SmpOperation.request, Map.of("d", "hello"), arguments)).isEqualTo(Map.of("r", "hello"));
    }

    @Test
    void aRequestOfTheClientLibraryIsSentAsItIs() throws Exception {
        Object answer = ask(new OsGroup.Echo("typed"));

        assertThat(answer).isInstanceOfSatisfying(OsGroup.EchoResponse.class, echo -> assertThat(echo.text())
                .isEqualTo("typed"));
    }

    @Test
    void resultsConvertToTheRecordsOfTheClientLibrary() throws Exception {
        Object parameters = askFor(SmpOperation.parameters);
        Object images = askFor(SmpOperation.imageList);

        assertThat(convert(parameters, OsGroup.ParametersResponse.class).parameters())
                .isEqualTo(new McumgrParameters(1024, 3));
        assertThat(convert(parameters, CborMap.class).number("buf_count")).isEqualTo(3);
        assertThat(convert(images, ImageGroup.StateResponse.class)
                        .images()
                        .get(1)
                        .version())
                .isEqualTo("2.0.0");
    }

    @Test
    void recordsOfTheClientLibraryConvertToMaps() throws Exception {
        Object answer = ask(new OsGroup.Parameters());

        assertThat((Object) convert(answer, Map.class)).isEqualTo(Map.of("buf_size", 1024L, "buf_count", 3L));
    }

    private <T> T convert(Object value, Class<T> type) throws Exception {
        return context.getTypeConverter().mandatoryConvertTo(type, value);
    }
}
