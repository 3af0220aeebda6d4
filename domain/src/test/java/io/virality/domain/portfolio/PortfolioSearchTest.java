package io.virality.domain.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.BinaryProgram.Row;
import io.virality.domain.portfolio.Portfolio.Point;
import io.virality.domain.pricing.Price;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioSearchTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    private static Money euros(double amount) {
        return Money.ofTenThousandths(Math.round(amount * 10_000), EURO);
    }

    private static Prospect candidate(String handle, double price, double value, double spread) {
        return new Prospect(
                handle,
                "micro",
                Optional.of("DE"),
                Optional.of("food"),
                Optional.empty(),
                10,
                Price.given(euros(price)),
                new Value(value, spread, .1));
    }

    private static Choice search(List<Prospect> candidates, Plan.Aim aim, double budget, Constraint... others) {
        return new PortfolioSearch(
                        PortfolioSearchTest::solve,
                        candidates,
                        new Plan(aim, new Budget(euros(budget)), List.of(others), 1))
                .search();
    }

    /** Tries every choice. */
    private static Optional<List<Integer>> solve(BinaryProgram program) {
        return IntStream.range(0, 1 << program.gains().length)
                .mapToObj(choice -> IntStream.range(0, program.gains().length)
                        .filter(i -> (choice >> i & 1) == 1)
                        .boxed()
                        .toList())
                .filter(chosen -> program.rows().stream().allMatch(row -> keeps(chosen, row)))
                .max(Comparator.comparingLong(chosen ->
                        chosen.stream().mapToLong(i -> program.gains()[i]).sum()));
    }

    private static boolean keeps(List<Integer> chosen, Row row) {
        long sum = IntStream.range(0, row.things().length)
                .filter(i -> chosen.contains(row.things()[i]))
                .mapToLong(i -> row.weights()[i])
                .sum();
        return row.least() <= sum && sum <= row.most();
    }

    private static List<String> names(List<Prospect> candidates) {
        return candidates.stream().map(Prospect::handle).sorted().toList();
    }

    @Test
    void the_answer_explains_itself() {
        Portfolio portfolio = (Portfolio) search(
                List.of(
                        candidate("ada", 100, 300, .1),
                        candidate("bob", 100, 250, .1),
                        candidate("cleo", 100, 240, .1),
                        candidate("dan", 50, 40, .1)),
                Plan.Aim.EXPECTED,
                200,
                new AtMost(Group.EVERYONE, 3));
        assertEquals(List.of("ada", "bob"), names(portfolio.best().chosen()));
        assertEquals(euros(350), portfolio.best().expected());
        assertEquals(euros(200), portfolio.best().price());
        assertEquals("200 of 200 EUR", portfolio.limits().get(0).used());
        // Another 100 hires cleo, too.
        assertEquals(euros(140), portfolio.limits().get(0).worth());
        assertTrue(portfolio.limits().get(0).isBinding());
        assertEquals(euros(0), portfolio.limits().get(1).worth());
        assertEquals("bob", portfolio.swaps().get(0).out().handle());
        assertEquals("cleo", portfolio.swaps().get(0).in().handle());
        assertEquals(euros(10), portfolio.swaps().get(0).cost());
        // Nobody can doubt ada; cleo may well be better than bob.
        assertTrue(portfolio.picks().get(0).picked() >= .9 * PortfolioSearch.DRAWS);
        assertEquals("cleo", portfolio.nearly().get(0).candidate().handle());
    }

    @Test
    void the_cautious_take_what_is_sure() {
        List<Prospect> candidates = List.of(
                candidate("gamble", 100, 400, 2), candidate("sure", 100, 250, .1), candidate("safe", 100, 240, .1));
        Portfolio bold = (Portfolio) search(candidates, Plan.Aim.EXPECTED, 100);
        Portfolio cautious = (Portfolio) search(candidates, Plan.Aim.CAUTIOUS, 100);
        assertEquals(List.of("gamble"), names(bold.best().chosen()));
        assertTrue(bold.best().lower().isNegative());
        assertEquals(List.of("sure"), names(cautious.best().chosen()));
        assertEquals(
                List.of(List.of("gamble"), List.of("sure")),
                cautious.frontier().stream().map(point -> names(point.chosen())).toList());
    }

    @Test
    void nobody_worth_the_price_is_hired_unless_someone_must_be() {
        List<Prospect> candidates = List.of(candidate("ada", 100, 60, .1), candidate("bob", 100, 50, .1));
        assertEquals(
                List.of(),
                ((Portfolio) search(candidates, Plan.Aim.EXPECTED, 500)).best().chosen());
        assertEquals(
                List.of("ada"),
                names(((Portfolio) search(candidates, Plan.Aim.EXPECTED, 500, new AtLeast(Group.EVERYONE, 1)))
                        .best()
                        .chosen()));
    }

    @Test
    void no_more_than_what_clashes_is_named() {
        Clash clash = (Clash) search(
                List.of(candidate("ada", 100, 60, .1), candidate("bob", 100, 50, .1)),
                Plan.Aim.EXPECTED,
                150,
                new AtMost(new Group(Group.Kind.REGION, "DE"), 2),
                new AtLeast(Group.EVERYONE, 2),
                new OverlapCap(200, 100, Map.of()));
        assertEquals(
                "a budget of 150 EUR, and at least 2 creators: not all of these can be had together, though all but any"
                        + " one of them can",
                clash.words());
    }

    @Test
    void creators_of_one_region_and_category_are_thought_to_share_their_audience_unless_it_is_known() {
        List<Prospect> candidates =
                List.of(candidate("ada", 1, 30, .1), candidate("bob", 1, 20, .1), candidate("cleo", 1, 10, .1));
        assertEquals(
                List.of("ada", "bob"),
                names(((Portfolio) search(candidates, Plan.Aim.EXPECTED, 9, new OverlapCap(100, 100, Map.of())))
                        .best()
                        .chosen()));
        assertEquals(
                List.of("ada", "cleo"),
                names(((Portfolio) search(
                                candidates,
                                Plan.Aim.EXPECTED,
                                9,
                                new OverlapCap(100, 100, Map.of(new OverlapCap.Pair("bob", "ada"), 300))))
                        .best()
                        .chosen()));
    }

    /** No claim that it is the best of all sets. */
    @ForManySeeds
    void the_cautious_choice_has_the_highest_lower_quantile_of_the_frontier(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Prospect> candidates = IntStream.range(0, 8)
                .mapToObj(i -> candidate(
                        "creator" + i,
                        random.nextDouble(20, 100),
                        random.nextDouble(50, 300),
                        random.nextDouble(.1, 1.5)))
                .toList();
        Portfolio portfolio = (Portfolio) search(candidates, Plan.Aim.CAUTIOUS, 250);
        for (Point point : portfolio.frontier()) {
            assertTrue(point.lower().amount().compareTo(portfolio.best().lower().amount()) <= 0);
            assertTrue(new Budget(euros(250)).allows(point.chosen()));
        }
        for (int i = 1; i < portfolio.frontier().size(); i++) {
            Point before = portfolio.frontier().get(i - 1);
            Point point = portfolio.frontier().get(i);
            assertTrue(point.expected().amount().compareTo(before.expected().amount()) < 0);
            assertTrue(point.lower().amount().compareTo(before.lower().amount()) > 0);
        }
    }
}
