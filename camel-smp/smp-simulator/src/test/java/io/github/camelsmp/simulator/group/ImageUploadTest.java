package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageUploadTest {

    private static final FirmwareImage NEXT = FirmwareImage.ofSize("2.0.0", 3000);

    private final ManualTime time = new ManualTime();
    private SimulatedDevice device;
    private TestClient client;

    private void start(UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("upload").time(time)).build();
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void expectsTheEndOfEachChunkNext() {
        start(it -> it);

        assertThat(chunk(0, 1000).number("off")).isEqualTo(1000);
        assertThat(chunk(1000, 2000).number("off")).isEqualTo(2000);
        assertThat(chunk(2000, 3000).asMap()).isEqualTo(Map.of("off", 3000L, "match", true));
        assertThat(device.slot(0, 1).version()).hasValue("2.0.0");
    }

    @Test
    void ignoresChunksThatAreNotExpectedAndSaysWhichOneIs() {
        start(it -> it);
        chunk(0, 1000);

        assertThat(chunk(2000, 3000).number("off")).isEqualTo(1000);
        assertThat(chunk(500, 1500).number("off")).isEqualTo(1000);
    }

    @Test
    void forgetsAFinishedUpload() {
        start(it -> it);
        chunk(0, 1500);
        chunk(1500, 3000);

        CborMap again = chunk(2000, 3000);

        assertThat(again.asMap()).isEqualTo(Map.of("off", 0L));
    }

    @Test
    void resumesWhenTheFirstChunkOfTheSameFileComesAgain() {
        start(it -> it);
        chunk(0, 1000);
        chunk(1000, 2000);

        assertThat(chunk(0, 1000).number("off")).isEqualTo(2000);
        assertThat(chunk(2000, 3000).flag("match")).isTrue();
    }

    @Test
    void startsAgainWithoutATagOfTheFile() {
        start(it -> it);
        chunk(0, 1000);
        Map<String, Object> first = first(0, 1000);
        first.remove("sha");

        assertThat(ask(first).number("off")).isEqualTo(1000);
        chunk(1000, 2000);
        assertThat(chunk(2000, 3000).asMap()).isEqualTo(Map.of("off", 3000L, "match", false));
    }

    @Test
    void wantsNothingOfAFileThatIsThereAlready() {
        start(it -> it.secondary(NEXT));

        assertThat(chunk(0, 1000).asMap()).isEqualTo(Map.of("off", 3000L, "match", true));
    }

    @Test
    void saysNothingOfMatchingWithoutTheCheck() {
        start(it -> it.imageGroup(ImageOptions.DEFAULT.without(ImageFeature.CHECK)));
        chunk(0, 1500);

        assertThat(chunk(1500, 3000).asMap()).isEqualTo(Map.of("off", 3000L));
    }

    @Test
    void refusesWhatIsWrongWithAFirstChunk() {
        start(it -> it);

        assertThat(error(ask(Map.of("data", new byte[40], "len", 40)))).isEqualTo(20);
        assertThat(error(chunk(0, 31))).isEqualTo(22);
        assertThat(error(ask(without("len")))).isEqualTo(21);
        assertThat(error(ask(Map.of("off", 0, "len", 40, "data", new byte[40]))))
                .isEqualTo(23);
        assertThat(error(ask(with("sha", new byte[33])))).isEqualTo(24);
        assertThat(error(ask(with("len", 0x76001)))).isEqualTo(30);
        assertThat(ask(with("upgrade", 1)).number("rc")).isEqualTo(3);
    }

    @Test
    void looksAtTheImageNumberOnlyIfThereAreSeveral() {
        start(it -> it);
        assertThat(ask(with("image", 1)).number("off")).isEqualTo(1000);
        device.close();

        start(it -> it.images(2));
        assertThat(error(ask(with("image", 2)))).isEqualTo(9);
    }

    @Test
    void forgetsTheUploadInProgressWhenItRefusesAnything() {
        start(it -> it);
        ask(with("len", 1500));

        assertThat(error(chunk(1000, 2000))).isEqualTo(31);
        assertThat(chunk(1000, 1500).number("off")).isZero();
    }

    @Test
    void refusesAVersionThatIsNotNewerIfToldSo() {
        start(it -> it.running(FirmwareImage.ofSize("2.0.0+9", 4096)));

        assertThat(error(ask(with("upgrade", true)))).isEqualTo(27);
        assertThat(client.version1().ask(WRITE, 1, 1, with("upgrade", true)).number("rc"))
                .isEqualTo(6);
    }

    @Test
    void refusesAnImageForAnotherAddress() {
        start(it -> it);
        FirmwareImage fixed =
                FirmwareImage.builder("2.0.0").romFixed(0x10000).size(3000).build();

        CborMap answer = ask(Map.of("off", 0, "len", 3000, "data", Arrays.copyOf(fixed.bytes(), 1000)));

        assertThat(error(answer)).isEqualTo(25);
    }

    @Test
    void cutsChunksToTheAlignmentOfOldServers() {
        start(it -> it.imageGroup(ImageOptions.DEFAULT.withAlignment(4)));

        assertThat(chunk(0, 1003).number("off")).isEqualTo(1000);
        assertThat(chunk(1000, 2998).number("off")).isEqualTo(2996);
        assertThat(chunk(2996, 3000).flag("match")).isTrue();
    }

    @Test
    void losesItsPlaceWhenTheFlashFails() {
        start(it -> it);
        chunk(0, 1000);
        device.failFlash(Operation.WRITE, 1);

        assertThat(error(chunk(1000, 2000))).isEqualTo(12);
        assertThat(chunk(1000, 2000).number("off")).isZero();
    }

    @Test
    void reportsThatErasingFailed() {
        start(it -> it.secondary(FirmwareImage.ofSize("1.5.0", 9000)));
        device.failFlash(Operation.ERASE, 1);

        assertThat(error(chunk(0, 1000))).isEqualTo(13);
    }

    @Test
    void answersTheFirstChunkWhenEverythingIsErased() {
        FlashTiming slow = new FlashTiming(4096, Duration.ofMillis(100), Duration.ZERO);
        start(it -> it.flash(slow).secondary(FirmwareImage.ofSize("1.5.0", 100_000)));
        FirmwareImage big = FirmwareImage.ofSize("2.0.0", 40_000);
        Map<String, Object> first = Map.of("off", 0, "len", 40_000, "data", Arrays.copyOf(big.bytes(), 500));

        client.send(WRITE, 1, 1, first);

        time.advance(Duration.ofMillis(999));
        assertThat(client.hasAnswer()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(TestClient.payload(client.answer()).number("off")).isEqualTo(500);
    }

    @Test
    void erasesAsDataComesIfBuiltSo() {
        FlashTiming slow = new FlashTiming(4096, Duration.ofMillis(100), Duration.ZERO);
        start(it -> it.flash(slow)
                .secondary(FirmwareImage.ofSize("1.5.0", 100_000))
                .imageGroup(ImageOptions.DEFAULT.with(ImageFeature.PROGRESSIVE_ERASE)));

        client.send(WRITE, 1, 1, first(0, 500));

        time.advance(Duration.ofMillis(100));
        assertThat(TestClient.payload(client.answer()).number("off")).isEqualTo(500);
    }

    @Test
    void choosesTheSlotThatADirectUploadNames() {
        start(it -> it.imageGroup(ImageOptions.DEFAULT.with(ImageFeature.DIRECT_UPLOAD)));
        ask(with("image", 1));
        chunk(1000, 2000);
        chunk(2000, 3000);

        assertThat(device.slot(0, 0).version()).hasValue("2.0.0");
    }

    private CborMap chunk(int from, int to) {
        return ask(from == 0 ? first(0, to) : following(from, to));
    }

    private CborMap ask(Map<String, ?> keys) {
        return client.ask(WRITE, 1, 1, keys);
    }

    private static Map<String, Object> first(int from, int to) {
        Map<String, Object> keys = following(from, to);
        keys.put("len", NEXT.size());
        keys.put("sha", NEXT.fileSha256());
        return keys;
    }

    private static Map<String, Object> following(int from, int to) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("off", from);
        keys.put("data", Arrays.copyOfRange(NEXT.bytes(), from, to));
        return keys;
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> keys = first(0, 1000);
        keys.put(key, value);
        return keys;
    }

    private static Map<String, Object> without(String key) {
        Map<String, Object> keys = first(0, 1000);
        keys.remove(key);
        return keys;
    }

    private static long error(CborMap answer) {
        CborMap error = answer.optionalMap("err").orElseThrow(() -> new AssertionError("no error in " + answer));
        assertThat(error.number("group")).isEqualTo(1);
        return error.number("rc");
    }
}
