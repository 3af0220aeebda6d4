package io.virality.domain.experiment;

import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.MetricResult.NonInferiority;
import io.virality.domain.experiment.MetricResult.OtherUnit;
import io.virality.domain.stats.Holm;
import io.virality.domain.stats.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be done, by a rule that was declared before (Schultzberg, Ankargren and Frånberg, "Risk-aware product decisions
 * in A/B tests with multiple metrics", 2024). A variation is shipped if at least one primary metric is shown to gain, with
 * the p-values corrected by Holm for all primary metrics and variations, every guardrail is shown to hold, nothing is shown
 * to get worse, and the experiment is healthy. It is rolled back if anything is shown to get worse. It is neutral if the
 * intervals of all primary metrics lie within the smallest effect that matters. Otherwise the experiment runs on.
 *
 * @param variation the one that is to be shipped; empty for all other verdicts
 * @param because the numbers that carry it, in words
 */
public record Decision(Verdict verdict, Optional<String> variation, List<String> because) {

    private static final double POWER = .8;

    /** What is to be done. */
    public enum Verdict {
        /** A variation is better. */
        SHIP,
        /** The control is better. */
        ROLL_BACK,
        /** There is no difference that matters. */
        NEUTRAL,
        /** It cannot be told yet. */
        KEEP_RUNNING,
        /** It cannot be told from this experiment. */
        INVALID;

        /** The name in documents: {@code roll-back}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Decision of(AnalysisPlan plan, Health health, List<MetricResult> results, List<String> variations) {
        if (health.blocks()) {
            return new Decision(Verdict.INVALID, Optional.empty(), health.blocking());
        }
        List<MetricResult> primary = results.stream()
                .filter(result -> result.metric().role() == Metric.Role.PRIMARY)
                .toList();
        if (primary.stream().allMatch(result -> result.absolute().isEmpty())) {
            return new Decision(
                    Verdict.INVALID,
                    Optional.empty(),
                    List.of("no primary metric has two arms whose values vary: nothing can be compared"));
        }
        double[] corrected = Holm.adjusted(
                primary.stream().mapToDouble(result -> result.p().orElse(1)).toArray());
        List<OfVariation> each = variations.stream()
                .map(variation -> new OfVariation(plan, variation, results, primary, corrected))
                .toList();
        for (Verdict verdict : List.of(Verdict.SHIP, Verdict.KEEP_RUNNING, Verdict.NEUTRAL, Verdict.ROLL_BACK)) {
            List<OfVariation> such =
                    each.stream().filter(one -> one.verdict == verdict).toList();
            if (!such.isEmpty()) {
                OfVariation best = such.stream()
                        .max((one, other) -> Double.compare(one.gain, other.gain))
                        .orElseThrow();
                return new Decision(
                        verdict,
                        verdict == Verdict.SHIP ? Optional.of(best.variation) : Optional.empty(),
                        verdict == Verdict.SHIP
                                ? best.because
                                : each.stream()
                                        .flatMap(one -> one.because.stream())
                                        .toList());
            }
        }
        throw new IllegalStateException("no variation beside the control");
    }

    /** What is to be done with one variation. */
    private static final class OfVariation {

        private final AnalysisPlan plan;
        private final String variation;
        private final List<String> because = new ArrayList<>();
        private final Verdict verdict;
        private boolean gains;
        private boolean loses;
        private boolean open;
        private boolean small = true;
        private double gain = Double.NEGATIVE_INFINITY;

        OfVariation(
                AnalysisPlan plan,
                String variation,
                List<MetricResult> results,
                List<MetricResult> primary,
                double[] corrected) {
            this.plan = plan;
            this.variation = variation;
            for (int i = 0; i < primary.size(); i++) {
                if (primary.get(i).variation().equals(variation)) {
                    OptionalDouble p =
                            primary.get(i).p().isPresent() ? OptionalDouble.of(corrected[i]) : OptionalDouble.empty();
                    primary(primary.get(i), p);
                }
            }
            for (MetricResult result : results) {
                if (result.variation().equals(variation)) {
                    secondary(result);
                    guardrail(result);
                }
            }
            this.verdict = verdict();
            if (verdict == Verdict.KEEP_RUNNING) {
                primary.stream()
                        .filter(result -> result.variation().equals(variation) && !unitDecides(result))
                        .forEach(this::remaining);
            }
        }

        private Verdict verdict() {
            if (loses) {
                return Verdict.ROLL_BACK;
            }
            if (open) {
                return Verdict.KEEP_RUNNING;
            }
            if (gains) {
                return Verdict.SHIP;
            }
            return small ? Verdict.NEUTRAL : Verdict.KEEP_RUNNING;
        }

        private void primary(MetricResult result, OptionalDouble p) {
            int direction = result.direction(p, plan.alpha());
            boolean unitDecides = result.otherwise().filter(OtherUnit::decides).isPresent();
            if (unitDecides) {
                open = true;
                because.add(figures(result, p) + ": but the unit of analysis decides, so it is not decided");
            } else if (result.metric().gains(direction)) {
                gains = true;
                because.add(figures(result, p) + ": better");
            } else if (result.metric().loses(direction)) {
                loses = true;
                because.add(figures(result, p) + ": worse");
            } else {
                boolean within = within(result);
                small &= within;
                because.add(figures(result, p)
                        + words(
                                within
                                        ? ": no difference, and none beyond %.3g %% is left open"
                                        : ": no difference is shown, but one of %.3g %% or more is not ruled out",
                                100 * plan.smallestEffect()));
            }
            double relative =
                    result.relative().or(result::absolute).map(Figure::estimate).orElse(0.0);
            gain = Math.max(gain, result.metric().higherIsBetter() ? relative : -relative);
        }

        private static boolean unitDecides(MetricResult result) {
            return result.otherwise().filter(OtherUnit::decides).isPresent();
        }

        private boolean within(MetricResult result) {
            return result.relative()
                    .filter(relative -> relative.interval().low() > -plan.smallestEffect()
                            && relative.interval().high() < plan.smallestEffect())
                    .isPresent();
        }

        private void secondary(MetricResult result) {
            if (result.metric().role() == Metric.Role.SECONDARY
                    && result.metric().loses(result.direction(result.pAdjusted(), plan.alpha()))) {
                loses = true;
                because.add(figures(result, result.pAdjusted()) + ": worse");
            }
        }

        private void guardrail(MetricResult result) {
            if (result.metric().role() != Metric.Role.GUARDRAIL) {
                return;
            }
            Optional<NonInferiority> test = result.nonInferiority();
            boolean holds = test.filter(NonInferiority::holds).isPresent();
            boolean breached = test.filter(NonInferiority::breached).isPresent();
            loses |= breached;
            open |= !holds && !breached;
            String says = holds ? "holds" : breached ? "is breached" : "is not shown to hold";
            because.add(words(
                    "guardrail %s in %s %s: %s, margin %.3g %%, p of non-inferiority %s",
                    result.metric().name(),
                    variation,
                    says,
                    difference(result),
                    100 * result.metric().margin().orElseThrow(),
                    test.map(each -> words("%.3g", each.p())).orElse("unknown")));
        }

        /** How many more units it takes to see the smallest effect that matters, if errors shrink as they do. */
        private void remaining(MetricResult result) {
            result.relative().ifPresent(relative -> {
                double needed =
                        plan.smallestEffect() / (Normal.exceeded(plan.alpha() / 2) + Normal.exceeded(1 - POWER));
                double times = Math.pow(relative.standardError() / needed, 2);
                long units = result.controlUnits() + result.variationUnits();
                if (times > 1) {
                    because.add(words(
                            "to see a change of %.3g %% of %s with a chance of %.0f %%, about %,.0f more units are needed",
                            100 * plan.smallestEffect(), result.metric().name(), 100 * POWER, (times - 1) * units));
                }
            });
        }

        private String figures(MetricResult result, OptionalDouble p) {
            StringBuilder text =
                    new StringBuilder(words("%s in %s: %s", result.metric().name(), variation, difference(result)));
            p.ifPresent(value -> text.append(words(", p %.3g corrected for the number of tests", value)));
            result.belief().ifPresent(belief -> text.append(words(", chance to win %.3g", belief.chanceToWin())));
            return text.toString();
        }

        private String difference(MetricResult result) {
            return result.absolute()
                    .map(figure -> words(
                            "%.4g against %.4g, difference %.4g [%.4g, %.4g]",
                            result.variationValue(),
                            result.controlValue(),
                            figure.estimate(),
                            figure.interval().low(),
                            figure.interval().high()))
                    .orElse("no difference can be told");
        }
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
