package io.virality.domain.efficiency;

import io.virality.domain.insight.Row;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Normal;
import io.virality.domain.stats.Proportion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a ratio is in a group, and how sure that is.
 *
 * @param ratio which one
 * @param value of the sums over the units of which both are known; empty where it is undefined
 * @param interval of 95 %; empty where it is undefined, or there is a single unit
 * @param method how the interval was made
 * @param units how many units it rests on
 * @param note why it is undefined, has no interval, or should not be relied on; empty otherwise
 */
public record RatioFigure(
        Ratio ratio,
        OptionalDouble value,
        Optional<Interval> interval,
        Method method,
        long units,
        Optional<String> note) {

    /** Below so many events or units the interval claims more than it holds. */
    static final long FEW = 20;

    /** How an interval is made. */
    public enum Method {
        /** Wilson's, of a binomial share: each impression or click counts as independent of the others. */
        WILSON("Wilson, each event counted as independent"),
        /** The delta method over units: advertisements or creators are drawn anew, as in a survey of clusters. */
        DELTA("delta method over units"),
        /** There is none. */
        NONE("none");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** The ratio over some units; empty where neither of its sums is known of any. */
    static Optional<RatioFigure> of(Ratio ratio, List<Row> units) {
        List<Row> known =
                units.stream().filter(unit -> ratio.part(unit).isPresent()).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double part = sum(ratio.part(), known);
        double whole = sum(ratio.whole(), known);
        if (whole == 0) {
            return Optional.of(new RatioFigure(
                    ratio,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Method.NONE,
                    known.size(),
                    Optional.of("undefined: no " + ratio.whole().id().replace('_', ' '))));
        }
        OptionalDouble value = OptionalDouble.of(ratio.scale() * part / whole);
        return Optional.of(
                ratio.share() && part <= whole
                        ? share(ratio, value, part, whole, known.size())
                        : delta(ratio, value, part, whole, known));
    }

    private static RatioFigure share(Ratio ratio, OptionalDouble value, double part, double whole, long units) {
        return new RatioFigure(
                ratio,
                value,
                Optional.of(new Proportion(part, whole).wilson(Interval.USUAL_CONFIDENCE)),
                Method.WILSON,
                units,
                few(Math.min(part, whole - part), "events"));
    }

    private static RatioFigure delta(Ratio ratio, OptionalDouble value, double part, double whole, List<Row> units) {
        int n = units.size();
        if (n == 1) {
            return new RatioFigure(
                    ratio, value, Optional.empty(), Method.NONE, 1, Optional.of("one unit: no interval"));
        }
        double squares = 0;
        for (Row unit : units) {
            double residual = ratio.part(unit).getAsDouble()
                    - part / whole * ratio.whole(unit).getAsDouble();
            squares += residual * residual;
        }
        double error = ratio.scale() * Math.sqrt(squares * n / (n - 1.0)) / whole;
        double width = Normal.exceeded((1 - Interval.USUAL_CONFIDENCE) / 2) * error;
        return new RatioFigure(
                ratio,
                value,
                Optional.of(new Interval(
                        Math.max(0, value.getAsDouble() - width),
                        value.getAsDouble() + width,
                        Interval.USUAL_CONFIDENCE)),
                Method.DELTA,
                n,
                few(Math.min(n, ratio.whole().money() ? Long.MAX_VALUE : whole), n < FEW ? "units" : "events"));
    }

    private static Optional<String> few(double count, String what) {
        return count < FEW
                ? Optional.of("small: " + Math.round(count) + " " + what + ", its interval claims too much")
                : Optional.empty();
    }

    private static double sum(Sum sum, List<Row> units) {
        long total = 0;
        for (Row unit : units) {
            total = Math.addExact(total, sum.of(unit).getAsLong());
        }
        return total;
    }
}
