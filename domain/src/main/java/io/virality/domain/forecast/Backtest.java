package io.virality.domain.forecast;

import java.util.List;

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
     * A method.
     *
     * @param id its name
     * @param relativeError its mean absolute error as a part of the last value's, over all horizons alike
     * @param overall its accuracy at all horizons
     * @param byHorizon its accuracy at some horizons each
     */
    public record Method(String id, double relativeError, Accuracy overall, List<Accuracy> byHorizon) {

        /** Whether keeping the last value is no worse. */
        public boolean losesToLastValue() {
            return relativeError >= 1 && !id.equals(Candidate.BASELINE);
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
