package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.stats.ChiSquare;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.TwoProportions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shares of successes, compared at a fixed end. */
final class Proportions {

    static final Map<String, Method> METHODS =
            Map.of("two_proportions", Proportions::two, "k_proportions_chi2", Proportions::several);

    private Proportions() {}

    private static Object two(VectorCase vector) {
        Proportion control = Numbers.proportion(vector.inputs().path("control"));
        Proportion treatment = Numbers.proportion(vector.inputs().path("treatment"));
        TwoProportions both = new TwoProportions(control, treatment);
        double confidence = vector.settings().path("confidence_level").asDouble();
        double[] successes = {control.successes(), treatment.successes()};
        double[] sizes = {control.n(), treatment.n()};
        ChiSquare plain = ChiSquare.ofGroups(successes, sizes);
        ChiSquare corrected = ChiSquare.ofGroupsWithContinuity(successes, sizes);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("z_pooled", both.pooledZ());
        answer.put("p_value_pooled", TwoProportions.pValue(both.pooledZ()));
        answer.put("z_unpooled", both.unpooledZ());
        answer.put("p_value_unpooled", TwoProportions.pValue(both.unpooledZ()));
        answer.put("difference", both.difference());
        answer.put("diff_ci_wald", Numbers.ends(both.wald(confidence)));
        answer.put("diff_ci_agresti-caffo", Numbers.ends(both.agrestiCaffo(confidence)));
        answer.put("diff_ci_newcombe", Numbers.ends(both.newcombe(confidence)));
        answer.put("diff_ci_score", Numbers.ends(both.score(confidence)));
        answer.put("risk_ratio", both.riskRatio());
        answer.put("risk_ratio_ci_log", Numbers.ends(both.riskRatio(confidence)));
        answer.put("treatment_rate_ci_wald_normal", Numbers.ends(treatment.wald(confidence)));
        answer.put("treatment_rate_ci_wilson", Numbers.ends(treatment.wilson(confidence)));
        answer.put("treatment_rate_ci_agresti_coull", Numbers.ends(treatment.agrestiCoull(confidence)));
        answer.put("treatment_rate_ci_clopper_pearson", Numbers.ends(treatment.clopperPearson(confidence)));
        answer.put("treatment_rate_ci_jeffreys", Numbers.ends(treatment.jeffreys(confidence)));
        answer.put("chi2", plain.statistic());
        answer.put("chi2_p_value", plain.pValue());
        answer.put("chi2_yates", corrected.statistic());
        answer.put("chi2_yates_p_value", corrected.pValue());
        return answer;
    }

    private static Object several(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        ChiSquare test = ChiSquare.ofGroups(Numbers.list(inputs.path("successes")), Numbers.list(inputs.path("n")));
        return Map.of("chi2", test.statistic(), "df", test.degreesOfFreedom(), "p_value", test.pValue());
    }
}
