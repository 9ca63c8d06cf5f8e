package io.github.camelsmp.benchmarks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of the two directions of a plot.
 *
 * @param label what the numbers are
 * @param low where it begins
 * @param high where it ends
 * @param logarithmic whether equal ratios are equally long
 */
record Axis(String label, double low, double high, boolean logarithmic) {

    private static final double[] STEPS = {1, 2, 5};
    private static final int TICKS = 6;

    /** From the round number below the smallest value to the one above the largest; all are positive. */
    static Axis logarithmic(String label, double... values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        return new Axis(label, roundBelow(least), roundAbove(most), true);
    }

    /** From 0 to the round number above the largest value. */
    static Axis fromZero(String label, double... values) {
        double most = Arrays.stream(values).max().orElseThrow();
        double step = roundAbove(most / TICKS);
        return new Axis(label, 0, Math.ceil(most / step) * step, false);
    }

    private static double roundBelow(double value) {
        double result = Double.NaN;
        for (double round : rounds(value / 10, value)) {
            result = round;
        }
        return result;
    }

    private static double roundAbove(double value) {
        return rounds(value, value * 10).get(0);
    }

    /** 1, 2 and 5 times the powers of ten, between two values. */
    private static List<Double> rounds(double from, double to) {
        List<Double> rounds = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(from)); Math.pow(10, power) <= to; power++) {
            for (double step : STEPS) {
                double round = step * Math.pow(10, power);
                if (round >= from && round <= to) {
                    rounds.add(round);
                }
            }
        }
        return rounds;
    }

    /** Where a value is, 0 at the beginning and 1 at the end. */
    double place(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** The numbers that are written beside it. */
    List<Double> ticks() {
        if (logarithmic) {
            return rounds(low, high);
        }
        List<Double> ticks = new ArrayList<>();
        double step = roundAbove(high / TICKS);
        for (double tick = low; tick <= high + step / 2; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
