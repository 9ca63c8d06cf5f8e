package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads of files that are cut in two by the death of the server. It keeps its flash in a file beside the program. */
@RealServers
@Timeout(300)
class FileResumeTest {

    private static final String FILE = "/lfs1/resumed.bin";
    private static final int HALF = 2000;

    /** Small pieces, so that there is a middle, and little patience. */
    private static final String OPTIONS = "?mtu=400&requestTimeout=500ms&retries=1&path=" + FILE;

    private final byte[] content = new byte[2 * HALF];

    @BeforeEach
    void fill() {
        new Random(HALF).nextBytes(content);
    }

    @Test
    void anUploadWhoseLineWasLostIsFinishedAfterTheServerWasKilled() throws Exception {
        ServerDescription description = ServerManifest.server("native_sim", "udp");
        try (ZephyrServer server = ZephyrServer.start(description);
                DatagramRelay relay = new DatagramRelay(description.udpPort(), FileResumeTest::isInTheSecondHalf);
                YamlRoutes route = YamlRoutes.to("smp:" + relay.address() + OPTIONS);
                YamlRoutes beside = YamlRoutes.to(server.uri("path=" + FILE))) {
            assertThatThrownBy(() -> route.ask(Map.class, "fileUpload", content, Map.of()))
                    .isInstanceOf(SmpTimeoutException.class);
            long there = await().atMost(Duration.ofMinutes(1)).until(() -> length(beside), length -> length >= HALF);
            server.kill();
            server.relaunch();
            relay.mend();
            Map<?, ?> result = route.ask(Map.class, "fileUpload", content, Map.of());

            System.out.println("native_sim udp, line lost and server killed with " + there + " of " + content.length
                    + " bytes on its flash, sent again: " + result);
            assertThat(result.get("sent")).isEqualTo(content.length - there);
            assertThat(result.get("match")).isEqualTo(true);
            assertThat(offsetsOf(relay.requests())).isNotEmpty().allMatch(offset -> offset >= there);
            assertThat(hash(beside)).isEqualTo(sha256());
        }
    }

    @Test
    void anotherProgramFinishesWhatOneBeganOnASerialLine() throws Exception {
        ServerDescription description = ServerManifest.server("native_sim", "serial_fs");
        try (ZephyrServer server = ZephyrServer.start(description)) {
            try (YamlRoutes one = YamlRoutes.to(server.uri("path=" + FILE))) {
                one.ask(Map.class, "fileUpload", Arrays.copyOf(content, HALF), Map.of());
            }
            server.kill();
            server.relaunch();
            try (YamlRoutes other = YamlRoutes.to(server.uri("path=" + FILE))) {
                Map<?, ?> result = other.ask(Map.class, "fileUpload", content, Map.of());

                System.out.println("native_sim serial_fs, killed with half of a file and started again: " + result);
                assertThat(result.get("bytes")).isEqualTo(2L * HALF);
                assertThat(result.get("sent")).isEqualTo((long) HALF);
                assertThat(hash(other)).isEqualTo(sha256());
            }
        }
    }

    private static boolean isPiece(SmpMessage request) {
        return request.header().group() == FileSystemGroup.ID
                && request.header().command() == 0
                && request.header().op() == SmpOp.WRITE;
    }

    private static boolean isInTheSecondHalf(SmpMessage request) {
        return isPiece(request) && request.payload().number("off") >= HALF;
    }

    private static List<Long> offsetsOf(List<SmpMessage> requests) {
        return requests.stream()
                .filter(FileResumeTest::isPiece)
                .map(piece -> piece.payload().number("off"))
                .toList();
    }

    /** What reached the flash: a file that is open is as long as it was when it was last closed. */
    private static long length(YamlRoutes route) throws Exception {
        try {
            return (Long) route.map("fileStatus").get("len");
        } catch (SmpErrorException e) {
            return 0;
        }
    }

    private static byte[] hash(YamlRoutes route) throws Exception {
        return (byte[])
                route.map("fileHash", Map.of("CamelSmpHashType", "sha256")).get("output");
    }

    private byte[] sha256() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
