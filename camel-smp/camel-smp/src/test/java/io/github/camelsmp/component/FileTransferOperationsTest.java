package io.github.camelsmp.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FileTransferOperationsTest extends DeviceTestSupport {

    private static final byte[] CONTENT = pattern(100_000);

    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1");

    @TempDir
    private Path folder;

    private static byte[] pattern(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 7 + i / 251);
        }
        return bytes;
    }

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.files(files);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getStreamCachingStrategy().setSpoolEnabled(true);
                getContext().getStreamCachingStrategy().setSpoolThreshold(10_000);
                getContext().getStreamCachingStrategy().setSpoolDirectory(folder.toFile());
                from("direct:upload").to(uri("operation=fileUpload&path=/lfs1/f.bin"));
                from("direct:start").to(uri("operation=fileDownload&path=/lfs1/f.bin"));
                from(uri("events=progress")).to("mock:progress");
            }
        };
    }

    private Map<?, ?> upload(Object body) throws Exception {
        return (Map<?, ?>) bodyOf(template.request(
                "direct:upload", exchange -> exchange.getMessage().setBody(body)));
    }

    private byte[] onDevice() {
        return files.get("/lfs1/f.bin").orElseThrow();
    }

    @Test
    void anUploadTellsWhatItCameTo() throws Exception {
        Map<?, ?> result = upload(CONTENT);

        assertThat(onDevice()).isEqualTo(CONTENT);
        assertThat(result.get("bytes")).isEqualTo(100_000L);
        assertThat(result.get("sent")).isEqualTo(100_000L);
        assertThat(result.get("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)));
        assertThat(result.get("match")).isEqualTo(true);
    }

    @Test
    void whateverHoldsBytesCanBeUploaded() throws Exception {
        Path file = Files.write(folder.resolve("f.bin"), CONTENT);
        for (Object body :
                new Object[] {file, file.toFile(), new ByteArrayInputStream(CONTENT), new InputStreamCache(CONTENT)}) {
            files.put("/lfs1/f.bin", new byte[0]);

            upload(body);

            assertThat(onDevice()).as(body.getClass().getName()).isEqualTo(CONTENT);
        }
        upload("hello");
        assertThat(onDevice()).isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void anUploadGoesOnBehindWhatTheDeviceHas() throws Exception {
        files.put("/lfs1/f.bin", Arrays.copyOf(CONTENT, 60_000));

        Map<?, ?> result = upload(new ByteArrayInputStream(CONTENT));

        assertThat(onDevice()).isEqualTo(CONTENT);
        assertThat(result.get("sent")).isEqualTo(40_000L);
    }

    @Test
    void aDownloadIsAStreamThatCanBeReadAgain() throws Exception {
        files.put("/lfs1/f.bin", CONTENT);

        Object body = ask(null);

        assertThat(body).isInstanceOfSatisfying(StreamCache.class, cache -> {
            assertThat(cache.length()).isEqualTo(100_000);
            assertThat(cache.inMemory()).isFalse();
        });
    }

    @Test
    void aDownloadConvertsToBytes() throws Exception {
        files.put("/lfs1/f.bin", CONTENT);

        byte[] bytes = template.requestBody("direct:start", null, byte[].class);

        assertThat(bytes).isEqualTo(CONTENT);
    }

    @Test
    void anEmptyFileIsAnEmptyStream() throws Exception {
        files.put("/lfs1/f.bin", new byte[0]);

        assertThat(template.requestBody("direct:start", null, byte[].class)).isEmpty();
    }

    @Test
    void transfersTellTheirProgress() throws Exception {
        upload(CONTENT);

        MockEndpoint progress = getMockEndpoint("mock:progress");
        await().atMost(10, SECONDS).until(() -> progress.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(Map.class))
                .anyMatch(event -> event.get("offset").equals(100_000L)
                        && event.get("operation").equals("fileUpload")));
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfItsGroup() {
        assertThatThrownBy(() -> ask(null))
                .isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(error.codeName())
                        .isEqualTo("FILE_NOT_FOUND"));
    }
}
