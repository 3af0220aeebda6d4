package io.virality.domain.forecast;

import io.virality.domain.model.Feature;
import io.virality.domain.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which drivers a model looks at, as learnt from the rows of its training: those that are mostly known, and differ. */
final class GrowthFeatures {

    private static final double LEAST_KNOWN = .5;
    private static final double EXTREME = .01;

    /** What is learnt of surprises is what is usual among them: the few large ones do not come again. */
    private static final double EXTREME_SURPRISE = .1;

    /**
     * A driver in the training.
     *
     * @param lower its lower quartile
     * @param usual its median, which stands in for what is not known
     * @param upper its upper quartile
     */
    record Compared(GrowthDriver driver, double lower, double usual, double upper) {}

    private final List<Compared> compared;

    private GrowthFeatures(List<Compared> compared) {
        this.compared = compared;
    }

    static GrowthFeatures of(List<GrowthRow> training) {
        return new GrowthFeatures(Arrays.stream(GrowthDriver.values())
                .flatMap(driver -> compared(driver, training))
                .toList());
    }

    private static Stream<Compared> compared(GrowthDriver driver, List<GrowthRow> training) {
        double[] known = training.stream()
                .mapToDouble(row -> row.drivers()[driver.ordinal()])
                .filter(Double::isFinite)
                .toArray();
        if (known.length < LEAST_KNOWN * training.size() || known.length == 0) {
            return Stream.empty();
        }
        Sample sample = Sample.of(known);
        Compared its = new Compared(driver, sample.quantile(.25), sample.median(), sample.quantile(.75));
        return its.upper() > its.lower() ? Stream.of(its) : Stream.empty();
    }

    List<Compared> compared() {
        return compared;
    }

    double[][] rows(List<GrowthRow> rows) {
        return rows.stream()
                .map(row -> compared.stream()
                        .mapToDouble(each -> {
                            double value = row.drivers()[each.driver().ordinal()];
                            return Double.isFinite(value) ? value : each.usual();
                        })
                        .toArray())
                .toArray(double[][]::new);
    }

    /** How they grew. */
    static double[] growth(List<GrowthRow> rows) {
        return bordered(rows.stream().mapToDouble(GrowthRow::growth).toArray(), EXTREME);
    }

    /** How much more they grew than was to be expected. */
    static double[] surprise(List<GrowthRow> rows) {
        return bordered(
                rows.stream().mapToDouble(row -> row.growth() - row.usual()).toArray(), EXTREME_SURPRISE);
    }

    /** The most extreme part at either end counts as its border, or it alone would be learnt. */
    private static double[] bordered(double[] growth, double extreme) {
        Sample sample = Sample.of(growth);
        double low = sample.quantile(extreme);
        double high = sample.quantile(1 - extreme);
        return Arrays.stream(growth)
                .map(each -> Math.max(low, Math.min(high, each)))
                .toArray();
    }

    List<Feature> features() {
        return compared.stream()
                .map(each -> Feature.of(
                        each.driver().id(),
                        each.driver().definition() + "; where unknown, "
                                + each.driver().told(each.usual())))
                .toList();
    }
}
