package io.virality.app.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of the shared vectors, by its id. */
@Tag("real-data")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedVectorsTest {

    private static final Path FOLDER = Path.of("../../shared/data/experiments/vectors");

    /** What is covered. */
    private static final List<String> FILES = List.of(
            "assignment/growthbook_sdk_cases.json", //
            "assignment/hash_extra.json",
            "statistics/bootstrap.json",
            "statistics/cluster_randomised.json",
            "statistics/exact_tests.json",
            "statistics/heterogeneity.json",
            "statistics/power_mde.json",
            "statistics/srm.json",
            "statistics/winsorisation.json",
            "statistics/bayesian.json",
            "statistics/cuped.json",
            "statistics/frequentist_fixed.json",
            "statistics/ratio.json",
            "statistics/sequential_always_valid.json",
            "statistics/multiple_testing.json");

    /** What is left for later. */
    private static final Set<String> LATER = Set.of(
            "decrypt",
            "urlRedirect",
            "adjusted_confidence_interval",
            "benjamini_hochberg",
            "p_adjust",
            "regression_adjustment_multi_covariate",
            "beta_binomial_bayes",
            "chance_to_win_from_interval",
            "cuped_raw",
            "ratio_delta_method_raw",
            "confidence_sequence",
            "statsig_msprt",
            "paired_t_raw",
            "student_t_pooled_raw",
            "welch_t_raw",
            "welch_t_summary");

    /**
     * What is expected is no solution: at that effect the power is .79980 instead of .8, and .899987 instead of .9, because
     * the search that was asked stops 1e-5 away (statsmodels' {@code brentq_expanding}). Ours are exact.
     */
    private static final Set<String> INEXACT = Set.of("power_mde-9f524f1aba", "power_mde-a478b77f0d");

    @BeforeAll
    void vectors_are_there() {
        assumeTrue(Files.isDirectory(FOLDER), () -> FOLDER + " is missing: no method is tested on its vectors");
    }

    static Stream<Arguments> cases() {
        return FILES.stream()
                .flatMap(file -> VectorFile.read(FOLDER.resolve(file)).stream())
                .filter(vector -> !LATER.contains(vector.method()) && !INEXACT.contains(vector.id()))
                .map(vector -> Arguments.of(vector.id(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers_as_expected(String id, VectorCase vector) {
        assertEquals(List.of(), Families.judge(vector).differences());
    }
}
