package io.virality.domain.efficiency;

import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Creators whose sales outrun their reach, and the reverse. Orders by views are drawn towards what is usual, the more the fewer
 * views there are (empirical Bayes: orders are Poisson, rates gamma by their moments), so that nobody stands out by luck alone.
 *
 * @param usual orders for each 1,000 views of all creators together
 * @param creators who have views, and how many
 * @param outrunning whose interval lies above the usual rate, the highest first
 * @param trailing whose interval lies below it, the lowest first
 */
public record Standouts(double usual, int creators, List<Standout> outrunning, List<Standout> trailing) {

    /** Fewer creators do not show how rates vary. */
    public static final int FEWEST = 20;

    private static final double THOUSAND = 1_000;

    /**
     * A creator.
     *
     * @param rate orders for each 1,000 views, as they are
     * @param likely the same, drawn towards the usual
     * @param interval of 95 % of that
     */
    public record Standout(String creator, long orders, long views, double rate, double likely, Interval interval) {}

    /**
     * Of groups that are creators.
     *
     * @throws IllegalArgumentException if too few have views, or nobody sold anything
     */
    public static Standouts of(List<GroupEfficiency> groups) {
        List<GroupEfficiency> seen = groups.stream()
                .filter(group -> group.sum(Sum.VIEWS).orElse(0) > 0)
                .toList();
        double orders = seen.stream().mapToLong(Standouts::orders).sum();
        double views = seen.stream()
                .mapToLong(group -> group.sum(Sum.VIEWS).getAsLong())
                .sum();
        if (seen.size() < FEWEST || orders == 0) {
            throw new IllegalArgumentException(
                    "too little to tell: of " + seen.size() + " creators views are known, and they sold in "
                            + Math.round(orders) + " orders; it needs " + FEWEST);
        }
        double usual = orders / views;
        double shape = shape(seen, usual, views);
        List<Standout> outrunning = new ArrayList<>();
        List<Standout> trailing = new ArrayList<>();
        for (GroupEfficiency group : seen) {
            Standout standout = standout(group, usual, shape);
            if (standout.interval().low() > usual * THOUSAND) {
                outrunning.add(standout);
            } else if (standout.interval().high() < usual * THOUSAND) {
                trailing.add(standout);
            }
        }
        outrunning.sort(
                Comparator.comparingDouble((Standout one) -> -one.likely()).thenComparing(Standout::creator));
        trailing.sort(Comparator.comparingDouble(Standout::likely).thenComparing(Standout::creator));
        return new Standouts(usual * THOUSAND, seen.size(), List.copyOf(outrunning), List.copyOf(trailing));
    }

    private static long orders(GroupEfficiency group) {
        OptionalLong orders = group.sum(Sum.ORDERS);
        return orders.orElse(0);
    }

    /** Of the gamma distribution of rates: their variance beyond what counts of orders vary by themselves. */
    private static double shape(List<GroupEfficiency> seen, double usual, double views) {
        double squares = 0;
        double ownSquares = 0;
        for (GroupEfficiency group : seen) {
            double exposed = group.sum(Sum.VIEWS).getAsLong();
            squares += exposed * Math.pow(orders(group) / exposed - usual, 2);
            ownSquares += exposed * exposed;
        }
        double variance = (squares - (seen.size() - 1) * usual) / (views - ownSquares / views);
        // Rates that vary no more than by luck are all the usual one.
        return variance <= 0 ? 1e9 : usual * usual / variance;
    }

    private static Standout standout(GroupEfficiency group, double usual, double shape) {
        long views = group.sum(Sum.VIEWS).getAsLong();
        double after = shape + orders(group);
        double scale = 1 / (shape / usual + views);
        GammaDistribution likely = GammaDistribution.of(after, scale);
        double tail = (1 - Interval.USUAL_CONFIDENCE) / 2;
        return new Standout(
                group.name(),
                orders(group),
                views,
                THOUSAND * orders(group) / views,
                THOUSAND * after * scale,
                new Interval(
                        THOUSAND * likely.inverseCumulativeProbability(tail),
                        THOUSAND * likely.inverseSurvivalProbability(tail),
                        Interval.USUAL_CONFIDENCE));
    }
}
