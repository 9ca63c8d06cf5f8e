package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.server.Verdict;

/** What goes wrong, and when. */
sealed interface Fault {

    /** Nothing. */
    record None() implements Fault {}

    /** Something happens to the request of this number, counted from 0 by the device. */
    record AtRequest(int number, Mishap mishap) implements Fault {}

    /** Power fails in the work on flash. */
    record InFlash(PowerCut cut, boolean powerComesBack) implements Fault {}

    /** What can happen to a request. */
    enum Mishap {
        REQUEST_LOST,
        ANSWER_LOST,
        /** Long enough for every retransmission to be lost, too. */
        ANSWERS_LOST_FOR_A_WHILE,
        LINE_CUT,
        FLASH_REFUSES_A_WRITE,
        DEVICE_RESETS,
        POWER_FAILS_BEFORE,
        POWER_FAILS_AFTER,
        POWER_STAYS_AWAY_BEFORE,
        POWER_STAYS_AWAY_AFTER;

        Verdict verdict() {
            return switch (this) {
                case REQUEST_LOST -> Verdict.loseRequest();
                case ANSWER_LOST, ANSWERS_LOST_FOR_A_WHILE -> Verdict.loseAnswer();
                case LINE_CUT, FLASH_REFUSES_A_WRITE, DEVICE_RESETS -> Verdict.execute();
                case POWER_FAILS_BEFORE, POWER_STAYS_AWAY_BEFORE -> Verdict.cutPower();
                case POWER_FAILS_AFTER, POWER_STAYS_AWAY_AFTER -> Verdict.cutPowerAfter();
            };
        }

        /** Power comes back in time after every other failure. */
        boolean isForRequest(int number) {
            return switch (this) {
                case POWER_FAILS_BEFORE, POWER_FAILS_AFTER -> number % 2 == 0;
                case POWER_STAYS_AWAY_BEFORE, POWER_STAYS_AWAY_AFTER -> number % 2 == 1;
                default -> true;
            };
        }

        boolean powerComesBack() {
            return this != POWER_STAYS_AWAY_BEFORE && this != POWER_STAYS_AWAY_AFTER;
        }
    }

    /** Whether power comes back by itself soon after it failed. */
    default boolean powerComesBack() {
        if (this instanceof AtRequest request) {
            return request.mishap.powerComesBack();
        }
        return !(this instanceof InFlash inFlash) || inFlash.powerComesBack;
    }
}
