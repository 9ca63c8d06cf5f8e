package io.github.camelsmp.simulator.recovery;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol.md 16. */
class RecoveryTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 2000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 2001);

    private final ManualTime time = new ManualTime();
    private SimulatedDevice device;
    private TestClient client;

    private void start(RecoveryOptions options, UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("recovery")
                        .time(time)
                        .running(OLD)
                        .flavour(Flavour.MCUBOOT_RECOVERY)
                        .recovery(options))
                .build();
        client = new TestClient(device);
    }

    private void start(RecoveryOptions options) {
        start(options, it -> it);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void answersEveryErrorAsAPlainCodeInWhateverVersion() {
        start(RecoveryOptions.DEFAULT);

        assertThat(code(READ, 0, 6)).isEqualTo(8);
        assertThat(code(READ, 0, 8)).isEqualTo(8);
        assertThat(code(WRITE, 0, 0)).isEqualTo(8);
        assertThat(code(WRITE, 1, 0)).isEqualTo(8);
        assertThat(code(WRITE, 1, 5)).isEqualTo(8);
        assertThat(code(READ, 1, 6)).isEqualTo(8);
        assertThat(code(READ, 8, 1)).isEqualTo(8);
        client.send(WRITE, 1, 5, Map.of());
        assertThat(client.answer()[0]).isEqualTo((byte) 0x0b);
        client.version1().send(WRITE, 1, 5, Map.of());
        assertThat(client.answer()[0]).isEqualTo((byte) 0x03);
    }

    @Test
    void switchesTheConsoleEchoAndResetsWithAZero() {
        start(RecoveryOptions.DEFAULT);

        assertThat(client.ask(WRITE, 0, 1, Map.of("echo", 0)).asMap()).isEqualTo(Map.of("rc", 0L));
        assertThat(client.ask(WRITE, 0, 5, Map.of()).asMap()).isEqualTo(Map.of("rc", 0L));
    }

    @Test
    void tellsItsBufferAndEchoesIfBuiltSo() {
        start(RecoveryOptions.DEFAULT
                .with(RecoveryFeature.PARAMETERS, RecoveryFeature.ECHO)
                .withReceiveSize(512));

        assertThat(client.ask(READ, 0, 6, Map.of()).asMap()).isEqualTo(Map.of("buf_size", 512L, "buf_count", 1L));
        assertThat(client.ask(READ, 0, 0, Map.of("d", "x")).asMap()).isEqualTo(Map.of("r", "x"));
        assertThat(client.ask(READ, 0, 0, Map.of("d", "x".repeat(129))).number("rc"))
                .isEqualTo(2);
    }

    @Test
    void staysSilentAboutGroupsOfOthersIfBuiltSo() {
        start(RecoveryOptions.DEFAULT.with(RecoveryFeature.SILENT_GROUPS, RecoveryFeature.STORAGE_ERASE));

        client.send(READ, 8, 1, Map.of());

        assertThat(client.hasAnswer()).isFalse();
        assertThat(client.ask(WRITE, 63, 0, Map.of()).number("rc")).isZero();
    }

    @Test
    void dropsMessagesWhoseHeaderIsTooShortAndTakesThoseWhoseIsTooLong() {
        start(RecoveryOptions.DEFAULT);

        client.sendHex("0a00000000000001a0");
        client.sendHex("0b00000100000001a0");
        assertThat(client.hasAnswer()).isFalse();
        client.sendHex("0a00000900000001a0");

        assertThat(client.answerHex()).isEqualTo("0b00000600000001bf62726300ff");
    }

    @Test
    void writesOverTheApplicationInPlace() {
        start(RecoveryOptions.DEFAULT);

        assertThat(chunk(0, 900).asMap()).isEqualTo(Map.of("rc", 0L, "off", 900L));
        assertThat(chunk(900, 1800).number("off")).isEqualTo(1800);
        assertThat(chunk(900, 1800).number("off")).as("a wrong offset").isEqualTo(1800);
        assertThat(chunk(1800, 2001).number("off")).isEqualTo(2001);
        assertThat(chunk(1800, 2001).number("off")).as("the last chunk again").isEqualTo(2001);

        assertThat(device.slot(0, 0).version()).hasValue("2.0.0");
        device.holdRecoveryPin(false);
        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void writesWholeUnitsOnly() {
        start(RecoveryOptions.DEFAULT.withWriteAlignment(8));

        assertThat(chunk(0, 903).number("off")).isEqualTo(896);
        assertThat(chunk(896, 903).number("off")).isEqualTo(896);
        assertThat(chunk(896, 1800).number("off")).isEqualTo(1800);
        assertThat(chunk(1800, 2001).number("off")).isEqualTo(2001);
    }

    @Test
    void takesAnythingButNotTooMuch() {
        start(RecoveryOptions.DEFAULT);

        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 8, "data", new byte[8], "sha", "no bytes"))
                        .number("off"))
                .isEqualTo(8);
        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "data", new byte[8]))
                        .number("rc"))
                .isEqualTo(3);
        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 8)).number("rc"))
                .isEqualTo(3);
        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 8, "data", new byte[9]))
                        .number("off"))
                .isEqualTo(9);
        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 0x76001, "data", new byte[9]))
                        .number("rc"))
                .isEqualTo(3);
        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 8, "image", 1, "data", new byte[8]))
                        .number("rc"))
                .isEqualTo(3);
    }

    @Test
    void erasesTheWholeSlotBeforeItAnswersTheFirstChunk() {
        FlashTiming slow = new FlashTiming(4096, Duration.ofMillis(100), Duration.ZERO);
        start(RecoveryOptions.DEFAULT, it -> it.flash(slow));
        client.send(WRITE, 1, 1, first(900));

        time.advance(Duration.ofMillis(11_799));
        assertThat(client.hasAnswer()).isFalse();
        time.advance(Duration.ofMillis(1));

        assertThat(client.hasAnswer()).isTrue();
    }

    @Test
    void erasesAsDataComesIfBuiltSo() {
        FlashTiming slow = new FlashTiming(4096, Duration.ofMillis(100), Duration.ZERO);
        start(RecoveryOptions.DEFAULT.with(RecoveryFeature.PROGRESSIVE_ERASE), it -> it.flash(slow));
        client.send(WRITE, 1, 1, first(900));

        time.advance(Duration.ofMillis(100));

        assertThat(client.hasAnswer()).isTrue();
    }

    @Test
    void choosesASlotByTheImageNumberIfBuiltSo() {
        start(RecoveryOptions.DEFAULT.with(RecoveryFeature.DIRECT_UPLOAD, RecoveryFeature.SLOT_INFO));
        Map<String, Object> first = first(900);
        first.put("image", 2);
        client.ask(WRITE, 1, 1, first);
        chunk(900, 1800);
        chunk(1800, 2001);

        assertThat(device.slot(0, 1).version()).hasValue("2.0.0");
        assertThat(device.slot(0, 0).version()).hasValue("1.0.0");
        assertThat(client.ask(READ, 1, 6, Map.of()).maps("images").get(0).maps("slots"))
                .extracting(slot -> slot.number("upload_image_id"))
                .containsExactly(1L, 2L);
    }

    @Test
    void suggestsTheWrongSlotAndAnswersTwiceWhenWritten() {
        start(RecoveryOptions.DEFAULT.with(RecoveryFeature.SLOT_INFO));

        CborMap info = client.ask(READ, 1, 6, Map.of());
        assertThat(info.maps("images").get(0).maps("slots"))
                .extracting(slot -> slot.has("upload_image_id"))
                .containsExactly(false, true);
        client.send(WRITE, 1, 6, Map.of());

        assertThat(client.answerCount()).isEqualTo(2);
    }

    @Test
    void listsWhatWouldBootAndNoFlagsUnlessBuiltSo() {
        start(RecoveryOptions.DEFAULT, it -> it.secondary(NEW.damaged()));

        assertThat(client.ask(READ, 1, 0, Map.of()).maps("images"))
                .extracting(image -> image.asMap().keySet())
                .containsExactly(Set.of("slot", "hash", "version"));
    }

    @Test
    void setsTheStateOfImagesIfBuiltSo() {
        start(RecoveryOptions.DEFAULT.with(RecoveryFeature.IMAGE_STATE), it -> it.secondary(NEW));

        assertThat(client.ask(WRITE, 1, 0, Map.of("hash", new byte[32])).number("rc"))
                .isEqualTo(5);
        CborMap list = client.ask(WRITE, 1, 0, Map.of("hash", NEW.hash()));
        assertThat(list.maps("images").get(0).asMap())
                .containsEntry("confirmed", true)
                .doesNotContainKey("active");
        assertThat(list.maps("images").get(1).flag("pending")).isTrue();
        device.holdRecoveryPin(false);
        device.reset();

        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void isEnteredByBootModeAndLeftByReset() {
        device = SimulatedDevice.builder("recovery")
                .time(time)
                .recovery(RecoveryOptions.DEFAULT)
                .build();
        client = new TestClient(device);
        client.ask(WRITE, 0, 5, Map.of("boot_mode", 1));
        time.advance(Duration.ofMillis(250));
        assertThat(device.state()).isEqualTo(DeviceState.RECOVERY);
        assertThat(code(READ, 0, 6)).isEqualTo(8);

        client.ask(WRITE, 0, 5, Map.of());
        time.advance(Duration.ofMillis(250));

        assertThat(device.state()).isEqualTo(DeviceState.APPLICATION);
    }

    @Test
    void isThereWhenThereIsNothingToBoot() {
        start(RecoveryOptions.DEFAULT);
        device.program(0, 0, OLD.damaged());
        device.holdRecoveryPin(false);

        device.reset();

        assertThat(device.state()).isEqualTo(DeviceState.RECOVERY);
    }

    @Test
    void listensAtEachBootAndStaysIfAnybodySpeaks() {
        start(RecoveryOptions.DEFAULT.withWaitForDfu(Duration.ofMillis(500)));
        device.holdRecoveryPin(false);

        device.reset();
        time.advance(Duration.ofMillis(500));
        assertThat(device.state()).isEqualTo(DeviceState.APPLICATION);
        device.reset();
        time.advance(Duration.ofMillis(499));
        assertThat(code(READ, 0, 6)).isEqualTo(8);
        time.advance(Duration.ofHours(1));

        assertThat(device.state()).isEqualTo(DeviceState.RECOVERY);
    }

    @Test
    void cannotBeHeldInARecoveryItDoesNotHave() {
        device = SimulatedDevice.builder("recovery").time(time).build();

        assertThatThrownBy(() -> device.holdRecoveryPin(true)).hasMessageContaining("built without recovery");
    }

    private long code(int op, int group, int command) {
        return client.ask(op, group, command, Map.of()).number("rc");
    }

    private CborMap chunk(int from, int to) {
        Map<String, Object> keys = from == 0 ? first(to) : new HashMap<>();
        keys.put("off", from);
        keys.put("data", Arrays.copyOfRange(NEW.bytes(), from, to));
        return client.ask(WRITE, 1, 1, keys);
    }

    private static Map<String, Object> first(int to) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("off", 0);
        keys.put("len", NEW.size());
        keys.put("data", Arrays.copyOf(NEW.bytes(), to));
        return keys;
    }
}
