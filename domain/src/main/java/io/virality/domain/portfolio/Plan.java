package io.virality.domain.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is wanted of a portfolio.
 *
 * @param aim what is maximised
 * @param budget for all together
 * @param others what else it must keep to
 * @param seed of all that is left to chance
 */
public record Plan(Aim aim, Budget budget, List<Constraint> others, long seed) {

    /** The chance with which less comes out than the lower quantile. */
    public static final double LOWER = .1;

    private static final int MOST_LIMITS = 100;

    /** What is maximised. */
    public enum Aim {
        /** The expected value less the price. */
        EXPECTED,
        /** The value less the price that is exceeded nine times in ten. */
        CAUTIOUS;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if there are more than a hundred limits, or a second budget */
    public Plan {
        others = List.copyOf(others);
        if (others.size() > MOST_LIMITS) {
            throw new IllegalArgumentException("at most " + MOST_LIMITS + " limits can be kept to");
        }
        if (others.stream().anyMatch(Budget.class::isInstance)) {
            throw new IllegalArgumentException("there is one budget");
        }
    }

    /** The budget, and all else. */
    public List<Constraint> constraints() {
        return Stream.concat(Stream.of(budget), others.stream()).toList();
    }
}
