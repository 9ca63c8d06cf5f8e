package io.github.camelsmp.component.zephyr;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What becomes of messages on one way of a bad line. A seed decides how bad it is, and each message's fate. */
final class Fates {

    static final double MOST_LOSS = 0.2;
    static final double MOST_DAMAGE = 0.05;
    private static final int LONGEST_OUTAGE = 10;

    private final Random random;
    private final double loss;
    private final double corruption;
    private final double truncation;
    private final double duplication;
    private final double outages;
    private int goneUntilTheEndOfTheOutage;

    Fates(long seed) {
        random = new Random(seed);
        loss = random.nextDouble() * MOST_LOSS;
        corruption = random.nextDouble() * MOST_DAMAGE;
        truncation = random.nextDouble() * MOST_DAMAGE;
        duplication = random.nextDouble() * MOST_DAMAGE;
        outages = random.nextInt(3) == 0 ? 0.01 : 0;
    }

    /** What arrives of a message: nothing, itself, itself twice, or one with a wrong bit or without its end. */
    List<byte[]> arriving(byte[] message) {
        boolean lost = random.nextDouble() < loss;
        boolean wrong = random.nextDouble() < corruption;
        boolean cut = random.nextDouble() < truncation;
        int copies = random.nextDouble() < duplication ? 2 : 1;
        if (random.nextDouble() < outages) {
            goneUntilTheEndOfTheOutage = 1 + random.nextInt(LONGEST_OUTAGE);
        }
        if (goneUntilTheEndOfTheOutage > 0) {
            goneUntilTheEndOfTheOutage--;
            lost = true;
        }
        byte[] arrived = wrong ? withAWrongBit(message) : message;
        arrived = cut ? Arrays.copyOf(arrived, random.nextInt(arrived.length)) : arrived;
        return lost ? List.of() : Collections.nCopies(copies, arrived);
    }

    private byte[] withAWrongBit(byte[] message) {
        byte[] copy = message.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }
}
