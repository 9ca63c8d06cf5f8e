package io.github.camelsmp.benchmarks;

import java.util.List;

/**
 * One upload.
 *
 * @param goodput bytes of firmware a second
 * @param retransmissions chunks that were sent more than once
 */
record Measurement(double goodput, int retransmissions) {

    /** The middle ones of several uploads. */
    static Measurement median(List<Measurement> runs) {
        double[] goodputs =
                runs.stream().mapToDouble(Measurement::goodput).sorted().toArray();
        int[] repeated =
                runs.stream().mapToInt(Measurement::retransmissions).sorted().toArray();
        return new Measurement(goodputs[goodputs.length / 2], repeated[repeated.length / 2]);
    }
}
