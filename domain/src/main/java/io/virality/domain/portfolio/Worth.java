package io.virality.domain.portfolio;

import io.virality.domain.recommendation.Goal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a brand's goal is worth to it, in the budget's currency. Nobody can know but the brand: what is assumed where it does
 * not say is a guess, and is shown as one.
 *
 * @param goal what is wanted
 * @param each what a thousand views are worth, or one interaction, or the part of net sales that stays with the brand
 * @param told whether the brand said it
 */
public record Worth(Goal goal, BigDecimal each, boolean told) {

    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

    /** The dearer of two printed prices of a thousand impressions, 6.50 and 10. */
    private static final BigDecimal THOUSAND_VIEWS = BigDecimal.TEN;

    /** As much as a thousand views at 64 interactions: the median of 106 videos of a recorded search. */
    private static final BigDecimal INTERACTION = new BigDecimal("0.15");

    /** After goods, fees and commission; printed figures go from a quarter to two fifths. */
    private static final BigDecimal MARGIN = new BigDecimal("0.3");

    /** @throws IllegalArgumentException if it is worth nothing, or more than can be meant */
    public Worth {
        BigDecimal most = goal == Goal.SALES ? BigDecimal.ONE : DEAREST;
        if (each.signum() <= 0 || each.compareTo(most) > 0) {
            throw new IllegalArgumentException("what a goal of " + goal.id() + " is worth is more than 0 and at most "
                    + most.toPlainString() + ", not " + each.toPlainString());
        }
    }

    /** What the brand says, or else what is assumed. */
    public static Worth of(Goal goal, Optional<BigDecimal> told) {
        BigDecimal usual =
                switch (goal) {
                    case REACH -> THOUSAND_VIEWS;
                    case ENGAGEMENT -> INTERACTION;
                    case SALES -> MARGIN;
                };
        return new Worth(goal, told.orElse(usual), told.isPresent());
    }

    /** In words: {@code a thousand views are worth 10, which is assumed}. */
    public String words() {
        String what =
                switch (goal) {
                    case REACH -> "a thousand views are worth ";
                    case ENGAGEMENT -> "a like, comment or share is worth ";
                    case SALES -> "of each unit of net sales the brand keeps ";
                };
        return what + each.toPlainString() + (told ? "" : " (assumed: tell what it is to you)");
    }
}
