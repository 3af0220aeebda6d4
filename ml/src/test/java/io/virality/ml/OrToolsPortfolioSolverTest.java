package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.port.PortfolioSolver;
import io.virality.application.port.PortfolioSolverContract;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.AtLeast;
import io.virality.domain.portfolio.AtMost;
import io.virality.domain.portfolio.Budget;
import io.virality.domain.portfolio.Choice;
import io.virality.domain.portfolio.Clash;
import io.virality.domain.portfolio.Constraint;
import io.virality.domain.portfolio.Group;
import io.virality.domain.portfolio.OverlapCap;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Portfolio;
import io.virality.domain.portfolio.PortfolioSearch;
import io.virality.domain.portfolio.Prospect;
import io.virality.domain.portfolio.Value;
import io.virality.domain.pricing.Price;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrToolsPortfolioSolverTest extends PortfolioSolverContract {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final List<String> TIERS = List.of("nano", "micro", "mid");
    private static final List<String> CATEGORIES = List.of("beauty", "food");
    private static final List<String> REGIONS = List.of("US", "GB");

    private final PortfolioSolver solver = new OrToolsPortfolioSolver();

    @Override
    protected PortfolioSolver solver() {
        return solver;
    }

    /** Limits of all families, drawn so that about every third brief cannot be met. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_best_set_is_that_of_brute_force_and_what_clashes_clashes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Prospect> candidates = IntStream.range(0, random.nextInt(1, 10))
                .mapToObj(i -> candidate(i, random))
                .toList();
        Plan plan = new Plan(Plan.Aim.EXPECTED, budget(random), limits(candidates, random), seed);

        Choice choice = new PortfolioSearch(solver::solve, candidates, plan).search();

        OptionalLong best = best(candidates, plan.constraints());
        assertEquals(best.isPresent(), choice instanceof Portfolio);
        if (choice instanceof Portfolio portfolio) {
            assertTrue(allows(plan.constraints(), portfolio.best().chosen()));
            assertEquals(best.getAsLong(), net(portfolio.best().chosen()));
            for (Portfolio.Limit limit : portfolio.limits()) {
                assertEquals(
                        best(candidates, loosened(plan, limit.constraint())).getAsLong() - best.getAsLong(),
                        limit.worth().tenThousandths());
            }
        } else if (choice instanceof Clash clash) {
            assertFalse(best(candidates, clash.constraints()).isPresent());
            for (Constraint constraint : clash.constraints()) {
                assertTrue(best(candidates, without(clash.constraints(), constraint))
                        .isPresent());
            }
        }
    }

    private static List<Constraint> loosened(Plan plan, Constraint constraint) {
        List<Constraint> looser = without(plan.constraints(), constraint);
        constraint.loosened().ifPresent(looser::add);
        return looser;
    }

    private static List<Constraint> without(List<Constraint> constraints, Constraint constraint) {
        List<Constraint> others = new ArrayList<>(constraints);
        others.remove(constraint);
        return others;
    }

    private static OptionalLong best(List<Prospect> candidates, List<Constraint> constraints) {
        return IntStream.range(0, 1 << candidates.size())
                .mapToObj(choice -> IntStream.range(0, candidates.size())
                        .filter(i -> (choice >> i & 1) == 1)
                        .mapToObj(candidates::get)
                        .toList())
                .filter(chosen -> allows(constraints, chosen))
                .mapToLong(OrToolsPortfolioSolverTest::net)
                .max();
    }

    private static boolean allows(List<Constraint> constraints, List<Prospect> chosen) {
        return constraints.stream().allMatch(constraint -> constraint.allows(chosen));
    }

    private static long net(List<Prospect> chosen) {
        return chosen.stream()
                .mapToLong(candidate -> candidate.expectedNet().tenThousandths())
                .sum();
    }

    private static Prospect candidate(int number, SplittableRandom random) {
        Money price = Money.ofTenThousandths(random.nextLong(1, 1_000_000), DOLLAR);
        return new Prospect(
                "creator" + number,
                drawn(TIERS, random),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(drawn(REGIONS, random)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(drawn(CATEGORIES, random)),
                Optional.empty(),
                10,
                Price.given(price),
                new Value(random.nextDouble(150), random.nextDouble(1), random.nextDouble(.3)));
    }

    private static Budget budget(SplittableRandom random) {
        return new Budget(Money.ofTenThousandths(random.nextLong(10_000, 4_000_000), DOLLAR));
    }

    private static List<Constraint> limits(List<Prospect> candidates, SplittableRandom random) {
        List<Constraint> limits = new ArrayList<>();
        if (random.nextBoolean()) {
            limits.add(new AtMost(Group.EVERYONE, random.nextInt(1, 6)));
        }
        if (random.nextInt(3) == 0) {
            limits.add(new AtLeast(Group.EVERYONE, random.nextInt(1, 5)));
        }
        List<Group> groups = List.of(
                new Group(Group.Kind.TIER, drawn(TIERS, random)),
                new Group(Group.Kind.CATEGORY, drawn(CATEGORIES, random)),
                new Group(Group.Kind.REGION, drawn(REGIONS, random)));
        for (Group group : groups) {
            if (random.nextInt(3) == 0) {
                limits.add(new AtLeast(group, random.nextInt(1, 3)));
            }
            if (random.nextInt(3) == 0) {
                limits.add(new AtMost(group, random.nextInt(0, 4)));
            }
        }
        if (random.nextBoolean()) {
            Map<OverlapCap.Pair, Integer> known = new HashMap<>();
            for (int i = random.nextInt(3); i > 0 && candidates.size() > 2; i--) {
                int one = random.nextInt(candidates.size() - 1);
                known.put(
                        new OverlapCap.Pair(
                                candidates.get(one).handle(),
                                candidates.get(one + 1).handle()),
                        random.nextInt(400));
            }
            limits.add(new OverlapCap(random.nextInt(300), random.nextInt(150), known));
        }
        return limits;
    }

    private static String drawn(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }
}
