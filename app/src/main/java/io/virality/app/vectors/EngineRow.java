package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.AdjustedRatioStatistics;
import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.RatioStatistics;
import io.virality.domain.experiment.SufficientStatistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Sums over the units of one variation, or of some of them.
 *
 * @param sums by column
 */
record EngineRow(Map<String, Double> sums) {

    /** Of no units. */
    static final EngineRow NONE = new EngineRow(Map.of());

    private static final List<String> VARIABLES = List.of("main", "denominator", "covariate", "denominator_pre");

    private static final String[][] PRODUCTS = {
        {"", "main_denominator", "main_covariate", "main_post_denominator_pre"},
        {"main_denominator", "", "main_pre_denominator_post", "denominator_post_denominator_pre"},
        {"main_covariate", "main_pre_denominator_post", "", "main_pre_denominator_pre"},
        {"main_post_denominator_pre", "denominator_post_denominator_pre", "main_pre_denominator_pre", ""}
    };

    static EngineRow of(JsonNode row) {
        Map<String, Double> sums = new HashMap<>();
        row.properties().forEach(column -> {
            if (column.getValue().isNumber()) {
                sums.put(column.getKey(), column.getValue().asDouble());
            }
        });
        return new EngineRow(sums);
    }

    /** The cell that a row is of, where units are stratified. */
    static String stratum(JsonNode row) {
        return StreamSupport.stream(
                        ((Iterable<Map.Entry<String, JsonNode>>) row.properties()::iterator).spliterator(), false)
                .filter(column -> column.getKey().startsWith("dim_exp_"))
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining());
    }

    static double allUsers(EngineRow... rows) {
        return Arrays.stream(rows).mapToDouble(EngineRow::users).sum();
    }

    EngineRow plus(EngineRow other) {
        Map<String, Double> both = new HashMap<>(sums);
        other.sums.forEach((column, sum) -> both.merge(column, sum, Double::sum));
        return new EngineRow(both);
    }

    long users() {
        return Math.round(sum("users"));
    }

    double sum(String column) {
        return sums.getOrDefault(column, 0.0);
    }

    /** @param before whether what was before is taken for the metric */
    SufficientStatistics statistics(String kind, JsonNode metric, boolean before) {
        return switch (kind) {
            case "mean", "count" -> mean(metric, before ? "covariate" : "main");
            case "mean_ra" -> new AdjustedStatistics(moments(metric, 0, 2));
            case "ratio" -> new RatioStatistics(before ? moments(metric, 2, 3) : moments(metric, 0, 1));
            case "ratio_ra" -> new AdjustedRatioStatistics(moments(metric, 0, 1, 2, 3));
            default -> throw new IllegalArgumentException("no statistic of type '" + kind + "'");
        };
    }

    private SufficientStatistics mean(JsonNode metric, String variable) {
        double sum = sum(variable + "_sum");
        return binary(metric, variable)
                ? new ProportionStatistics(users(), sum)
                : MeanStatistics.ofSums(users(), sum, sum(variable + "_sum_squares"));
    }

    private Moments moments(JsonNode metric, int... variables) {
        int size = variables.length;
        boolean[] binary = new boolean[size];
        double[] totals = new double[size];
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            String name = VARIABLES.get(variables[i]);
            binary[i] = binary(metric, name);
            totals[i] = sum(name + "_sum");
            for (int j = 0; j < size; j++) {
                products[i][j] = i == j
                        ? sum(name + "_sum_squares")
                        : sum(PRODUCTS[variables[i]][variables[j]] + "_sum_product");
            }
        }
        return Moments.ofSums(users(), binary, totals, products);
    }

    private static boolean binary(JsonNode metric, String variable) {
        String type =
                switch (variable) {
                    case "main" -> "main_metric_type";
                    case "covariate" -> "covariate_metric_type";
                    default -> "denominator_metric_type";
                };
        return metric.path(type).asText().equals("binomial");
    }
}
