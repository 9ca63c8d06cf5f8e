package io.github.camelsmp.client;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.SmpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop changes where a line stands, and anyone looks. */
@Tag("interleavings")
public class LineStatusInterleavingsTest {

    private static final SmpTimeoutException SILENCE = new SmpTimeoutException("sim:board", "echo", 3, Duration.ZERO);

    private final Tally tally = new Tally(new Loop(Executors.newSingleThreadScheduledExecutor(), () -> 0));
    private final LineStatus status =
            new LineStatus(tally, new Listeners(), new Negotiated(Optional.empty(), 256, 1, false));

    @Operation(nonParallelGroup = "loop")
    public boolean enters(@Param(gen = IntGen.class, conf = "0:3") int state) {
        return status.enter(State.values()[state]);
    }

    @Operation(nonParallelGroup = "loop")
    public void fallsSilent() {
        status.enter(State.SILENT, Optional.of(SILENCE));
    }

    @Operation(nonParallelGroup = "loop")
    public void shrinks(@Param(gen = IntGen.class, conf = "64:66") int largestMessage) {
        status.resized(largestMessage);
    }

    @Operation
    public List<?> looks() {
        LineStatus.View seen = status.view();
        return List.of(
                seen.state(),
                seen.agreed().largestMessage(),
                seen.largestMessage(),
                seen.largestWindow(96),
                seen.trouble());
    }

    @Test
    void aLookShowsALineAsItStoodAtOneMoment() {
        Interleavings.check(LineStatusInterleavingsTest.class);
    }
}
