package io.virality.benchmarks;

import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for one 95 % bootstrap interval of a median with 2,000 replicates: by order statistics, as the product
 * does it, and by drawing every resample, as the textbook does it. Both work on seeded, right-skewed rates.
 *
 * <p>{@code mvn -B -q -pl benchmarks -am package -DskipTests && java -jar benchmarks/target/benchmarks.jar
 * MedianInterval}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MedianIntervalBenchmark {

    private static final int REPLICATES = 2_000;
    private static final long SEED = 7;

    /** How many values the sample has. */
    @Param({"1000", "100000"})
    public int size;

    private double[] values;
    private Sample sample;

    /** Draws the sample. */
    @Setup
    public void drawSample() {
        SplittableRandom random = new SplittableRandom(SEED);
        values = random.doubles(size)
                .map(uniform -> .02 * -Math.log1p(-uniform))
                .sorted()
                .toArray();
        sample = Sample.of(values);
    }

    /** As the product does it. */
    @Benchmark
    public Interval orderStatistics() {
        return sample.medianInterval(Interval.USUAL_CONFIDENCE, REPLICATES, SEED);
    }

    /** As the textbook does it, at its best: a resample's median is found by counting, without sorting it. */
    @Benchmark
    public Interval resampling() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] medians = new double[REPLICATES];
        int[] drawn = new int[size];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            Arrays.fill(drawn, 0);
            for (int i = 0; i < size; i++) {
                drawn[random.nextInt(size)]++;
            }
            medians[replicate] = (ranked(drawn, (size + 1) / 2) + ranked(drawn, size / 2 + 1)) / 2;
        }
        Sample resampled = Sample.of(medians);
        double tail = (1 - Interval.USUAL_CONFIDENCE) / 2;
        return new Interval(resampled.quantile(tail), resampled.quantile(1 - tail), Interval.USUAL_CONFIDENCE);
    }

    private double ranked(int[] drawn, int rank) {
        int index = 0;
        for (int passed = drawn[0]; passed < rank; passed += drawn[index]) {
            index++;
        }
        return values[index];
    }
}
