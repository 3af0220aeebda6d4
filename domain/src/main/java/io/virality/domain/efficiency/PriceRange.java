package io.virality.domain.efficiency;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What brands pay creators of so many views, as far as the fees that are told support it: a line through logarithms, and for
 * each creator the range of 80 % in which a fee of such a creator is expected, learnt without it.
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
        Line all = Line.through(paid, -1);
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < paid.size(); i++) {
            prices.add(Line.through(paid, i).price(paid.get(i)));
        }
        return new PriceRange(paid.size(), all.slope, List.copyOf(prices));
    }

    /** Least squares over all but one. */
    private record Line(double x, double y, double slope, double squares, double deviation, int n) {

        static Line through(List<Paid> paid, int without) {
            int n = paid.size() - (without < 0 ? 0 : 1);
            double x = mean(paid, without, true, n);
            double y = mean(paid, without, false, n);
            double squares = 0;
            double products = 0;
            for (int i = 0; i < paid.size(); i++) {
                if (i != without) {
                    squares += Math.pow(paid.get(i).x() - x, 2);
                    products += (paid.get(i).x() - x) * (paid.get(i).y() - y);
                }
            }
            if (squares == 0) {
                throw new IllegalArgumentException("all creators who were paid have the same views: no range");
            }
            double slope = products / squares;
            double left = 0;
            for (int i = 0; i < paid.size(); i++) {
                if (i != without) {
                    left += Math.pow(paid.get(i).y() - y - slope * (paid.get(i).x() - x), 2);
                }
            }
            return new Line(x, y, slope, squares, Math.sqrt(left / (n - 2)), n);
        }

        private static double mean(List<Paid> paid, int without, boolean ofX, int n) {
            double sum = 0;
            for (int i = 0; i < paid.size(); i++) {
                if (i != without) {
                    sum += ofX ? paid.get(i).x() : paid.get(i).y();
                }
            }
            return sum / n;
        }

        Price price(Paid one) {
            double expected = y + slope * (one.x() - x);
            double width = TDistribution.of(n - 2.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2)
                    * deviation
                    * Math.sqrt(1 + 1.0 / n + Math.pow(one.x() - x, 2) / squares);
            double low = Math.exp(expected - width);
            double high = Math.exp(expected + width);
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
