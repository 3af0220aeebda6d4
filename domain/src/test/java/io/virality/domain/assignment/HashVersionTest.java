package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashVersionTest {

    private static final int UNITS = 100_000;

    /** From the test vectors of the algorithm's draft. */
    @ParameterizedTest
    @CsvSource({"'', 811c9dc5", "a, e40c292c", "foobar, bf9cf968"})
    void a_text_is_hashed_by_fnv_1a(String text, String hash) {
        assertEquals(hash, Long.toHexString(HashVersion.hash(text)));
    }

    @Test
    void two_experiments_are_independent_by_the_version_for_experiments() {
        assertTrue(independence(HashVersion.INDEPENDENT) > 1e-3);
    }

    @Test
    void two_experiments_are_correlated_by_the_version_for_namespaces() {
        assertTrue(independence(HashVersion.CORRELATED) < 1e-9);
    }

    @Test
    void nobody_has_a_bucket_by_an_unknown_version() {
        assertTrue(HashVersion.of(99).bucket("seed", "1").isEmpty());
    }

    /** The p value of the chi-squared test of the two halves of one experiment against those of another. */
    private static double independence(HashVersion version) {
        long[] cells = new long[4];
        IntStream.range(0, UNITS)
                .mapToObj(i -> "user" + i)
                .forEach(unit -> cells[half(version, "exp-1", unit) * 2 + half(version, "exp-2", unit)]++);
        double one = (double) (cells[2] + cells[3]) / UNITS;
        double other = (double) (cells[1] + cells[3]) / UNITS;
        double[] shares = {(1 - one) * (1 - other), (1 - one) * other, one * (1 - other), one * other};
        double statistic = IntStream.range(0, 4)
                .mapToDouble(i -> Math.pow(cells[i] - UNITS * shares[i], 2) / (UNITS * shares[i]))
                .sum();
        return ChiSquaredDistribution.of(1).survivalProbability(statistic);
    }

    private static int half(HashVersion version, String seed, String unit) {
        return version.bucket(seed, unit).orElseThrow() < .5 ? 0 : 1;
    }
}
