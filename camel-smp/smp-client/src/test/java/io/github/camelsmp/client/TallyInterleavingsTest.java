package io.github.camelsmp.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop counts, callers ask, and anyone looks. */
@Tag("interleavings")
public class TallyInterleavingsTest {

    private final Tally tally = new Tally(new Loop(Executors.newSingleThreadScheduledExecutor(), () -> 0));

    @Operation
    public void asks() {
        tally.asked();
    }

    @Operation(nonParallelGroup = "loop")
    public void sends(@Param(gen = BooleanGen.class) boolean again) {
        tally.sent(10, again);
    }

    @Operation(nonParallelGroup = "loop")
    public void hears(@Param(gen = IntGen.class, conf = "1:3") int nanos) {
        tally.answered();
        tally.roundTrip(Duration.ofNanos(nanos));
    }

    @Operation
    public List<?> looks() {
        SmpCounters seen = tally.snapshot();
        return List.of(
                seen.requests(),
                seen.outstanding(),
                seen.transmissions(),
                seen.retransmissions(),
                seen.bytesOut(),
                seen.roundTrip(),
                seen.roundTrips(),
                seen.roundTripTotal());
    }

    @Test
    void whatIsLookedAtTogetherWasSoAtOneMoment() {
        Interleavings.check(TallyInterleavingsTest.class);
    }
}
