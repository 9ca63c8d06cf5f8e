package io.github.camelsmp.client.model;

import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of one transmission. */
enum Fate {
    ANSWERED,
    ANSWERED_TWICE,
    ANSWERED_LATE,
    LOST,
    REFUSED,
    BUSY,
    CORRUPT,
    DAMAGED,
    LINE_BREAKS,
    LINE_BREAKS_AFTER_ANSWER;

    /** How devices and lines are in one run: each fate as often as it stands here. */
    private static final List<List<Fate>> TEMPERS = List.of(
            List.of(ANSWERED),
            List.of(ANSWERED, ANSWERED, ANSWERED_TWICE, ANSWERED_LATE, LOST),
            List.of(ANSWERED, ANSWERED, BUSY, BUSY, CORRUPT, REFUSED, DAMAGED),
            List.of(ANSWERED, ANSWERED, ANSWERED, LINE_BREAKS, LINE_BREAKS_AFTER_ANSWER, ANSWERED_LATE),
            List.of(LOST, LOST, LOST, LOST, ANSWERED_LATE, ANSWERED),
            List.of(values()));

    static List<Fate> temper(RandomGenerator random) {
        return TEMPERS.get(random.nextInt(TEMPERS.size()));
    }
}
