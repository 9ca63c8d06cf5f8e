package io.github.camelsmp.simulator.server;

import io.github.camelsmp.simulator.flash.PowerLost;
import java.util.List;
import java.util.function.Supplier;

/** Carries out what a {@link Verdict} says. */
final class Interception {

    private Interception() {}

    /**
     * Executes a request, or does not.
     *
     * @param execution gives the answers
     * @return the answers, unless they or the request are lost
     * @throws Refusal if the verdict is one
     * @throws PowerLost if the verdict says so
     */
    static List<Reply> carryOut(Verdict verdict, Supplier<List<byte[]>> execution) {
        if (verdict.refusal().isPresent()) {
            throw verdict.refusal().get();
        }
        return switch (verdict.action()) {
            case CUT_POWER -> throw new PowerLost();
            case LOSE_REQUEST -> List.of();
            case EXECUTE -> execution.get().stream().map(verdict::reply).toList();
            case LOSE_ANSWER -> {
                execution.get();
                yield List.of();
            }
            case CUT_POWER_AFTER -> {
                execution.get();
                throw new PowerLost();
            }
        };
    }
}
