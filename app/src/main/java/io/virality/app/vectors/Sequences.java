package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Arm;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.MixtureTest;
import java.util.Map;

/** Always-valid tests of an estimate with its standard error. */
final class Sequences {

    static final Map<String, Method> METHODS =
            Map.of("confidence_sequence", Sequences::confidenceSequence, "statsig_msprt", Sequences::mixtureTest);

    private Sequences() {}

    private static Object confidenceSequence(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        JsonNode settings = vector.settings();
        ConfidenceSequence test = new ConfidenceSequence(
                settings.path("alpha").asDouble(), settings.path("tuning_n").asDouble(), Alternative.TWO_SIDED);
        double error = inputs.path("standard_error").asDouble();
        long units = inputs.path("n_total_two_arms").asLong();
        Judgement judgement = test.judge(inputs.path("estimate").asDouble(), error, units);
        double[] ends = Numbers.ends(judgement.interval());
        return Map.of(
                "growthbook",
                        Map.of(
                                "rho",
                                test.mixture(),
                                "halfwidth",
                                test.width(units) * error,
                                "ci",
                                ends,
                                "p_value_always_valid",
                                judgement.p()),
                "eppo_gavi",
                        Map.of(
                                "rho",
                                1 / (test.mixture() * test.mixture()),
                                "multiplier",
                                test.width(units),
                                "ci",
                                ends));
    }

    private static Object mixtureTest(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        MixtureTest.Result result = new MixtureTest(
                        vector.settings().path("alpha").asDouble())
                .judge(inputs.path("difference").asDouble(), arm(inputs, "control"), arm(inputs, "treatment"));
        return Map.of(
                "V", result.variance(),
                "tau", result.mixture(),
                "z_star", result.multiplier(),
                "ci", Numbers.ends(result.judgement().interval()),
                "p_value_as_published", result.judgement().p());
    }

    private static Arm arm(JsonNode inputs, String name) {
        return new Arm(
                inputs.path("n_" + name).asLong(),
                inputs.path("variance_" + name).asDouble());
    }
}
