package io.virality.domain.response;

import java.util.Arrays;

/**
 * How a channel's spending acts: it carries over from period to period (geometric adstock) and saturates (Hill).
 *
 * @param carryOver what part of the effective spending is left in the next period, from 0 to below 1
 * @param half the effective spending at which half of the most is reached
 * @param shape of the Hill curve: above 1 it starts slowly, like an S
 * @param most what it brings in a period at most
 */
public record Curve(double carryOver, double half, double shape, double most) {

    /** @throws IllegalArgumentException if no channel can act like that */
    public Curve {
        if (!(carryOver >= 0 && carryOver < 1 && half > 0 && shape > 0 && most >= 0)) {
            throw new IllegalArgumentException(
                    "no response: carry-over " + carryOver + ", half " + half + ", shape " + shape + ", most " + most);
        }
    }

    /** Spending with what is left of the spending before it. */
    static double[] effective(double[] spend, double carryOver) {
        double[] effective = spend.clone();
        for (int i = 1; i < effective.length; i++) {
            effective[i] += carryOver * effective[i - 1];
        }
        return effective;
    }

    /** What each period's spending brought in it, of the most. */
    static double[] saturation(double[] effective, double half, double shape) {
        return Arrays.stream(effective).map(spend -> hill(spend, half, shape)).toArray();
    }

    private static double hill(double effective, double half, double shape) {
        return effective <= 0 ? 0 : 1 / (1 + Math.pow(half / effective, shape));
    }

    /** What it brings in a period if that much is spent in every period. */
    public double steady(double spend) {
        return most * hill(spend / (1 - carryOver), half, shape);
    }

    /** What one unit more in every period brings in a period. */
    public double marginal(double spend) {
        double step = Math.max(1e-6, spend * 1e-4);
        return spend < step
                ? (steady(spend + step) - steady(spend)) / step
                : (steady(spend + step) - steady(spend - step)) / (2 * step);
    }
}
