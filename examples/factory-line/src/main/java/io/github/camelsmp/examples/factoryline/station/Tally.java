package io.github.camelsmp.examples.factoryline.station;

/** What the people at the station did. Touched by the thread of the station alone. */
final class Tally {

    private long pulled;
    private long repeated;
    private long overwritten;

    /** A board was pulled while it was worked on. */
    void pulled() {
        pulled++;
    }

    /** A board that was done was put in again. */
    void repeated(boolean written) {
        repeated++;
        overwritten += written ? 1 : 0;
    }

    StationReport report(Supply supply) {
        return new StationReport(supply.made(), supply.silent(), pulled, repeated, overwritten);
    }
}
