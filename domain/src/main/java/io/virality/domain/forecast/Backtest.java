package io.virality.domain.forecast;

import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What the methods were worth for some series of one kind: each forecast from days of their past, and compared with what came.
 *
 * @param nature how the values of these series behave
 * @param series how many were tried
 * @param origins how many days they were forecast from
 * @param chosen the method that answers
 * @param combined of which methods the combination is the mean
 * @param methods all of them
 */
public record Backtest(
        Nature nature, int series, int origins, String chosen, List<String> combined, List<Method> methods) {

    /**
     * The error of a method beside another's.
     *
     * @param ratio of the one to the other: below 1 where it is the smaller
     * @param interval of 95 % around it, by drawing series anew; empty with fewer than 10 series
     */
    public record Comparison(double ratio, Optional<Interval> interval) {}

    /**
     * A method.
     *
     * @param id its name
     * @param toLastValue its mean absolute error as a part of the last value's, over all horizons alike
     * @param toDrift the same as a part of drift's
     * @param overall its accuracy at all horizons
     * @param byHorizon its accuracy at some horizons each
     */
    public record Method(
            String id, Comparison toLastValue, Comparison toDrift, Accuracy overall, List<Accuracy> byHorizon) {

        /** Its error as a part of the last value's. */
        public double relativeError() {
            return toLastValue.ratio();
        }

        /** Whether keeping the last value is no worse. */
        public boolean losesToLastValue() {
            return relativeError() >= 1 && !id.equals(Candidate.BASELINE);
        }
    }

    /** The method that answers. */
    public Method best() {
        return method(chosen);
    }

    /** What every method must beat. */
    public Method baseline() {
        return method(Candidate.BASELINE);
    }

    private Method method(String id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
