package io.github.camelsmp.examples.fleet;

import java.time.Duration;
import java.util.Map;

/**
 * What became of a fleet.
 *
 * @param devices that had a job
 * @param upgraded as the gateways told
 * @param work devices each gateway brought to their end
 * @param dead devices that nobody tries any more, with the reason
 * @param running devices that run the new version, as they say themselves
 * @param startedTwice devices that started more than once, where an upgrade takes one start
 * @param shared devices that saw two gateways at the same time, as they say themselves
 * @param handedOn devices that more than one gateway had in hand, one after the other
 * @param mostTold the most messages of progress that were told of one device
 * @param took from the first job to the last result
 */
record FleetReport(
        int devices,
        long upgraded,
        Map<String, Integer> work,
        Map<String, String> dead,
        long running,
        long startedTwice,
        long shared,
        long handedOn,
        long mostTold,
        Duration took) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("devices          %d in %d s%n", devices, took.toSeconds()));
        text.append(String.format("upgraded         %d, %d run the new version%n", upgraded, running));
        text.append(String.format("by               %s%n", work));
        text.append(String.format("started twice    %d%n", startedTwice));
        text.append(String.format("shared           %d%n", shared));
        text.append(String.format("handed on        %d%n", handedOn));
        text.append(String.format("progress         told at most %d times of a device%n", mostTold));
        dead.forEach((device, reason) -> text.append(String.format("given up         %s: %s%n", device, reason)));
        return text.toString();
    }
}
