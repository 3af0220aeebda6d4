package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ChiSquareTest {

    @ParameterizedTest
    @CsvFileSource(resources = "tables.csv", numLinesToSkip = 2, maxCharsPerColumn = 100_000)
    void tables_agree_with_scipy(String rows, double statistic, int degrees, double p) {
        double[][] counts = Stream.of(rows.split(";"))
                .map(row -> Arrays.stream(row.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        ChiSquare told = ChiSquare.ofTable(counts);
        assertEquals(statistic, told.statistic(), 1e-9 * statistic);
        assertEquals(degrees, told.degreesOfFreedom());
        assertEquals(p, told.pValue(), 1e-9);
    }
}
