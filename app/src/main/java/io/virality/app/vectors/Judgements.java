package io.virality.app.vectors;

import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.BetaPosterior;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.TwoProportions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What cases about real experiments ask of two arms: the usual tests and each engine, at 95 %. */
final class Judgements {

    static final double ALPHA = .05;
    static final double CONFIDENCE = 1 - ALPHA;

    private static final PosteriorEffect.Prior SMALL_EFFECTS = new PosteriorEffect.Prior(0, .3 * .3);

    private Judgements() {}

    static Map<String, Object> shares(Proportion control, Proportion treatment) {
        TwoProportions both = new TwoProportions(control, treatment);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("control", share(control));
        answer.put("treatment", share(treatment));
        answer.put("difference", both.difference());
        answer.put("relative_lift", both.riskRatio() - 1);
        answer.put("z_pooled", both.pooledZ());
        answer.put("p_value_pooled_z", TwoProportions.pValue(both.pooledZ()));
        answer.put("diff_ci95_wald", Numbers.ends(both.wald(CONFIDENCE)));
        answer.put("diff_ci95_newcombe", Numbers.ends(both.newcombe(CONFIDENCE)));
        answer.put("pooled_probability", both.pooledShare());
        answer.put("pooled_se", both.pooledError());
        answer.put("ci95_pooled_se", Numbers.ends(both.pooled(CONFIDENCE)));
        engines(
                answer,
                new ProportionStatistics(Math.round(control.n()), control.successes()),
                new ProportionStatistics(Math.round(treatment.n()), treatment.successes()));
        BetaPosterior uniform = new BetaPosterior(1, 1);
        BetaPosterior one = uniform.after(control.successes(), control.n());
        BetaPosterior other = uniform.after(treatment.successes(), treatment.n());
        answer.put(
                "beta_binomial",
                Map.of(
                        "prior", "Beta(1,1)",
                        "prob_treatment_beats_control", other.chanceAbove(one),
                        "expected_loss_choose_treatment", other.expectedLoss(one),
                        "expected_loss_choose_control", one.expectedLoss(other)));
        return answer;
    }

    private static Map<String, Object> share(Proportion arm) {
        return Map.of("successes", arm.successes(), "n", arm.n(), "rate", arm.share());
    }

    static void engines(Map<String, Object> answer, SufficientStatistics control, SufficientStatistics treatment) {
        for (Difference difference : Difference.values()) {
            if (Comparison.of(control, treatment, difference) instanceof Effect effect) {
                answer.put("growthbook_" + difference.name().toLowerCase(Locale.ROOT), engines(effect));
            }
        }
    }

    private static Map<String, Object> engines(Effect effect) {
        Judgement fixed = new FixedTest(ALPHA, Alternative.TWO_SIDED).judge(effect);
        Judgement sequential =
                new ConfidenceSequence(ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED).judge(effect);
        PosteriorEffect flat = PosteriorEffect.of(effect, PosteriorEffect.Prior.FLAT);
        PosteriorEffect informed = PosteriorEffect.of(effect, SMALL_EFFECTS);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("difference_type", effect.difference().name().toLowerCase(Locale.ROOT));
        answer.put("estimate", effect.estimate());
        answer.put("standard_error", effect.standardError());
        answer.put("welch_ci95", Numbers.ends(fixed.interval()));
        answer.put("welch_p", fixed.p());
        answer.put("sequential_ci95_tuning5000", Numbers.ends(sequential.interval()));
        answer.put("sequential_p", sequential.p());
        answer.put("chance_to_win_flat", flat.chanceAbove());
        answer.put("expected_loss_treatment_flat", flat.lossAbove());
        answer.put("chance_to_win_prior_N0_0.3", informed.chanceAbove());
        answer.put("posterior_mean_prior_N0_0.3", informed.mean());
        return answer;
    }
}
