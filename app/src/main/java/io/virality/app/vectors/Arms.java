package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.AdjustedRatioStatistics;
import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.RatioStatistics;
import io.virality.domain.experiment.SufficientStatistics;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The two arms of a case, from their sufficient statistics.
 *
 * @param control the one
 * @param treatment the other
 */
record Arms(SufficientStatistics control, SufficientStatistics treatment) {

    /** What stands above and below a line, now and before. */
    private static final List<String> RATIO_FROM_BEFORE =
            List.of("numerator_post", "denominator_post", "numerator_pre", "denominator_pre");

    private static final String[][] PRODUCTS = {
        {"", "num_post_den_post", "num_post_num_pre", "num_post_den_pre"},
        {"num_post_den_post", "", "num_pre_den_post", "den_post_den_pre"},
        {"num_post_num_pre", "num_pre_den_post", "", "num_pre_den_pre"},
        {"num_post_den_pre", "den_post_den_pre", "num_pre_den_pre", ""}
    };

    /** Of a case's inputs; the strata, where there are any, are added up. */
    static Arms of(JsonNode inputs) {
        JsonNode strata = inputs.path("strata");
        return strata.isArray()
                ? new Arms(sum(strata, "control"), sum(strata, "treatment"))
                : new Arms(read(inputs.path("control"), false), read(inputs.path("treatment"), false));
    }

    private static SufficientStatistics sum(JsonNode strata, String arm) {
        return StreamSupport.stream(strata.spliterator(), false)
                .map(stratum -> read(stratum.path(arm), strata.size() > 1))
                .reduce(Arms::plus)
                .orElseThrow(() -> new IllegalArgumentException("no strata"));
    }

    private static SufficientStatistics plus(SufficientStatistics one, SufficientStatistics other) {
        if (one instanceof MeanStatistics mean && other instanceof MeanStatistics more) {
            return mean.plus(more);
        }
        if (one instanceof RatioStatistics ratio && other instanceof RatioStatistics more) {
            return ratio.plus(more);
        }
        if (one instanceof AdjustedStatistics adjusted && other instanceof AdjustedStatistics more) {
            return adjusted.plus(more);
        }
        if (one instanceof AdjustedRatioStatistics adjusted && other instanceof AdjustedRatioStatistics more) {
            return adjusted.plus(more);
        }
        throw new IllegalArgumentException("strata of different kinds");
    }

    /** @param asMeans whether shares are taken for means, as GrowthBook's engine does where it adds strata */
    private static SufficientStatistics read(JsonNode arm, boolean asMeans) {
        long n = arm.path("n").asLong();
        String type = arm.path("type").asText();
        return switch (type) {
            case "mean" -> mean(arm);
            case "proportion" ->
                asMeans
                        ? mean(arm)
                        : new ProportionStatistics(n, arm.path("sum").asDouble());
            case "ratio" ->
                new RatioStatistics(
                        pair(arm, "numerator", "denominator", "sum_products_numerator_denominator", asMeans));
            case "mean_cuped" -> new AdjustedStatistics(pair(arm, "post", "pre", "sum_products_post_pre", asMeans));
            case "ratio_cuped" -> new AdjustedRatioStatistics(four(arm, asMeans));
            default -> throw new IllegalArgumentException("no statistics of type '" + type + "'");
        };
    }

    private static MeanStatistics mean(JsonNode arm) {
        return MeanStatistics.ofSums(arm.path("n").asLong(), arm.path("sum").asDouble(), squares(arm));
    }

    private static Moments pair(JsonNode arm, String first, String second, String product, boolean asMeans) {
        JsonNode[] parts = {arm.path(first), arm.path(second)};
        double products = arm.path(product).asDouble();
        return moments(
                arm, parts, new double[][] {{squares(parts[0]), products}, {products, squares(parts[1])}}, asMeans);
    }

    private static Moments four(JsonNode arm, boolean asMeans) {
        JsonNode[] parts = RATIO_FROM_BEFORE.stream().map(arm::path).toArray(JsonNode[]::new);
        double[][] products = new double[parts.length][parts.length];
        for (int i = 0; i < parts.length; i++) {
            for (int j = 0; j < parts.length; j++) {
                products[i][j] = i == j
                        ? squares(parts[i])
                        : arm.path("sum_products_" + PRODUCTS[i][j]).asDouble();
            }
        }
        return moments(arm, parts, products, asMeans);
    }

    private static Moments moments(JsonNode arm, JsonNode[] parts, double[][] products, boolean asMeans) {
        boolean[] binary = new boolean[parts.length];
        double[] sums = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            binary[i] = !asMeans && proportion(parts[i]);
            sums[i] = parts[i].path("sum").asDouble();
        }
        return Moments.ofSums(arm.path("n").asLong(), binary, sums, products);
    }

    private static boolean proportion(JsonNode part) {
        return part.path("type").asText().equals("proportion");
    }

    private static double squares(JsonNode part) {
        return part.path(proportion(part) ? "sum" : "sum_squares").asDouble();
    }
}
