package io.virality.domain.model;

import io.virality.domain.stats.Interval;
import java.util.Optional;

/**
 * How good a model is by one measure, on data that it has not learnt from unless the definition says otherwise.
 *
 * @param name for example {@code brier}
 * @param definition what is measured, on what, and how its interval is made
 * @param higherIsBetter whether more is better
 * @param model the model's figure
 * @param baseline the baseline's on the same data; empty where there is nothing to compare
 * @param gain by how much the model is better than the baseline, above 0 whatever {@code higherIsBetter} says; its interval
 *     comes from comparing both on the same units
 */
public record Metric(
        String name,
        String definition,
        boolean higherIsBetter,
        Figure model,
        Optional<Figure> baseline,
        Optional<Figure> gain) {

    /** @throws IllegalArgumentException if there is a gain over no baseline */
    public Metric {
        if (gain.isPresent() && baseline.isEmpty()) {
            throw new IllegalArgumentException(name + " tells a gain over no baseline");
        }
    }

    /**
     * A number and how sure it is.
     *
     * @param value the number
     * @param interval where it probably lies; empty where nothing is claimed
     */
    public record Figure(double value, Optional<Interval> interval) {

        /** @throws IllegalArgumentException if it is not a finite number */
        public Figure {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a figure: " + value);
            }
        }

        /** A number alone. */
        public static Figure of(double value) {
            return new Figure(value, Optional.empty());
        }

        /** A number with its interval. */
        public static Figure of(double value, Interval interval) {
            return new Figure(value, Optional.of(interval));
        }
    }

    /** A measure that no baseline has. */
    public static Metric alone(String name, String definition, boolean higherIsBetter, Figure model) {
        return new Metric(name, definition, higherIsBetter, model, Optional.empty(), Optional.empty());
    }

    /** What this says of the model beside its baseline. */
    public Standing standing() {
        if (baseline.isEmpty()) {
            return Standing.WITHOUT_BASELINE;
        }
        Optional<Interval> sure = gain.flatMap(Figure::interval);
        if (sure.isPresent() && sure.get().low() > 0) {
            return Standing.BETTER;
        }
        if (sure.isPresent() && sure.get().high() < 0) {
            return Standing.WORSE;
        }
        return Standing.UNDECIDED;
    }
}
