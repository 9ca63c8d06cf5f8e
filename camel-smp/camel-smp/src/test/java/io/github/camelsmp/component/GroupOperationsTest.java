package io.github.camelsmp.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Statistics, settings, files, shell and enumeration: what goes in, what comes out, what the device does. */
class GroupOperationsTest extends DeviceTestSupport {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    private final SimulatedSettings settings = new SimulatedSettings().add("app/interval", new byte[] {10});
    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1").put("/lfs1/t.txt", HELLO);
    private final SimulatedShell shell =
            SimulatedShell.withBasics().command("fail", words -> new SimulatedShell.Result("no such sensor", -22));

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.settings(settings)
                .files(files)
                .shell(shell)
                .statistics(new SimulatedStatistics().set("net", "rx", 7).set("net", "tx", 9));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri("path=/lfs1/t.txt&name=app/interval"));
            }
        };
    }

    private Object ask(SmpOperation operation, Object body, Map<String, Object> arguments) throws Exception {
        return bodyOf(send(exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(SmpConstants.OPERATION, operation);
            arguments.forEach(exchange.getMessage()::setHeader);
        }));
    }

    private Map<?, ?> askForMap(SmpOperation operation, Map<String, Object> arguments) throws Exception {
        return (Map<?, ?>) ask(operation, null, arguments);
    }

    @Test
    void statisticsAreAListOfNamesAndAMapOfCounters() throws Exception {
        assertThat(askFor(SmpOperation.statisticsList)).isEqualTo(List.of("net"));

        Map<?, ?> answer = askForMap(SmpOperation.statisticsRead, Map.of("CamelSmpName", "net"));
        assertThat(answer.get("fields")).isEqualTo(Map.of("rx", 7L, "tx", 9L));
        assertThat(context.getTypeConverter()
                        .convertTo(StatisticsGroup.ShowResponse.class, answer)
                        .fields())
                .containsEntry("tx", 9L);
    }

    @Test
    void aSettingIsReadAsBytes() throws Exception {
        assertThat((byte[]) askFor(SmpOperation.settingsRead)).containsExactly(10);
    }

    @Test
    void aSettingIsWrittenAndTheBodyStays() throws Exception {
        byte[] value = {20};

        assertThat(ask(SmpOperation.settingsWrite, value, Map.of())).isSameAs(value);

        assertThat(settings.value("app/interval"))
                .hasValueSatisfying(now -> assertThat(now).containsExactly(20));
    }

    @Test
    void settingsAreSavedLoadedCommittedDeletedAndErased() throws Exception {
        ask(SmpOperation.settingsWrite, new byte[] {20}, Map.of());
        assertThat(ask(SmpOperation.settingsSave, "body", Map.of("CamelSmpName", "")))
                .isEqualTo("body");
        assertThat(settings.stored("app/interval"))
                .hasValueSatisfying(now -> assertThat(now).containsExactly(20));

        ask(SmpOperation.settingsWrite, new byte[] {30}, Map.of());
        assertThat(ask(SmpOperation.settingsLoad, "body", Map.of())).isEqualTo("body");
        assertThat(settings.value("app/interval"))
                .hasValueSatisfying(now -> assertThat(now).containsExactly(20));

        assertThat(ask(SmpOperation.settingsCommit, "body", Map.of())).isEqualTo("body");
        assertThat(ask(SmpOperation.settingsDelete, "body", Map.of())).isEqualTo("body");
        assertThat(settings.stored("app/interval")).isEmpty();

        ask(SmpOperation.settingsSave, null, Map.of());
        assertThat(ask(SmpOperation.storageErase, "body", Map.of())).isEqualTo("body");
        assertThat(settings.stored("app/interval")).isEmpty();
    }

    @Test
    void anUnknownSettingIsAnErrorOfItsGroup() {
        assertThatThrownBy(() -> ask(SmpOperation.settingsRead, null, Map.of("CamelSmpName", "app/none")))
                .isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(error.group())
                        .isEqualTo(3));
    }

    @Test
    void aFileTellsItsSize() throws Exception {
        assertThat(askFor(SmpOperation.fileStatus)).isEqualTo(Map.of("len", 5L));
    }

    @Test
    void aFileTellsItsHash() throws Exception {
        CRC32 crc = new CRC32();
        crc.update(HELLO);
        assertThat(askForMap(SmpOperation.fileHash, Map.of("CamelSmpHashType", "crc32"))
                        .get("output"))
                .isEqualTo(crc.getValue());

        Map<?, ?> sha256 = askForMap(SmpOperation.fileHash, Map.of("CamelSmpHashType", "sha256"));
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(HELLO);
        assertThat((byte[]) sha256.get("output")).isEqualTo(expected);
        assertThat(context.getTypeConverter()
                        .convertTo(FileSystemGroup.HashResponse.class, sha256)
                        .digest())
                .contains(expected);
    }

    @Test
    void aPartOfAFileTellsItsHash() throws Exception {
        CRC32 crc = new CRC32();
        crc.update("ell".getBytes(UTF_8));

        Map<?, ?> answer = askForMap(
                SmpOperation.fileHash, Map.of("CamelSmpHashType", "crc32", "CamelSmpOffset", 1, "CamelSmpLength", 3));

        assertThat(answer.get("output")).isEqualTo(crc.getValue());
        assertThat(answer.get("off")).isEqualTo(1L);
    }

    @Test
    void theDeviceTellsWhichHashesItKnowsAndClosesItsFile() throws Exception {
        assertThat(((Map<?, ?>) askForMap(SmpOperation.fileHashTypes, Map.of()).get("types"))
                        .keySet()
                        .toArray())
                .contains("crc32", "sha256");
        assertThat(askForMap(SmpOperation.fileClose, Map.of())).isEmpty();
    }

    @Test
    void aShellCommandTellsWhatItPrintedAndWhatItReturned() throws Exception {
        assertThat(ask(SmpOperation.shell, "kernel version", Map.of())).isEqualTo("Zephyr version 4.2.0\n");

        Exchange failed = send(exchange -> {
            exchange.getMessage().setBody("fail");
            exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.shell);
        });
        assertThat(failed.getMessage().getBody()).isEqualTo("no such sensor");
        assertThat(failed.getMessage().getHeader(SmpConstants.RETURN_CODE)).isEqualTo(-22);
    }

    @Test
    void theGroupsAreCountedListedAndDescribed() throws Exception {
        List<?> ids = (List<?>) askFor(SmpOperation.groupList);
        List<?> details = (List<?>) askFor(SmpOperation.groupDetails);

        assertThat(askFor(SmpOperation.groupCount)).isEqualTo((long) ids.size());
        assertThat(ids.toArray()).contains(0L, 1L, 10L);
        assertThat(details).hasSameSizeAs(ids);
        assertThat(((Map<?, ?>) details.get(0)).get("group")).isInstanceOf(Long.class);
    }

    @Test
    void deviceInfoNamesTheGroups() throws Exception {
        assertThat(((List<?>) askForMap(SmpOperation.deviceInfo, Map.of()).get("groups")).toArray())
                .contains(9L);
    }
}
