package io.github.camelsmp.examples.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsTest {

    private static final Target PUMP = new Target("pump", "udp:127.0.0.1", Optional.empty());

    @TempDir
    Path home;

    private Actions actions;

    @BeforeEach
    void begin() throws IOException {
        actions = new Actions(home.toString());
    }

    @Test
    void doesNothingTwiceOfWhichOnlyTheLetterIsUnderWay() throws IOException {
        Files.writeString(home.resolve("outbox").resolve(PUMP.key() + "-7-2.json"), "{}");

        assertThat(actions.isNew(PUMP, "7")).isFalse();
        assertThat(actions.isNew(PUMP, "70")).isTrue();
    }

    @Test
    void cancelsWhatHasNotBegun() throws IOException {
        Action action = actions.take(PUMP, "7");

        assertThat(actions.cancel(PUMP, "7")).isEqualTo(Cancellation.DONE);

        assertThat(action.start()).isFalse();
        assertThat(actions.keyed(PUMP.key())).isNull();
        assertThat(actions.cancel(PUMP, "7")).isEqualTo(Cancellation.UNDER_WAY);
    }

    @Test
    void takesNothingTwice() throws IOException {
        actions.take(PUMP, "7");

        assertThat(actions.take(PUMP, "7")).isNull();
    }

    @Test
    void stopsAnUploadAndRefusesLater() throws IOException {
        Action action = actions.take(PUMP, "7");
        action.start();
        actions.stage(PUMP.key(), Map.of("stage", "upload"));
        assertThat(actions.cancel(PUMP, "7")).isEqualTo(Cancellation.STOP);
        assertThat(action.stopped()).isTrue();

        actions.stage(PUMP.key(), Map.of("stage", "setState"));

        assertThat(action.stopped()).isFalse();
        actions.end(action, false);
        Action next = actions.take(PUMP, "8");
        next.start();
        actions.stage(PUMP.key(), Map.of("stage", "reset"));
        assertThat(actions.cancel(PUMP, "8")).isEqualTo(Cancellation.REFUSED);
    }

    @Test
    void refusesToCancelWhatIsDone() throws IOException {
        actions.end(actions.take(PUMP, "7"), false);

        assertThat(actions.cancel(PUMP, "7")).isEqualTo(Cancellation.REFUSED);
    }
}
