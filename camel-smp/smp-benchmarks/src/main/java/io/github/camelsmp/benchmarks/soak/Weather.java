package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.simulator.line.Impairment;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/**
 * What a link does during one exchange.
 *
 * @param troubles what goes wrong, one thing or several
 * @param impairment the same for the simulator
 */
record Weather(Set<Trouble> troubles, Impairment impairment) {

    /** Nothing goes wrong. */
    static final Weather CLEAR = new Weather(Set.of(), Impairment.NONE);

    private static final int MOST_AT_ONCE = 3;

    /** Any mixture. */
    static Weather of(Random random) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        for (int more = random.nextInt(MOST_AT_ONCE); more >= 0; more--) {
            troubles.add(Trouble.values()[random.nextInt(Trouble.values().length)]);
        }
        Impairment impairment = Impairment.NONE.withSeed(random.nextLong());
        for (Trouble trouble : troubles) {
            impairment = trouble.on(impairment, random);
        }
        return new Weather(troubles, impairment);
    }
}
