package io.github.camelsmp.examples.factoryline;

import io.github.camelsmp.examples.factoryline.station.StationReport;
import java.util.Map;

/**
 * What happened at the station, and what was recorded of it.
 *
 * @param seen by the people at the station
 * @param records boards with a record
 * @param passed of them
 * @param failed of them
 * @param unknown of those, which never said who they are
 * @param attempts times a board was worked on or turned away
 * @param failures attempts that failed
 * @param explained failures with a reason and with what to do
 * @param flashedTwice boards that were programmed in more than one attempt
 * @param turnedAway times a board came that had passed before
 */
record ShiftReport(
        StationReport seen,
        long records,
        long passed,
        long failed,
        long unknown,
        long attempts,
        long failures,
        long explained,
        long flashedTwice,
        long turnedAway) {

    static ShiftReport of(StationReport seen, Map<?, ?> row) {
        return new ShiftReport(
                seen,
                number(row, "records"),
                number(row, "passed"),
                number(row, "failed"),
                number(row, "unknown"),
                number(row, "attempts"),
                number(row, "failures"),
                number(row, "explained"),
                number(row, "flashedTwice"),
                number(row, "turnedAway"));
    }

    private static long number(Map<?, ?> row, String key) {
        return ((Number) row.get(key)).longValue();
    }

    @Override
    public String toString() {
        return String.join(
                System.lineSeparator(),
                "boards put in          " + seen.boards() + ", " + seen.silent() + " of them silent",
                "boards with a record   " + records + ": " + passed + " passed, " + failed + " failed, " + unknown
                        + " of these never said who they are",
                "attempts               " + attempts + ", " + failures + " failed, " + explained + " of them explained",
                "pulled in the middle   " + seen.pulled(),
                "put in again when done " + seen.repeated() + ", turned away " + turnedAway + ", written to "
                        + seen.overwritten(),
                "programmed twice       " + flashedTwice);
    }
}
