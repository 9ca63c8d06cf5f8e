package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where an upgrade stopped, why, and what the device will boot, as far as it can still be asked. */
class UpgradeFailureTest {

    private static final CborMap LIST = CborMap.builder()
            .put(
                    "images",
                    List.of(Slots.holding(0, 0, SampleImage.file(1, 0, 0, 3000), "active", "confirmed")
                            .raw()
                            .asMap()))
            .build();
    private static final SmpTimeoutException SILENCE =
            new SmpTimeoutException("test:board", "image list", 3, Duration.ofSeconds(1));
    private static final SmpErrorException REFUSED =
            new SmpErrorException("test:board", "image list", new SmpError(SmpError.NO_GROUP, 1, ""), CborMap.EMPTY);

    private final VirtualLoop loop = new VirtualLoop();
    private Optional<CborMap> list = Optional.of(LIST);
    private final ScriptedChannel channel = new ScriptedChannel(loop, (request, payload) -> list);
    private final Stages stages = new Stages(loop::nanoTime, UpgradeListener.NONE, () -> false);

    private RuntimeException explain(UpgradeStage stage, RuntimeException cause) {
        stages.run(stage, CompletableFuture::new);
        CompletableFuture<RuntimeException> explained = new UpgradeFailure(channel, stages).explain(cause);
        loop.advance(Duration.ofMinutes(1));
        return explained.join();
    }

    private SmpUpgradeException failure(UpgradeStage stage, RuntimeException cause) {
        return (SmpUpgradeException) explain(stage, cause);
    }

    @Test
    void theDeviceIsAskedWhatItBootsNext() {
        SmpUpgradeException failure = failure(UpgradeStage.UPLOAD, SILENCE);

        assertThat(failure.stage()).isEqualTo("upload");
        assertThat(failure.bootsNext()).isEqualTo("version 1.0.0 in slot 0, which runs now");
        assertThat(failure).hasCause(SILENCE);
    }

    @Test
    void aDeviceThatNeverAnsweredIsNotAskedOnceMore() {
        assertThat(failure(UpgradeStage.QUERY, SILENCE).bootsNext()).isEqualTo("unknown");
        assertThat(failure(UpgradeStage.QUERY, new SmpTransportException("test:board", "no line"))
                        .bootsNext())
                .isEqualTo("unknown");
        assertThat(channel.transmitted).isEmpty();
    }

    @Test
    void aDeviceThatRefusedAQuestionCanBeAskedAnother() {
        assertThat(failure(UpgradeStage.QUERY, REFUSED).bootsNext())
                .isEqualTo("version 1.0.0 in slot 0, which runs now");
    }

    @Test
    void aFileThatIsNoGoodConcernsNoDevice() {
        assertThat(failure(UpgradeStage.INSPECT, new Refusal("there is no image"))
                        .bootsNext())
                .isEqualTo("unknown");
        assertThat(channel.transmitted).isEmpty();
    }

    @Test
    void aDeviceThatIsSilentNowBootsNobodyKnowsWhat() {
        list = Optional.empty();

        assertThat(failure(UpgradeStage.WAIT, SILENCE).bootsNext()).isEqualTo("unknown");
    }

    @Test
    void theAddressIsSaidOnce() {
        assertThat(failure(UpgradeStage.UPLOAD, REFUSED).getMessage())
                .startsWith("test:board: upgrade stopped in stage upload: image list was refused")
                .endsWith("next boot: version 1.0.0 in slot 0, which runs now");
    }

    @Test
    void aReasonOfOurOwnHasTheCauseItHad() {
        assertThat(failure(UpgradeStage.WAIT, new Refusal("not back", SILENCE))).hasCause(SILENCE);
        assertThat(failure(UpgradeStage.WAIT, new Refusal("not back"))).hasNoCause();
    }

    @Test
    void whatIsWrongWithAnImageOrWithUsIsHandedOnAsItIs() {
        SmpImageException image = new SmpImageException("too large");
        IllegalStateException ours = new IllegalStateException("ours");

        assertThat(explain(UpgradeStage.DECIDE, image)).isSameAs(image);
        assertThat(explain(UpgradeStage.DECIDE, ours)).isSameAs(ours);
        assertThat(channel.transmitted).isEmpty();
    }
}
