package io.virality.domain.efficiency;

import java.util.ArrayList;
import java.util.List;

/**
 * What brands pay creators of so many views, as far as the fees that are told support it: a line through logarithms
 * that a few odd fees cannot bend, and for each creator the range in which 80 % of the fees of such creators are expected,
 * learnt
 * from the distances of the others to the line.
 *
 * @param creators of how many fees and views are known
 * @param exponent by what power fees grow with views: 1 if twice the views cost twice as much
 * @param prices each, in the order in which they were given
 */
public record PriceRange(int creators, double exponent, List<Price> prices) {

    /** Fewer fees support no range. */
    public static final int FEWEST = 20;

    /** Of the ranges. */
    public static final double CONFIDENCE = .8;

    private static final int MOST_PARTNERS = 200;

    /** How a fee lies to its range. */
    public enum Verdict {
        /** Less than is usual. */
        BELOW("below what is usual"),
        /** Usual. */
        WITHIN("within what is usual"),
        /** More than is usual. */
        ABOVE("above what is usual");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** A fee in whole currency, and the range that others' fees support. */
    public record Price(String creator, long views, double fee, double low, double high, Verdict verdict) {}

    private record Paid(String creator, long views, double fee) {

        double x() {
            return Math.log(views);
        }

        double y() {
            return Math.log(fee);
        }
    }

    /**
     * Of groups that are creators, in one currency.
     *
     * @throws IllegalArgumentException if too few were paid, or all have the same views
     */
    public static PriceRange of(List<GroupEfficiency> groups) {
        List<Paid> paid = groups.stream()
                .filter(group -> group.sum(Sum.FEES).orElse(0) > 0
                        && group.sum(Sum.VIEWS).orElse(0) > 0)
                .map(group -> new Paid(
                        group.name(),
                        group.sum(Sum.VIEWS).getAsLong(),
                        group.amount(Sum.FEES).orElseThrow().amount().doubleValue()))
                .toList();
        if (paid.size() < FEWEST) {
            throw new IllegalArgumentException("too little to tell: of " + paid.size()
                    + " creators fees and views are known; a range needs " + FEWEST);
        }
        double exponent = Line.slope(paid);
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < paid.size(); i++) {
            prices.add(Line.through(paid, exponent, i).price(paid.get(i)));
        }
        return new PriceRange(paid.size(), exponent, List.copyOf(prices));
    }

    /**
     * A line that a few odd fees cannot bend (Theil and Sen: the median of the slopes of all pairs), and what lies between
     * quantiles of the distances of the others from it; widened as the sample is small (by ranks: conformal).
     */
    private record Line(double slope, double[] left) {

        static Line through(List<Paid> paid, double slope, int without) {
            List<Paid> others = new ArrayList<>(paid);
            others.remove(without);
            double[] left = others.stream()
                    .mapToDouble(one -> one.y() - slope * one.x())
                    .sorted()
                    .toArray();
            return new Line(slope, left);
        }

        private static double slope(List<Paid> paid) {
            // All pairs of very many would take too long: of those, each is paired with as many evenly spread over the
            // rest.
            int step = Math.max(1, paid.size() / MOST_PARTNERS);
            List<Double> slopes = new ArrayList<>();
            for (int i = 0; i < paid.size(); i++) {
                for (int j = i + 1; j < paid.size(); j += step) {
                    double run = paid.get(j).x() - paid.get(i).x();
                    if (run != 0) {
                        slopes.add((paid.get(j).y() - paid.get(i).y()) / run);
                    }
                }
            }
            if (slopes.isEmpty()) {
                throw new IllegalArgumentException("all creators who were paid have the same views: no range");
            }
            slopes.sort(null);
            return (slopes.get((slopes.size() - 1) / 2) + slopes.get(slopes.size() / 2)) / 2;
        }

        Price price(Paid one) {
            int n = left.length;
            double tail = (1 - CONFIDENCE) / 2;
            int below = (int) Math.floor(tail * (n + 1));
            int above = (int) Math.ceil((1 - tail) * (n + 1));
            double low = Math.exp(slope * one.x() + left[Math.max(0, below - 1)]);
            double high = Math.exp(slope * one.x() + left[Math.min(n - 1, above - 1)]);
            return new Price(
                    one.creator(),
                    one.views(),
                    one.fee(),
                    low,
                    high,
                    one.fee() < low ? Verdict.BELOW : one.fee() > high ? Verdict.ABOVE : Verdict.WITHIN);
        }
    }
}
