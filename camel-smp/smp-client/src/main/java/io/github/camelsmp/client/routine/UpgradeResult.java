package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an upgrade came to.
 *
 * @param outcome how far it went, as its mode asked for
 * @param images one entry a file, in their order
 * @param duration of the whole
 * @param stages how long each stage took, by its name, in the order they were first entered
 * @param reasons what was decided and why, a sentence each
 */
public record UpgradeResult(
        Outcome outcome,
        List<UpgradedImage> images,
        Duration duration,
        Map<String, Duration> stages,
        List<String> reasons) {

    /** How an upgrade can end well. */
    public enum Outcome {
        /** The new images run and stay. */
        UPGRADED,
        /** They ran and stayed before. */
        ALREADY_INSTALLED,
        /** The new images run; the next reset brings the old ones back. */
        TESTING,
        /** The new images are in their slots and the next reset starts them. */
        PENDING,
        /** The new images are in their slots, and nothing starts them. */
        UPLOADED,
        /** Nothing was changed. */
        PLANNED
    }
}
