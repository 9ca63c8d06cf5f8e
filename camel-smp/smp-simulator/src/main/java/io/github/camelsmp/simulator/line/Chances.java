package io.github.camelsmp.simulator.line;

/**
 * What happens to messages, or to what one write brought on a stream, by chance: probabilities, 0 to 1.
 *
 * @param loss it never arrives
 * @param duplication it arrives twice
 * @param reordering it arrives after the one that follows it
 * @param corruption one of its bits is wrong
 * @param truncation it arrives without its end
 */
record Chances(double loss, double duplication, double reordering, double corruption, double truncation) {

    static final Chances NONE = new Chances(0, 0, 0, 0, 0);

    Chances {
        requireProbability("loss", loss);
        requireProbability("duplication", duplication);
        requireProbability("reordering", reordering);
        requireProbability("corruption", corruption);
        requireProbability("truncation", truncation);
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", a probability is 0 to 1");
        }
    }

    Chances withLoss(double value) {
        return new Chances(value, duplication, reordering, corruption, truncation);
    }

    Chances withDuplication(double value) {
        return new Chances(loss, value, reordering, corruption, truncation);
    }

    Chances withReordering(double value) {
        return new Chances(loss, duplication, value, corruption, truncation);
    }

    Chances withCorruption(double value) {
        return new Chances(loss, duplication, reordering, value, truncation);
    }

    Chances withTruncation(double value) {
        return new Chances(loss, duplication, reordering, corruption, value);
    }
}
