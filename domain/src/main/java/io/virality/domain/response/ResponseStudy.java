package io.virality.domain.response;

import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a value responds to spending, how sure that is, and what another division of the budget would be worth. Intervals come
 * from fits to values that are drawn anew: the fitted ones with residuals in blocks, so that what hangs together in time stays
 * together.
 *
 * @param series what was told
 * @param channels what is known of each
 * @param explained the part of the differences between periods that the model tells; most of it may be trend and seasons
 * @param fitted what the model says of each period
 * @param division of the budget, if there is one
 * @param draws how many
 */
public record ResponseStudy(
        MediaSeries series,
        List<ChannelResponse> channels,
        double explained,
        double[] fitted,
        Optional<Division> division,
        int draws) {

    /** Of all intervals. */
    public static final double CONFIDENCE = .9;

    /** How many draws are usual. */
    public static final int USUAL_DRAWS = 200;

    /** How many periods each number that is fitted needs. */
    static final int PERIODS_A_NUMBER = 3;

    private static final int PLACES = 20;

    /** A number and its interval. */
    public record Sure(double value, Interval interval) {}

    /**
     * A place on a curve.
     *
     * @param spend in each period
     * @param brought in a period
     */
    public record Place(double spend, Sure brought) {}

    /**
     * What is known of a channel.
     *
     * @param today what is spent in a period lately
     * @param brought what that brings in a period, kept up
     * @param marginal what one unit more brings
     * @param places on its curve, up to the most that was spent in a period
     * @param warnings what the data cannot carry
     */
    public record ChannelResponse(
            String name,
            Curve curve,
            Sure carryOver,
            Sure half,
            Sure shape,
            Sure most,
            double today,
            Sure brought,
            Sure marginal,
            List<Place> places,
            List<String> warnings) {}

    /**
     * A budget, divided.
     *
     * @param budget of a period
     * @param today how it would be divided as it is today
     * @param best how it brings most
     * @param gain what the best brings more than today's in a period
     * @param surely in what part of the draws it brings more at all
     */
    public record Division(
            double budget, double[] today, double[] best, List<Allocation.Limits> limits, Sure gain, double surely) {}

    /**
     * Studies a series.
     *
     * @param limits of the channels; empty to divide nothing
     * @param budget of a period; empty for what is spent today
     * @throws IllegalArgumentException if there are too few periods, or the limits cannot be kept
     */
    public static ResponseStudy of(
            MediaSeries series,
            Optional<List<Allocation.Limits>> limits,
            Optional<Double> budget,
            long seed,
            int draws) {
        missing(series).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
        CurveFit fit = new CurveFit(series);
        CurveFit.Fitted found = fit.fit(series.value());
        double[] residuals = residuals(series, found, CurveFit.chosen(series));
        List<Curve[]> drawn = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> fit.fit(redrawn(found.fitted(), residuals, new SplittableRandom(mixed(seed, draw))))
                        .curves())
                .toList();
        List<ChannelResponse> channels = new ArrayList<>();
        for (int channel = 0; channel < series.channels().size(); channel++) {
            channels.add(channel(series, channel, found.curves()[channel], drawn));
        }
        double mean = Arrays.stream(series.value()).average().orElse(0);
        double all =
                Arrays.stream(series.value()).map(v -> (v - mean) * (v - mean)).sum();
        double left = 0;
        for (int i = 0; i < residuals.length; i++) {
            left += Math.pow(series.value()[i] - found.fitted()[i], 2);
        }
        return new ResponseStudy(
                series,
                List.copyOf(channels),
                all == 0 ? 0 : 1 - left / all,
                found.fitted(),
                limits.map(within -> division(series, found.curves(), drawn, within, budget)),
                draws);
    }

    /** What a series has too little of to be studied; empty if it has enough. */
    public static Optional<String> missing(MediaSeries series) {
        int fitted = CurveFit.chosen(series);
        return series.periods() >= PERIODS_A_NUMBER * fitted
                ? Optional.empty()
                : Optional.of(series.periods() + " periods are too few: " + fitted + " numbers are fitted, and need "
                        + PERIODS_A_NUMBER * fitted);
    }

    private static long mixed(long seed, long draw) {
        return (seed * 0x9E3779B97F4A7C15L) ^ (draw + 1) * 0xD1342543DE82EF95L;
    }

    /** As large as the errors: a fit leaves less than there was. */
    private static double[] residuals(MediaSeries series, CurveFit.Fitted found, int chosen) {
        double[] residuals = new double[series.periods()];
        double mean = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = series.value()[i] - found.fitted()[i];
            mean += residuals[i] / residuals.length;
        }
        double scale = Math.sqrt(residuals.length / (double) (residuals.length - chosen));
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = scale * (residuals[i] - mean);
        }
        return residuals;
    }

    private static double[] redrawn(double[] fitted, double[] residuals, SplittableRandom random) {
        int n = fitted.length;
        int block = (int) Math.ceil(Math.cbrt(n));
        double[] redrawn = fitted.clone();
        for (int start = 0; start < n; start += block) {
            int from = random.nextInt(n);
            for (int i = 0; i < block && start + i < n; i++) {
                redrawn[start + i] += residuals[(from + i) % n];
            }
        }
        return redrawn;
    }

    private static ChannelResponse channel(MediaSeries series, int channel, Curve curve, List<Curve[]> drawn) {
        List<Curve> curves = drawn.stream().map(each -> each[channel]).toList();
        double today = series.today(channel);
        double highest = Arrays.stream(series.spend()[channel]).max().orElse(0);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i <= PLACES; i++) {
            double spend = highest * i / PLACES;
            places.add(new Place(spend, sure(curve, curves, each -> each.steady(spend))));
        }
        Sure carryOver = sure(curve, curves, Curve::carryOver);
        Sure half = sure(curve, curves, Curve::half);
        Sure shape = sure(curve, curves, Curve::shape);
        Sure most = sure(curve, curves, Curve::most);
        Sure brought = sure(curve, curves, each -> each.steady(today));
        return new ChannelResponse(
                series.channels().get(channel),
                curve,
                carryOver,
                half,
                shape,
                most,
                today,
                brought,
                sure(curve, curves, each -> each.marginal(today)),
                List.copyOf(places),
                Identifiability.warnings(series, channel, curve, carryOver, half, shape, brought));
    }

    private static Division division(
            MediaSeries series,
            Curve[] found,
            List<Curve[]> drawn,
            List<Allocation.Limits> limits,
            Optional<Double> wanted) {
        double[] today =
                IntStream.range(0, found.length).mapToDouble(series::today).toArray();
        double spent = Arrays.stream(today).sum();
        double budget = wanted.orElse(spent);
        double[] scaled = Arrays.stream(today)
                .map(amount -> spent == 0 ? budget / found.length : amount * budget / spent)
                .toArray();
        double[] best = Allocation.best(List.of(found), limits, budget, Allocation.PARTS);
        double gain = gain(found, scaled, best);
        double[] gains = drawn.stream()
                .mapToDouble(curves -> gain(curves, scaled, best))
                .sorted()
                .toArray();
        long better = Arrays.stream(gains).filter(each -> each > 0).count();
        return new Division(
                budget, scaled, best, limits, new Sure(gain, interval(gains)), better / (double) gains.length);
    }

    private static double gain(Curve[] curves, double[] today, double[] best) {
        return Allocation.worth(List.of(curves), best) - Allocation.worth(List.of(curves), today);
    }

    private static Sure sure(Curve curve, List<Curve> drawn, ToDoubleFunction<Curve> figure) {
        double[] sorted = drawn.stream().mapToDouble(figure).sorted().toArray();
        return new Sure(figure.applyAsDouble(curve), interval(sorted));
    }

    private static Interval interval(double[] sorted) {
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), CONFIDENCE);
    }

    private static double quantile(double[] sorted, double probability) {
        double place = (sorted.length - 1) * probability;
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
