package io.virality.domain.portfolio;

import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.BinaryProgram.Row;
import io.virality.domain.portfolio.Portfolio.Limit;
import io.virality.domain.portfolio.Portfolio.Pick;
import io.virality.domain.portfolio.Portfolio.Point;
import io.virality.domain.portfolio.Portfolio.Swap;
import io.virality.domain.stats.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the best set of creators, and for all that explains it.
 *
 * <p>The expected net value of a set is the sum of its creators', so that the best set is an integer program. A lower
 * quantile is no sum. But the certainty equivalents of independent creators add up, and with them the best set for each
 * tolerance of losses is an integer program too: these sets are the frontier, and the cautious choice is the one among
 * them whose lower quantile is highest. Were the sums normal, the set of the highest quantile of all would be one of
 * them: the quantile is then a convex function of mean and variance, which is highest at a corner (Nikolova, Kelner,
 * Brand and Mitzenmacher, Stochastic shortest paths via quasi-convex maximization, ESA 2006).
 */
public final class PortfolioSearch {

    /** How often what was seen of the creators is drawn anew. */
    public static final int DRAWS = 40;

    private static final int OUTCOMES = 4_000;
    private static final double[] TOLERANCES = {2, 1, .5, .25, .125, .0625, .03125, .015625};
    private static final int SWAPS = 3;
    private static final int RARE = DRAWS / 10;
    private static final int NEARLY = 10;

    private final Function<BinaryProgram, Optional<List<Integer>>> solver;
    private final List<Prospect> candidates;
    private final Plan plan;

    /**
     * A search.
     *
     * @param solver gives the best choice, proven; empty if there is none
     * @param candidates all with prices in the budget's currency
     * @param plan what is wanted
     */
    public PortfolioSearch(
            Function<BinaryProgram, Optional<List<Integer>>> solver, List<Prospect> candidates, Plan plan) {
        this.solver = solver;
        this.candidates = List.copyOf(candidates);
        this.plan = plan;
    }

    /** The best set, or what clashes. */
    public Choice search() {
        Optional<List<Prospect>> boldest = best(OptionalDouble.empty());
        if (boldest.isEmpty()) {
            return new Clash(clash());
        }
        List<Point> frontier = frontier(boldest.get());
        Point best = plan.aim() == Plan.Aim.EXPECTED
                ? frontier.get(0)
                : frontier.stream().max(Point.BY_LOWER).orElseThrow();
        Map<Prospect, Integer> picked = picked(best.tolerance());
        return new Portfolio(
                plan,
                candidates.size(),
                best,
                best.chosen().stream()
                        .sorted(Comparator.comparing((Prospect candidate) ->
                                        candidate.expectedNet().amount())
                                .reversed())
                        .map(candidate -> new Pick(candidate, picked.getOrDefault(candidate, 0)))
                        .toList(),
                nearly(best, picked),
                limits(best),
                swaps(best),
                frontier,
                DRAWS);
    }

    private Optional<List<Prospect>> best(OptionalDouble tolerance) {
        return best(plan.constraints(), gain(tolerance));
    }

    private Optional<List<Prospect>> best(List<Constraint> constraints, ToLongFunction<Prospect> gain) {
        long[] gains = candidates.stream().mapToLong(gain).toArray();
        List<Integer> kept = new Shortlist(candidates, constraints).of(gains);
        List<Prospect> shortlist = kept.stream().map(candidates::get).toList();
        List<Row> rows = constraints.stream()
                .flatMap(constraint -> constraint.rows(shortlist).stream())
                .toList();
        return solver.apply(
                        new BinaryProgram(kept.stream().mapToLong(i -> gains[i]).toArray(), rows))
                .map(chosen -> chosen.stream().map(shortlist::get).toList());
    }

    /** What a candidate adds to the sum that is maximised. */
    private static ToLongFunction<Prospect> gain(OptionalDouble tolerance) {
        return candidate -> net(candidate, candidate.value(), tolerance);
    }

    private static long net(Prospect candidate, Value value, OptionalDouble tolerance) {
        return candidate
                .net(value.certainty(tolerance.orElse(Double.POSITIVE_INFINITY)))
                .tenThousandths();
    }

    /** Which limits nobody can keep to: the deletion filter of Chinneck and Dravnieks, ORSA Journal on Computing 3 (1991). */
    private List<Constraint> clash() {
        List<Constraint> clashing = new ArrayList<>(plan.constraints());
        for (Constraint constraint : plan.constraints()) {
            List<Constraint> others = new ArrayList<>(clashing);
            others.remove(constraint);
            if (best(others, candidate -> 0).isEmpty()) {
                clashing.remove(constraint);
            }
        }
        return clashing;
    }

    private List<Point> frontier(List<Prospect> boldest) {
        List<Point> points = new ArrayList<>();
        points.add(point(OptionalDouble.empty(), boldest));
        Arrays.stream(TOLERANCES)
                .map(share -> share * plan.budget().most().amount().doubleValue())
                .mapToObj(OptionalDouble::of)
                .toList()
                .parallelStream()
                .map(tolerance -> point(tolerance, best(tolerance).orElseThrow()))
                .toList()
                .forEach(point -> {
                    if (points.stream().noneMatch(other -> other.chosen().equals(point.chosen()))) {
                        points.add(point);
                    }
                });
        return points.stream()
                .filter(point -> points.stream().noneMatch(point::isBeatenBy))
                .sorted(Comparator.comparing((Point point) -> point.expected().amount())
                        .reversed())
                .toList();
    }

    private Point point(OptionalDouble tolerance, List<Prospect> chosen) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        Money price = sum(chosen, candidate -> candidate.price().likely());
        double[] outcomes = new double[OUTCOMES];
        for (int i = 0; i < OUTCOMES; i++) {
            for (Prospect candidate : chosen) {
                outcomes[i] += candidate.value().drawn(random);
            }
        }
        Sample worth = Sample.of(outcomes);
        return new Point(
                tolerance,
                chosen,
                sum(chosen, Prospect::expectedNet),
                money(worth.quantile(Plan.LOWER)).minus(price),
                money(worth.quantile(1 - Plan.LOWER)).minus(price),
                sum(chosen, candidate -> candidate.price().low()),
                price,
                sum(chosen, candidate -> candidate.price().high()));
    }

    private Map<Prospect, Integer> picked(OptionalDouble tolerance) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        List<SplittableRandom> draws =
                Stream.generate(random::split).limit(DRAWS).toList();
        return draws.parallelStream()
                .map(draw -> best(
                                plan.constraints(),
                                candidate -> net(candidate, candidate.value().redrawn(draw), tolerance))
                        .orElseThrow())
                .flatMap(List::stream)
                .collect(Collectors.toMap(candidate -> candidate, candidate -> 1, Integer::sum));
    }

    private static List<Pick> nearly(Point best, Map<Prospect, Integer> picked) {
        return picked.entrySet().stream()
                .filter(entry -> entry.getValue() >= RARE && !best.chosen().contains(entry.getKey()))
                .map(entry -> new Pick(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Pick::picked).reversed().thenComparing(pick -> pick.candidate()
                        .handle()))
                .limit(NEARLY)
                .toList();
    }

    private List<Limit> limits(Point best) {
        ToLongFunction<Prospect> gain = gain(best.tolerance());
        long reached = best.chosen().stream().mapToLong(gain).sum();
        return plan.constraints().parallelStream()
                .map(constraint -> {
                    long better = best(loosened(constraint), gain).orElseThrow().stream()
                            .mapToLong(gain)
                            .sum();
                    return new Limit(constraint, constraint.used(best.chosen()), tenThousandths(better - reached));
                })
                .toList();
    }

    private List<Constraint> loosened(Constraint constraint) {
        return plan.constraints().stream()
                .flatMap(each -> each == constraint ? each.loosened().stream() : Stream.of(each))
                .toList();
    }

    private List<Swap> swaps(Point best) {
        ToLongFunction<Prospect> gain = gain(best.tolerance());
        List<Swap> all = new ArrayList<>();
        for (Prospect out : best.chosen()) {
            for (Prospect in : candidates) {
                if (!best.chosen().contains(in)) {
                    all.add(new Swap(out, in, tenThousandths(gain.applyAsLong(out) - gain.applyAsLong(in))));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(swap -> swap.cost().amount()))
                .filter(swap -> isAllowed(best, swap))
                .limit(SWAPS)
                .toList();
    }

    private boolean isAllowed(Point best, Swap swap) {
        List<Prospect> changed = new ArrayList<>(best.chosen());
        changed.remove(swap.out());
        changed.add(swap.in());
        return plan.constraints().stream().allMatch(constraint -> constraint.allows(changed));
    }

    private Money sum(List<Prospect> chosen, Function<Prospect, Money> part) {
        return chosen.stream().map(part).reduce(tenThousandths(0), Money::plus);
    }

    private Money money(double amount) {
        return new Money(BigDecimal.valueOf(amount), plan.budget().most().currency());
    }

    private Money tenThousandths(long amount) {
        return Money.ofTenThousandths(amount, plan.budget().most().currency());
    }
}
