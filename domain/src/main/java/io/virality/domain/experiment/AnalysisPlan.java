package io.virality.domain.experiment;

import java.util.List;
import java.util.Map;

/**
 * How an experiment is to be judged. All of it is settled before the data are seen.
 *
 * @param experiment its name
 * @param control the variation that the others are compared with
 * @param weights the planned share of each variation; empty where all were to have the same
 * @param metrics at least one of them primary
 * @param engine what judges the effects
 * @param alpha how often an effect may be found where there is none
 * @param tuning at how many units in both arms an always-valid interval is narrowest
 * @param prior what was believed of relative effects before
 * @param smallestEffect what part of the control's value is the least change that matters
 */
public record AnalysisPlan(
        String experiment,
        String control,
        Map<String, Double> weights,
        List<Metric> metrics,
        Engine engine,
        double alpha,
        double tuning,
        PosteriorEffect.Prior prior,
        double smallestEffect) {

    /** The usual error rate. */
    public static final double USUAL_ALPHA = .05;

    /** The least change that matters, unless another is given. */
    public static final double USUAL_SMALLEST_EFFECT = .05;

    /** @throws IllegalArgumentException if a number is out of its range, or there is no primary metric */
    public AnalysisPlan {
        if (!(alpha > 0 && alpha < .5)) {
            throw new IllegalArgumentException("not an error rate below one half: " + alpha);
        }
        if (!(smallestEffect > 0)) {
            throw new IllegalArgumentException("not a smallest effect above 0: " + smallestEffect);
        }
        if (metrics.stream().noneMatch(metric -> metric.role() == Metric.Role.PRIMARY)) {
            throw new IllegalArgumentException("no primary metric among " + metrics);
        }
        if (weights.values().stream().anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("weights that are not above 0: " + weights);
        }
        weights = Map.copyOf(weights);
        metrics = List.copyOf(metrics);
    }

    /** Judges metrics by a test at a fixed end, with the usual numbers. */
    public static AnalysisPlan of(String experiment, String control, Metric... metrics) {
        return new AnalysisPlan(
                experiment,
                control,
                Map.of(),
                List.of(metrics),
                Engine.FREQUENTIST,
                USUAL_ALPHA,
                ConfidenceSequence.USUAL_TUNING,
                PosteriorEffect.Prior.FLAT,
                USUAL_SMALLEST_EFFECT);
    }

    /** The confidence of intervals. */
    public double confidence() {
        return 1 - alpha;
    }
}
