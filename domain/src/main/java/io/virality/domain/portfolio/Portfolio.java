package io.virality.domain.portfolio;

import io.virality.domain.marketplace.Money;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The best set, and what explains it.
 *
 * @param plan what was wanted
 * @param candidates among how many
 * @param best the set
 * @param picks its creators, the highest expected net value first
 * @param nearly other creators that would be chosen in at least one in ten draws, the most frequent first
 * @param limits how much of each limit it uses, and what a step more is worth
 * @param swaps the changes of one creator that cost least
 * @param frontier the best sets by how much is given up for certainty, the highest expected value first
 * @param draws of what might have been seen of the creators, for how often each is picked
 */
public record Portfolio(
        Plan plan,
        int candidates,
        Point best,
        List<Pick> picks,
        List<Pick> nearly,
        List<Limit> limits,
        List<Swap> swaps,
        List<Point> frontier,
        int draws)
        implements Choice {

    /** Copies are kept. */
    public Portfolio {
        picks = List.copyOf(picks);
        nearly = List.copyOf(nearly);
        limits = List.copyOf(limits);
        swaps = List.copyOf(swaps);
        frontier = List.copyOf(frontier);
    }

    /**
     * A set of creators, proven to be the best for its tolerance.
     *
     * @param tolerance the loss that is feared, as {@link Value#certainty} means it; empty where none is: the expected net
     *     value is then maximised
     * @param chosen the creators
     * @param expected value less price
     * @param lower value less price that is exceeded nine times in ten
     * @param upper value less price that is exceeded one time in ten
     * @param low price if all goes well
     * @param price that is likely
     * @param high price that all of them together may have
     */
    public record Point(
            OptionalDouble tolerance,
            List<Prospect> chosen,
            Money expected,
            Money lower,
            Money upper,
            Money low,
            Money price,
            Money high) {

        /** The most certain comes last. */
        static final Comparator<Point> BY_LOWER =
                Comparator.comparing(point -> point.lower().amount());

        /** A copy is kept. */
        public Point {
            chosen = List.copyOf(chosen);
        }

        /** Whether another set is at least as good in both respects, and better in one. */
        boolean isBeatenBy(Point other) {
            int expectation = other.expected.amount().compareTo(expected.amount());
            int certainty = other.lower.amount().compareTo(lower.amount());
            return expectation >= 0 && certainty >= 0 && expectation + certainty > 0;
        }
    }

    /**
     * A creator that is picked, or nearly.
     *
     * @param candidate the creator
     * @param picked in how many draws it belongs to the best set
     */
    public record Pick(Prospect candidate, int picked) {}

    /**
     * How tight a limit is.
     *
     * @param constraint the limit
     * @param used how much of it the best set uses, in words
     * @param worth by how much the best set gains if it is a step less strict; for the cautious in certain money
     */
    public record Limit(Constraint constraint, String used, Money worth) {

        /** Whether it keeps the set from being better. */
        public boolean isBinding() {
            return worth.amount().signum() > 0;
        }
    }

    /**
     * One creator instead of another.
     *
     * @param out which goes
     * @param in which comes
     * @param cost what is lost
     */
    public record Swap(Prospect out, Prospect in, Money cost) {}
}
