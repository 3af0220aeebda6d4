package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LogisticModelTest {

    @ParameterizedTest
    @CsvFileSource(resources = "logistic_models.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void it_agrees_with_scikit_learn(String predictors, String happened, String coefficients) {
        double[] told = numbers(happened);
        boolean[] events = new boolean[told.length];
        for (int i = 0; i < told.length; i++) {
            events[i] = told[i] > 0;
        }
        LogisticModel model = LogisticModel.fit(
                Stream.of(predictors.split(";")).map(LogisticModelTest::numbers).toArray(double[][]::new), events);
        assertArrayEquals(numbers(coefficients), model.coefficients(), 1e-8);
    }

    @Test
    void what_is_known_decides_how_probable_it_is() {
        LogisticModel model = new LogisticModel(0, 1);
        assertEquals(.5, model.probability(0));
        assertEquals(1 / (1 + Math.exp(-2)), model.probability(2), 1e-15);
        assertEquals(1, model.probability(1_000));
    }

    @Test
    void what_always_or_never_happened_cannot_be_learnt() {
        double[][] predictors = {{1}, {2}};
        assertThrows(IllegalArgumentException.class, () -> LogisticModel.fit(predictors, new boolean[2]));
        assertThrows(IllegalArgumentException.class, () -> LogisticModel.fit(predictors, new boolean[] {true, true}));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
