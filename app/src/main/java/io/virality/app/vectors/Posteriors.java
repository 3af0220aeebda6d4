package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.BetaPosterior;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.util.Map;

/** Bayesian answers that are not about two arms' sufficient statistics. */
final class Posteriors {

    static final Map<String, Method> METHODS = Map.of(
            "beta_binomial_bayes", Posteriors::shares, "chance_to_win_from_interval", Posteriors::chanceFromInterval);

    private Posteriors() {}

    private static Object shares(VectorCase vector) {
        JsonNode settings = vector.settings();
        BetaPosterior prior = new BetaPosterior(
                settings.path("prior_alpha").asDouble(),
                settings.path("prior_beta").asDouble());
        BetaPosterior control = after(prior, vector.inputs().path("control"));
        BetaPosterior treatment = after(prior, vector.inputs().path("treatment"));
        return Map.of(
                "prob_treatment_beats_control", treatment.chanceAbove(control),
                "expected_loss_choose_treatment", treatment.expectedLoss(control),
                "expected_loss_choose_control", control.expectedLoss(treatment),
                "posterior_mean_control", control.mean(),
                "posterior_mean_treatment", treatment.mean(),
                "credible_interval95_control", Numbers.ends(control.interval(Interval.USUAL_CONFIDENCE)),
                "credible_interval95_treatment", Numbers.ends(treatment.interval(Interval.USUAL_CONFIDENCE)));
    }

    private static BetaPosterior after(BetaPosterior prior, JsonNode arm) {
        Proportion seen = Numbers.proportion(arm);
        return prior.after(seen.successes(), seen.n());
    }

    private static Object chanceFromInterval(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        Interval interval = new Interval(
                Numbers.number(inputs.path("ci_lower")),
                Numbers.number(inputs.path("ci_upper")),
                1 - vector.settings().path("alpha").asDouble());
        PosteriorEffect posterior =
                PosteriorEffect.ofInterval(inputs.path("estimate").asDouble(), interval);
        boolean lower = vector.settings().path("lower_is_better").asBoolean();
        return Map.of("chance_to_win", lower ? posterior.chanceBelow() : posterior.chanceAbove());
    }
}
