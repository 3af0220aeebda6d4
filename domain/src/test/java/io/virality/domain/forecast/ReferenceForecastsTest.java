package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Theta and the damped trend against R's forecast package. Tolerances are parts of the typical error one step ahead: R
 * searches both fits from one start and stops early, so that its forecasts of the same model differ by that much from ours,
 * which fit at least as well.
 */
class ReferenceForecastsTest {

    private static final int[] AHEAD = {1, 5, 10, 30};

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "forecasts.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
    void forecasts_are_those_of_r(
            String series, String method, String squares, double h1, double h5, double h10, double h30, String values) {
        double[] observed = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        boolean theta = method.equals("theta");
        Trend trend = theta ? Theta.fit(observed, 1) : DampedTrend.fit(observed, 1);
        double error = DampedTrend.leastError(observed);
        double typical = Math.sqrt(error / observed.length);
        if (!theta) {
            assertTrue(error <= 1.0001 * Double.parseDouble(squares), error + " is a worse fit than " + squares);
        }
        double[] expected = {h1, h5, h10, h30};
        for (int i = 0; i < AHEAD.length; i++) {
            assertEquals(expected[i], trend.at(AHEAD[i]), (theta ? .01 : .3) * typical, AHEAD[i] + " ahead");
        }
    }
}
