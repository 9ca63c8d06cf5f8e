package io.github.camelsmp.examples.factoryline.station;

/**
 * What happened at the station, as those saw it who stood there.
 *
 * @param boards that were put in at least once
 * @param silent of them never answer, and so never say who they are
 * @param pulled how often a board was pulled while it was worked on
 * @param repeated how often a board that was done was put in again
 * @param overwritten how many of those had their flash written
 */
public record StationReport(long boards, long silent, long pulled, long repeated, long overwritten) {}
