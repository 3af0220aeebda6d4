package io.virality.domain.response;

import java.util.Arrays;
import java.util.List;

/** Divides a budget over channels. Curves may begin slowly, like an S: the best is not found by small steps, but among all. */
public final class Allocation {

    /** Into so many equal parts the budget is divided. */
    public static final int PARTS = 200;

    private Allocation() {}

    /** What a channel may get in a period, at least and at most. */
    public record Limits(double least, double most) {

        /** @throws IllegalArgumentException if there is nothing between them */
        public Limits {
            if (!(least >= 0 && least <= most)) {
                throw new IllegalArgumentException("no limits of spending: " + least + " to " + most);
            }
        }
    }

    /**
     * The division that brings most in a steady state, exact to a part of the budget: all divisions into whole parts are
     * compared (dynamic programming). What cannot be spent within the limits, or would bring nothing, is left.
     *
     * @param parts into how many
     * @throws IllegalArgumentException if the budget does not cover what the limits demand
     */
    public static double[] best(List<Curve> curves, List<Limits> limits, double budget, int parts) {
        double demanded = limits.stream().mapToDouble(Limits::least).sum();
        if (demanded > budget * (1 + 1e-9)) {
            throw new IllegalArgumentException("the limits demand " + demanded + ", more than the budget of " + budget);
        }
        int channels = curves.size();
        double part = (budget - demanded) / parts;
        double[] brought = new double[parts + 1];
        int[][] given = new int[channels][parts + 1];
        for (int channel = 0; channel < channels; channel++) {
            Limits within = limits.get(channel);
            int most =
                    part <= 0 ? 0 : (int) Math.min(parts, Math.floor((within.most() - within.least()) / part + 1e-9));
            double[] alone = new double[most + 1];
            for (int i = 0; i <= most; i++) {
                alone[i] = curves.get(channel).steady(within.least() + i * part);
            }
            double[] next = new double[parts + 1];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int all = 0; all <= parts; all++) {
                for (int own = 0; own <= Math.min(most, all); own++) {
                    double together = brought[all - own] + alone[own];
                    if (together > next[all]) {
                        next[all] = together;
                        given[channel][all] = own;
                    }
                }
            }
            brought = next;
        }
        double[] best = new double[channels];
        int left = parts;
        for (int channel = channels - 1; channel >= 0; channel--) {
            best[channel] = limits.get(channel).least() + given[channel][left] * part;
            left -= given[channel][left];
        }
        return best;
    }

    /** What a division brings in a period of a steady state. */
    public static double worth(List<Curve> curves, double[] spend) {
        double worth = 0;
        for (int i = 0; i < spend.length; i++) {
            worth += curves.get(i).steady(spend[i]);
        }
        return worth;
    }
}
