package io.virality.domain.experiment;

/**
 * Of a share of the units.
 *
 * @param units how many there are
 * @param successes how many of them count: those of which a yes-or-no metric says yes
 */
public record ProportionStatistics(long units, double successes) implements SufficientStatistics {

    /** @throws IllegalArgumentException if a number is negative or there are more successes than units */
    public ProportionStatistics {
        if (!(successes >= 0 && successes <= units)) {
            throw new IllegalArgumentException(successes + " of " + units + " units");
        }
    }

    /** Of the units of both, which have none in common. */
    public ProportionStatistics plus(ProportionStatistics other) {
        return new ProportionStatistics(units + other.units, successes + other.successes);
    }

    @Override
    public double value() {
        return units == 0 ? 0 : successes / units;
    }

    /** With n in the denominator. */
    @Override
    public double variance() {
        return value() * (1 - value());
    }
}
