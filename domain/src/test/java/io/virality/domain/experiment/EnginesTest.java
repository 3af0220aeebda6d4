package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RobustRegression.Correction;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures that are quoted come from {@code experiment_values.py}. */
class EnginesTest {

    private static final Effect EFFECT = new Effect(Difference.ABSOLUTE, .3, .1, 80, 400, -2, Effect.Adjustment.NONE);

    @ParameterizedTest
    @EnumSource
    void an_interval_leaves_out_0_just_where_p_is_below_alpha(Alternative alternative) {
        for (double estimate : new double[] {-.5, -.22, -.1, 0, .1, .22, .5}) {
            Effect effect = new Effect(Difference.ABSOLUTE, estimate, .1, 80, 400, 1, Effect.Adjustment.NONE);
            Judgement fixed = new FixedTest(.05, alternative).judge(effect);
            assertEquals(fixed.p() < .05, leavesOut0(fixed.interval()), "fixed " + estimate);
            Judgement sequential = new ConfidenceSequence(.05, 400, alternative).judge(effect);
            assertEquals(sequential.p() < .05, leavesOut0(sequential.interval()), "sequential " + estimate);
        }
    }

    private static boolean leavesOut0(Interval interval) {
        return interval.low() > 0 || interval.high() < 0;
    }

    @Test
    void very_small_p_values_are_not_0() {
        Effect far = new Effect(Difference.ABSOLUTE, 3, .1, 8000, 8000, 1, Effect.Adjustment.NONE);
        double p = new FixedTest(.05, Alternative.TWO_SIDED).judge(far).p();
        assertTrue(p > 0 && p < 1e-150, "p is " + p);
    }

    @Test
    void a_sequence_is_narrowest_for_its_units_near_the_tuned_number() {
        ConfidenceSequence tuned = new ConfidenceSequence(.05, 5000, Alternative.TWO_SIDED);
        assertTrue(tuned.width(5000) < new ConfidenceSequence(.05, 500, Alternative.TWO_SIDED).width(5000));
        assertTrue(tuned.width(5000) < new ConfidenceSequence(.05, 50_000, Alternative.TWO_SIDED).width(5000));
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceSequence(.5, 5000, Alternative.TWO_SIDED));
    }

    @Test
    void a_flat_prior_leaves_the_estimate_and_a_sure_one_the_prior() {
        PosteriorEffect flat = PosteriorEffect.of(EFFECT, PosteriorEffect.Prior.FLAT);
        assertEquals(.3, flat.mean());
        assertEquals(.1, flat.deviation(), 1e-15);
        PosteriorEffect sure = PosteriorEffect.of(EFFECT, new PosteriorEffect.Prior(.1, 1e-12));
        assertEquals(.2, sure.mean(), 1e-6, "a tenth of the baseline's size");
    }

    @Test
    void losses_and_chances_belong_together() {
        PosteriorEffect posterior = new PosteriorEffect(.3, .1);
        assertEquals(1, posterior.chanceAbove() + posterior.chanceBelow(), 1e-15);
        assertEquals(.3, posterior.lossBelow() - posterior.lossAbove(), 1e-15);
        assertEquals(.1, PosteriorEffect.ofInterval(.3, posterior.interval(.9)).deviation(), 1e-15);
    }

    @Test
    void beliefs_of_two_shares() {
        BetaPosterior uniform = new BetaPosterior(1, 1);
        BetaPosterior control = uniform.after(2, 10);
        BetaPosterior treatment = uniform.after(6, 10);
        assertEquals(0.959752321981424, treatment.chanceAbove(control), 1e-11);
        assertEquals(0.959752321981424, 1 - control.chanceAbove(treatment), 1e-11);
        assertEquals(0.0032418001525553004, treatment.expectedLoss(control), 1e-11);
        assertEquals(0.33657513348588863, control.expectedLoss(treatment), 1e-11);
        assertEquals(0.3079047150116772, treatment.interval(.95).low(), 1e-11);
    }

    @Test
    void a_guardrail_is_passed_by_evidence_only() {
        MeanStatistics control = MeanStatistics.ofSummary(1000, 10, 4);
        MeanStatistics alike = MeanStatistics.ofSummary(1000, 9.99, 4);
        MeanStatistics few = MeanStatistics.ofSummary(10, 9.99, 4);
        assertTrue(new Guardrail(.02, true).test(control, alike, .05).pNonInferiority() < .05);
        assertTrue(new Guardrail(.02, true).test(control, few, .05).pNonInferiority() > .05);
        Guardrail.Result lower = new Guardrail(.02, false).test(control, alike, .05);
        assertTrue(lower.pNonInferiority() < .05);
        assertTrue(lower.bound() > lower.difference(), "from above");
    }

    @Test
    void a_baseline_near_0_leaves_any_lift_possible() {
        MeanStatistics treatment = MeanStatistics.ofSummary(100, 2, 1);
        RelativeLift strong = new RelativeLift(MeanStatistics.ofSummary(100, 2, 1), treatment, .95);
        RelativeLift none = new RelativeLift(MeanStatistics.ofSummary(100, .1, 1), treatment, .95);
        assertTrue(strong.weakness() < RelativeLift.WEAK_BASELINE);
        assertEquals(
                strong.byDeltaMethod().low(), strong.byFieller().orElseThrow().low(), .01);
        assertEquals(Optional.empty(), none.byFieller());
    }

    @Test
    void corrected_intervals_hold_0_just_where_the_corrected_p_value_is_above_alpha() {
        assertTrue(leavesOut0(Judgement.correctedInterval(.2, .04, .95)));
        assertEquals(0, Judgement.correctedInterval(.2, .05, .95).low(), 1e-12);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Judgement.correctedInterval(.2, 1, .95).high());
    }

    @Test
    void covariates_are_taken_off_by_regression() {
        CovariateModel.Units control = units(new double[] {3, 5, 4, 8}, 1, 2, 3, 4);
        CovariateModel.Units treatment = units(new double[] {7, 9, 6, 12}, 2, 3, 1, 5);
        CovariateModel ancova = CovariateModel.ancova(control, treatment);
        assertEquals(3.1272727272727305, ancova.estimate(), 1e-12);
        assertEquals(0.545295130724233, ancova.error(Correction.HC0), 1e-12);
        assertEquals(0.6897498440351352, ancova.error(Correction.HC1), 1e-12);
        CovariateModel lin = CovariateModel.lin(control, treatment);
        assertEquals(3.1321428571428576, lin.estimate(), 1e-12);
        assertEquals(0.7544232248184549, lin.error(Correction.HC2), 1e-12);
        assertEquals(1.1182088596206567, lin.error(Correction.HC3), 1e-12);
    }

    private static CovariateModel.Units units(double[] values, double... covariate) {
        double[][] covariates = new double[covariate.length][];
        for (int i = 0; i < covariates.length; i++) {
            covariates[i] = new double[] {covariate[i]};
        }
        return new CovariateModel.Units(values, covariates);
    }
}
