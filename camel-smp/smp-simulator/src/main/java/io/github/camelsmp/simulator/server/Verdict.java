package io.github.camelsmp.simulator.server;

import java.time.Duration;
import java.util.Optional;

/** What becomes of one request, decided by a {@link RequestInterceptor}. */
public final class Verdict {

    private static final Verdict EXECUTE = new Verdict(Action.EXECUTE, null, Duration.ZERO, Duration.ZERO);

    private final Action action;
    private final Refusal refusal;
    private final Duration work;
    private final Duration late;

    enum Action {
        EXECUTE,
        LOSE_REQUEST,
        LOSE_ANSWER,
        CUT_POWER,
        CUT_POWER_AFTER
    }

    private Verdict(Action action, Refusal refusal, Duration work, Duration late) {
        this.action = action;
        this.refusal = refusal;
        this.work = work;
        this.late = late;
    }

    /** The ordinary thing: it is executed and answered. */
    public static Verdict execute() {
        return EXECUTE;
    }

    /** It is refused and not executed; a hook of the application could do the same. */
    public static Verdict refuse(Refusal refusal) {
        return new Verdict(Action.EXECUTE, refusal, Duration.ZERO, Duration.ZERO);
    }

    /** It never arrived. */
    public static Verdict loseRequest() {
        return new Verdict(Action.LOSE_REQUEST, null, Duration.ZERO, Duration.ZERO);
    }

    /** It is executed, and its answer gets lost. */
    public static Verdict loseAnswer() {
        return new Verdict(Action.LOSE_ANSWER, null, Duration.ZERO, Duration.ZERO);
    }

    /** It is executed at once, and its answer leaves that much later while the server goes on. */
    public static Verdict answerLate(Duration late) {
        return new Verdict(Action.EXECUTE, null, Duration.ZERO, late);
    }

    /** It takes the server that long, during which nothing else is executed. */
    public static Verdict work(Duration work) {
        return new Verdict(Action.EXECUTE, null, work, Duration.ZERO);
    }

    /** Power fails instead of its execution. */
    public static Verdict cutPower() {
        return new Verdict(Action.CUT_POWER, null, Duration.ZERO, Duration.ZERO);
    }

    /** Power fails after its execution and before its answer. */
    public static Verdict cutPowerAfter() {
        return new Verdict(Action.CUT_POWER_AFTER, null, Duration.ZERO, Duration.ZERO);
    }

    Action action() {
        return action;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    Reply reply(byte[] message) {
        return new Reply(message, work, late);
    }
}
