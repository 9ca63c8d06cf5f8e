package com.example.valve;

// tag::simulator[]
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;

/** The firmware's side of the group, for tests without hardware. */
final class SimulatedValve {

    static final int OUT_OF_RANGE = 2;

    private long percent;

    CommandGroup group() {
        return CommandGroup.of(ValveGroup.ID, "valve")
                .read(0, request -> position(false))
                .write(0, this::move);
    }

    private Answer move(Request request) {
        long wanted = request.unsigned("percent").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (wanted > 100) {
            throw Refusal.group(ValveGroup.ID, OUT_OF_RANGE);
        }
        boolean moves = wanted != percent;
        percent = wanted;
        return position(moves);
    }

    private Answer position(boolean moving) {
        return Answer.with("percent", percent).and("moving", moving);
    }
}
// end::simulator[]
