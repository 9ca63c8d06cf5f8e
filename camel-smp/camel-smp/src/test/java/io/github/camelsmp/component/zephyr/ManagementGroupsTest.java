package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpErrorException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, settings, statistics, shell and the rest, through a YAML route, on every server that has the group. */
@RealServers
class ManagementGroupsTest {

    private static final String FILE = "/lfs1/camel.bin";

    static Stream<ServerDescription> withFiles() {
        return with("fs");
    }

    static Stream<ServerDescription> withSettings() {
        return with("settings");
    }

    static Stream<ServerDescription> withStatistics() {
        return with("stat");
    }

    static Stream<ServerDescription> withShell() {
        return with("shell");
    }

    static Stream<ServerDescription> withEnumeration() {
        return with("enum");
    }

    /** The raw serial program says that it could erase its storage, and cannot. */
    static Stream<ServerDescription> withStorage() {
        return with("zbasic").filter(server -> !server.transport().equals("serial_raw"));
    }

    /** The servers of the issue: one a transport and pool, not each buffer size. */
    private static Stream<ServerDescription> with(String group) {
        return ServerManifest.servers("serial_fs", "serial_bigrx", "udp", "shell", "serial_raw", "serial_recovery")
                .filter(server -> server.hasGroup(group));
    }

    @ParameterizedTest
    @MethodSource("withFiles")
    void aFileGoesThereAndBack(ServerDescription description) throws Exception {
        byte[] content = new byte[3000];
        new Random(description.toString().hashCode()).nextBytes(content);
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("path=" + FILE))) {
            route.ask(Object.class, "fileUpload", content, Map.of());
            InputStream back = route.ask(InputStream.class, "fileDownload");
            Map<String, Object> status = route.map("fileStatus");
            Map<String, Object> types = route.map("fileHashTypes");
            Map<String, Object> hash = route.map("fileHash", Map.of("CamelSmpHashType", "sha256"));
            route.ask(Object.class, "fileClose");

            assertThat(back).hasBinaryContent(content);
            assertThat(status).containsEntry("len", 3000L);
            assertThat(types.get("types"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsKey("sha256");
            assertThat((byte[]) hash.get("output"))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }
    }

    @ParameterizedTest
    @MethodSource("withSettings")
    void settingsAnswerOrSayWhyNot(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("name=camel/smp"))) {
            route.ask(Object.class, "settingsLoad");
            route.ask(Object.class, "settingsCommit");

            assertThatThrownBy(() -> route.ask(Object.class, "settingsRead")).satisfies(named("ROOT_KEY_NOT_FOUND"));
            assertThatThrownBy(() -> route.ask(Object.class, "settingsWrite", new byte[] {1}, Map.of()))
                    .satisfies(named("ROOT_KEY_NOT_FOUND"));
            assertThatThrownBy(() -> route.ask(Object.class, "settingsDelete")).satisfies(named("KEY_NOT_FOUND"));
            assertThatThrownBy(() -> route.ask(Object.class, "settingsSave")).satisfies(named("SAVE_NOT_SUPPORTED"));
        }
    }

    private static ThrowingConsumer<Throwable> named(String codeName) {
        return failure -> assertThat(((SmpErrorException) failure).codeName()).isEqualTo(codeName);
    }

    @ParameterizedTest
    @MethodSource("withStatistics")
    void statisticsAreListedAndRead(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            List<?> groups = route.ask(List.class, "statisticsList");
            Map<String, Object> ticks = route.map("statisticsRead", Map.of("CamelSmpName", "smp_svr_stats"));

            assertThat(groups).asInstanceOf(InstanceOfAssertFactories.LIST).contains("smp_svr_stats");
            assertThat(ticks.toString()).contains("ticks");
        }
    }

    @ParameterizedTest
    @MethodSource("withShell")
    void aShellLineIsRunOnceAndSaysHowItEnded(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            wakeTheShell(route);

            assertThat(route.ask(String.class, "shell", "kernel version", Map.of()))
                    .contains("Zephyr version 4.");
            assertThat(route.ask(String.class, "shell", "nonsense", Map.of())).contains("command not found");
        }
    }

    /** Some programs start their shell with the first line they are given, and answer it with a line break. */
    private static void wakeTheShell(YamlRoutes route) throws Exception {
        assertThat(route.ask(String.class, "shell", "kernel version", Map.of())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("withEnumeration")
    void groupsAreCountedListedAndDescribed(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            long count = route.ask(Long.class, "groupCount");
            List<?> groups = route.ask(List.class, "groupList");
            List<Map<String, Object>> details = route.maps("groupDetails");

            assertThat((long) groups.size()).isEqualTo(count);
            assertThat(details).extracting(group -> group.get("group")).hasSameElementsAs(groups);
        }
    }

    @ParameterizedTest
    @MethodSource("withEnumeration")
    void tasksAndTheWholeDeviceAreTold(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            assertThat(route.map("taskStatistics").get("tasks"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasSizeGreaterThan(2);
            assertThat(route.map("deviceInfo")).containsKey("parameters").containsKey("groups");
        }
    }

    @ParameterizedTest
    @MethodSource("withStorage")
    void theStoragePartitionIsErased(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            assertThat(route.ask(String.class, "storageErase", "unchanged", Map.of()))
                    .isEqualTo("unchanged");
        }
    }
}
