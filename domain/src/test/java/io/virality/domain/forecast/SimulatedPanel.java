package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Creators whose counts are invented, so that what comes is known: each with a slope of its own around a common one. */
final class SimulatedPanel {

    static final int FIRST_DAY = 19_000;

    private final int days;
    private final double[][] counts;

    /**
     * Draws them.
     *
     * @param noise of a day, as a part of the count
     * @param step to which counts are rounded; 0 for none
     */
    SimulatedPanel(long seed, int creators, int days, int horizon, double noise, double step) {
        this.days = days;
        this.counts = new double[creators][days + horizon];
        Random random = new Random(seed);
        for (double[] count : counts) {
            double size = 17 + .7 * random.nextGaussian();
            double slope = .002 + .001 * random.nextGaussian();
            double own = noise * Math.exp(.4 * random.nextGaussian());
            for (int day = 0; day < count.length; day++) {
                size += slope + own * random.nextGaussian();
                count[day] = step == 0 ? Math.exp(size) : Math.rint(Math.exp(size) / step) * step;
            }
        }
    }

    /** What is known at the end of the days that are over. */
    List<DailySeries> series() {
        return series(1);
    }

    /** The same with other units. */
    List<DailySeries> series(double unit) {
        List<DailySeries> series = new ArrayList<>();
        double[] times =
                IntStream.range(0, days).mapToDouble(day -> FIRST_DAY + day).toArray();
        for (int i = 0; i < counts.length; i++) {
            series.add(DailySeries.of(
                    String.format("creator%03d", i),
                    times,
                    Arrays.stream(counts[i], 0, days).map(count -> unit * count).toArray()));
        }
        return series;
    }

    /** What comes. */
    double count(int creator, int daysAhead) {
        return counts[creator][days - 1 + daysAhead];
    }
}
