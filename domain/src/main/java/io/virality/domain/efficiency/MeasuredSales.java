package io.virality.domain.efficiency;

import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Results;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stored experiments say would not have been sold without it. One tells it if it measures the mean of an outcome that is
 * named after money; it is about the campaign, advertisement or creator that its key names, and about all sales together.
 */
public final class MeasuredSales {

    /** Outcomes of these names are amounts of money. */
    public static final Set<String> MONEY =
            Set.of("revenue", "net-revenue", "sales", "net-sales", "gross", "contribution");

    private MeasuredSales() {}

    /** Whether an experiment of this design tells it. */
    public static boolean tells(Design design) {
        return design.metrics().stream().anyMatch(MeasuredSales::isMoney);
    }

    private static boolean isMoney(RegisteredMetric metric) {
        return metric.measurement().kind() == Metric.Kind.MEAN
                && MONEY.contains(metric.measurement().outcome().toLowerCase(Locale.ROOT));
    }

    /** What it brought with all units of each variation, beside as many of the control. */
    public static List<Returns.Number> of(Results results) {
        Experiment experiment = results.experiment();
        boolean sound = !results.analysis().health().blocks();
        List<Returns.Number> numbers = new ArrayList<>();
        for (MetricResult result : results.analysis().results()) {
            boolean money = experiment
                    .design()
                    .metric(result.metric().name())
                    .filter(MeasuredSales::isMoney)
                    .isPresent();
            if (money && result.absolute().isPresent()) {
                numbers.add(number(experiment, result, result.absolute().get(), sound));
            }
        }
        return List.copyOf(numbers);
    }

    private static Returns.Number number(
            Experiment experiment, MetricResult result, MetricResult.Figure figure, boolean sound) {
        long units = result.variationUnits();
        Interval one = figure.interval();
        Interval all = new Interval(one.low() * units, one.high() * units, one.confidence());
        boolean shown = all.low() > 0 || all.high() < 0;
        return new Returns.Number(
                "incremental, experiment " + experiment.key() + ", " + result.variation(),
                Optional.of(figure.estimate() * units),
                Optional.of(all),
                sound && shown ? Returns.Strength.STRONG : Returns.Strength.WEAK,
                String.format(
                        Locale.ROOT,
                        "%srandomised: %s of %,d units beside %,d of %s%s%s; in the outcome's own currency",
                        experiment.origin() == Origin.SIMULATED ? "simulated; " : "",
                        result.metric().name(),
                        units,
                        result.controlUnits(),
                        result.control(),
                        shown ? "" : "; zero lies within the interval",
                        sound ? "" : "; the experiment's health is doubtful"));
    }
}
