package io.virality.domain.efficiency;

import io.virality.domain.experiment.DifferenceInDifferences;
import io.virality.domain.experiment.SyntheticControl;
import io.virality.domain.marketplace.Money;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The three numbers of what spending brought. They answer three questions, and are never made one.
 *
 * @param attributed what orders or channels are credited with
 * @param net what is left of it when all that was paid is taken off
 * @param incremental what would not have been sold without it, by everything that measured it
 */
public record Returns(List<Number> attributed, Number net, List<Number> incremental) {

    /** Copies are kept. */
    public Returns {
        attributed = List.copyOf(attributed);
        incremental = List.copyOf(incremental);
    }

    /** Above it, even the largest gap of few regions is no evidence. */
    private static final double LARGEST_P_VALUE = .1;

    /** How strong the evidence is that the number is what spending caused. */
    public enum Strength {
        /** Regions or people were chosen by chance, and the interval is without zero. */
        STRONG("strong"),
        /** Compared with untouched regions that nobody drew, and that went alike before. */
        MODERATE("moderate"),
        /** Credit without a comparison, or a comparison that went apart before. */
        WEAK("weak"),
        /** Nothing. */
        NONE("none");

        private final String words;

        Strength(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /**
     * One of them.
     *
     * @param name what it is
     * @param value in the currency; empty where it is not known
     * @param interval if there is one
     * @param basis what it rests on, or why it is not known
     */
    public record Number(
            String name, Optional<Double> value, Optional<Interval> interval, Strength strength, String basis) {}

    /**
     * Those of a group.
     *
     * @param measured what experiments say about it
     */
    public static Returns of(GroupEfficiency group, List<Number> measured) {
        List<Number> attributed = new ArrayList<>();
        group.amount(Sum.TOLD_REVENUE)
                .ifPresent(told -> attributed.add(
                        credited("attributed by channels", told, "the channels' word about their own worth")));
        group.amount(Sum.GROSS)
                .ifPresent(gross -> attributed.add(credited(
                        "attributed to creators",
                        gross,
                        "orders that name a creator, whoever would have bought anyway")));
        if (attributed.isEmpty()) {
            attributed.add(new Number(
                    "attributed",
                    Optional.empty(),
                    Optional.empty(),
                    Strength.NONE,
                    "not known: no source tells what was sold for"));
        }
        return new Returns(attributed, net(group), measured.isEmpty() ? List.of(unmeasured()) : measured);
    }

    private static Number credited(String name, Money amount, String basis) {
        return new Number(name, Optional.of(amount.amount().doubleValue()), Optional.empty(), Strength.WEAK, basis);
    }

    private static Number net(GroupEfficiency group) {
        Optional<Money> left = group.contribution();
        String basis = left.isPresent()
                ? "orders that name a creator, less refunds, commission, fees and the spend that names them, as far as they are told: exact sums"
                        + " of attributed sales"
                : group.sum(Sum.GROSS).isEmpty()
                        ? "not known: no orders are told by these groups"
                        : "not known: of some sales nobody knows the refunds";
        return new Number(
                "net",
                left.map(money -> money.amount().doubleValue()),
                Optional.empty(),
                left.isPresent() ? Strength.WEAK : Strength.NONE,
                basis);
    }

    private static Number unmeasured() {
        return new Number(
                "incremental",
                Optional.empty(),
                Optional.empty(),
                Strength.NONE,
                "not measured: leave some regions untouched and compare (virality holdout), or run an experiment"
                        + " (virality experiment)");
    }

    /**
     * The incremental one beside a synthetic region.
     *
     * @param drawn whether chance chose the treated regions
     */
    public static Number incremental(SyntheticControl control, boolean drawn) {
        boolean shown = control.pValue() <= 1 - Interval.USUAL_CONFIDENCE
                || control.pValue() <= control.smallestPValue() && control.pValue() <= LARGEST_P_VALUE;
        String basis = "synthetic control of " + control.weights().size() + " untouched regions, p = "
                + String.format(Locale.ROOT, "%.3f", control.pValue()) + " by placebos"
                + (drawn ? ", drawn by chance" : ", not drawn by chance")
                + (control.fitsPoorly() ? "; it does not go as the treated ones did before" : "")
                + (shown ? "" : "; as large a gap comes by chance");
        return new Number(
                "incremental",
                Optional.of(control.total()),
                Optional.empty(),
                control.fitsPoorly() || !shown ? Strength.WEAK : drawn ? Strength.STRONG : Strength.MODERATE,
                basis);
    }

    /**
     * The incremental one of regions that were left untouched.
     *
     * @param drawn whether chance chose the treated regions
     */
    public static Number incremental(DifferenceInDifferences difference, boolean drawn) {
        Interval interval = difference.totalInterval(Interval.USUAL_CONFIDENCE);
        boolean shown = interval.low() > 0 || interval.high() < 0;
        String basis = "difference in differences, " + difference.treated() + " treated and " + difference.control()
                + " untouched regions"
                + (drawn ? ", drawn by chance" : ", not drawn by chance")
                + (difference.drifted() ? "; they went apart before it began already" : "")
                + (shown ? "" : "; zero lies within the interval");
        return new Number(
                "incremental",
                Optional.of(difference.total()),
                Optional.of(interval),
                difference.drifted() || !shown ? Strength.WEAK : drawn ? Strength.STRONG : Strength.MODERATE,
                basis);
    }
}
