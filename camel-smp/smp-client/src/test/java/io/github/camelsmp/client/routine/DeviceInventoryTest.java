package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a device tells of itself, question by question; what it does not know is absent. */
class DeviceInventoryTest {

    private static final CborMap UNKNOWN = CborMap.builder().put("rc", 8).build();
    private static final Map<String, Object> SLOT = Map.of("slot", 0, "version", "1.0.0");

    private final VirtualLoop loop = new VirtualLoop();
    private final Map<SmpRequest<?>, CborMap> answers = new HashMap<>();
    private Optional<CborMap> otherwise = Optional.of(UNKNOWN);
    private final ScriptedChannel channel = new ScriptedChannel(
            loop, (request, payload) -> answers.containsKey(request) ? Optional.of(answers.get(request)) : otherwise);

    private CompletableFuture<DeviceInfo> ask() {
        CompletableFuture<DeviceInfo> info = new DeviceInventory(channel).start();
        loop.advance(Duration.ofMinutes(10));
        return info;
    }

    private void answers(SmpRequest<?> request, String key, Object value) {
        answers.put(request, CborMap.builder().put(key, value).build());
    }

    private void tellsParameters() {
        answers.put(
                new OsGroup.Parameters(),
                CborMap.builder().put("buf_size", 512).put("buf_count", 3).build());
    }

    @Test
    void everyQuestionAddsItsAnswer() {
        tellsParameters();
        answers(new OsGroup.ApplicationInfo("a"), "output", "Zephyr");
        answers(new OsGroup.BootloaderInfo(""), "bootloader", "MCUboot");
        answers(new OsGroup.BootloaderInfo("mode"), "mode", 3);
        answers(new ImageGroup.StateRead(), "images", List.of(SLOT));
        answers(
                new ImageGroup.SlotInfo(),
                "images",
                List.of(Map.of("image", 0, "slots", List.of(Map.of("slot", 0, "size", 9)))));
        answers(new EnumerationGroup.ListGroups(), "groups", List.of(0, 1));

        DeviceInfo info = ask().join();

        assertThat(info.parameters())
                .hasValueSatisfying(told -> assertThat(told.bufferSize()).isEqualTo(512));
        assertThat(info.application()).contains("Zephyr");
        assertThat(info.bootloader().raw().asMap()).containsKeys("bootloader", "mode");
        assertThat(info.images()).hasSize(1);
        assertThat(info.slots()).hasSize(1);
        assertThat(info.groups()).containsExactly(0, 1);
        assertThat(info.asMap())
                .containsOnlyKeys("parameters", "applicationInfo", "bootloader", "images", "slots", "groups");
    }

    @Test
    void aDeviceThatKnowsNothingHasAnEmptyInventory() {
        assertThat(ask().join().asMap()).isEmpty();
        assertThat(channel.transmitted).hasSize(7);
    }

    @Test
    void aDeviceThatIsSilentAboutWhatItDoesNotKnowIsAskedOn() {
        otherwise = Optional.empty();
        tellsParameters();
        answers(new EnumerationGroup.ListGroups(), "groups", List.of(0));

        assertThat(ask().join().asMap()).containsOnlyKeys("parameters", "groups");
    }

    @Test
    void anAnswerThatCannotBeReadLeavesTheOthers() {
        tellsParameters();
        answers(new ImageGroup.StateRead(), "images", "none");
        answers(new EnumerationGroup.ListGroups(), "groups", List.of(0));

        assertThat(ask().join().asMap()).containsOnlyKeys("parameters", "groups");
    }

    @Test
    void aDeviceWithoutAnAnswerThatCanBeReadHasNoInventory() {
        answers(new ImageGroup.StateRead(), "images", "none");

        assertThatThrownBy(ask()::join)
                .hasCauseInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("images");
        assertThat(channel.transmitted).hasSize(7);
    }

    @Test
    void aDeviceThatNeverAnswersIsNotThere() {
        otherwise = Optional.empty();

        assertThatThrownBy(ask()::join).hasCauseInstanceOf(SmpTimeoutException.class);
        assertThat(channel.transmitted).allMatch(OsGroup.Parameters.class::isInstance);
    }

    @Test
    void aLineThatIsBrokenEndsTheQuestions() {
        channel.breakLine();

        assertThatThrownBy(ask()::join).hasCauseInstanceOf(SmpTransportException.class);
    }
}
