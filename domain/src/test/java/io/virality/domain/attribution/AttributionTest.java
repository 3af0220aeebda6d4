package io.virality.domain.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final List<String> NAMES = List.of("dora", "ada", "cleo", "bob");
    /** Each has a code of the same number. */
    private static final int[] OWNERS = {0, 1, 2, 3};

    private static final int DORA = 0;
    private static final int ADA = 1;
    private static final int CLEO = 2;
    private static final int BOB = 3;

    private record Touch(long buyer, long at, int source, boolean view) {}

    private record Order(long buyer, long at, int code, long gross, long refunds, long commission) {}

    @ForManySeeds
    void under_every_model_the_credits_add_up_to_all_orders_and_amounts(long seed) {
        Attribution attribution = attributed(touches(seed), orders(seed), 1);
        long gross = orders(seed).stream().mapToLong(Order::gross).sum();
        assertEquals(gross, attribution.total().gross());
        assertEquals(orders(seed).size() * Credit.ORDER, attribution.total().orders());
        for (Model model : Model.values()) {
            Credit sum = attribution.unattributed();
            for (Credit credit : attribution.credits().get(model)) {
                sum = sum.plus(credit);
            }
            assertEquals(attribution.total(), sum, model.id());
        }
    }

    @ForManySeeds
    void the_order_in_which_things_are_told_and_by_whom_changes_nothing(long seed) {
        List<Touch> touches = touches(seed);
        List<Order> orders = orders(seed);
        Attribution expected = attributed(touches, orders, 1);
        Collections.shuffle(touches, new Random(seed));
        Collections.shuffle(orders, new Random(seed));
        assertEquals(expected, attributed(touches, orders, 3));
    }

    @ForManySeeds
    void with_one_touch_for_each_order_all_models_say_the_same(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Touch> touches = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (int buyer = 0; buyer < 30; buyer++) {
            touches.add(new Touch(buyer, random.nextLong(DAY), random.nextInt(4), random.nextBoolean()));
            if (random.nextInt(3) > 0) {
                orders.add(new Order(buyer, DAY, -1, random.nextLong(100_000), 0, random.nextLong(100)));
            }
        }
        Attribution attribution = attributed(touches, orders, 1);
        for (Model model : Model.values()) {
            assertEquals(
                    attribution.credits().get(Model.LAST_TOUCH),
                    attribution.credits().get(model),
                    model.id());
        }
    }

    /** The worked example of docs/marketplace.md: ada, a week later bob twice, cleo, and the order of 100.00 a day later. */
    @Test
    void the_worked_example_of_the_document() {
        List<Touch> touches = List.of(
                new Touch(1, 0, ADA, false),
                new Touch(1, 7 * DAY, BOB, false),
                new Touch(1, 7 * DAY + 1, BOB, false),
                new Touch(1, 7 * DAY + 2, CLEO, false),
                // Two others met dora, or ada, and bought nothing.
                new Touch(2, 0, DORA, false),
                new Touch(3, 0, ADA, false));
        List<Order> orders = List.of(new Order(1, 8 * DAY, -1, 1_000_000, 0, 0));
        Rules rules = new Rules(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(7));
        Attribution attribution = Attribution.of(List.of(told(touches, orders)), NAMES, OWNERS, rules);
        assertEquals(List.of("ada", "bob", "cleo", "dora"), attribution.sources());
        assertEquals(List.of(0L, 0L, 1_000_000L, 0L), gross(attribution, Model.LAST_TOUCH));
        assertEquals(List.of(1_000_000L, 0L, 0L, 0L), gross(attribution, Model.FIRST_TOUCH));
        assertEquals(List.of(250_000L, 500_000L, 250_000L, 0L), gross(attribution, Model.LINEAR));
        assertEquals(List.of(142_857L, 571_429L, 285_714L, 0L), gross(attribution, Model.TIME_DECAY));
        assertEquals(List.of(400_000L, 200_000L, 400_000L, 0L), gross(attribution, Model.POSITION_BASED));
        assertEquals(List.of(333_334L, 333_333L, 333_333L, 0L), gross(attribution, Model.MARKOV));
        assertEquals(List.of(1.0, 1.0, 1.0, 0.0), attribution.effects());
    }

    @Test
    void touches_of_one_moment_share_what_the_first_or_the_last_earns() {
        List<Touch> touches = List.of(new Touch(1, 0, ADA, false), new Touch(1, 0, BOB, false));
        Attribution attribution = attributed(touches, List.of(new Order(1, DAY, -1, 1_000, 0, 0)), 1);
        for (Model model : Model.values()) {
            assertEquals(List.of(500L, 500L, 0L, 0L), gross(attribution, model), model.id());
        }
    }

    @Test
    void clicks_count_longer_than_views_and_nothing_counts_that_came_later() {
        List<Touch> touches =
                List.of(new Touch(1, 0, ADA, false), new Touch(1, 0, BOB, true), new Touch(1, 3 * DAY, CLEO, false));
        Attribution attribution = attributed(touches, List.of(new Order(1, 2 * DAY, -1, 1_000, 0, 0)), 1);
        assertEquals(List.of(1_000L, 0L, 0L, 0L), gross(attribution, Model.LINEAR));
    }

    @Test
    void a_promo_code_comes_before_all_touches() {
        List<Touch> touches = List.of(new Touch(1, 0, ADA, false));
        Attribution attribution = attributed(touches, List.of(new Order(1, DAY, DORA, 1_000, 300, 7)), 1);
        for (Model model : Model.values()) {
            assertEquals(List.of(0L, 0L, 0L, 1_000L), gross(attribution, model), model.id());
        }
        assertEquals(new Credit(Credit.ORDER, 1_000, 300, 7), attribution.coded());
        assertEquals(693, attribution.coded().net());
    }

    @Test
    void an_order_before_which_nothing_was_met_is_nobodys() {
        Attribution attribution = attributed(List.of(), List.of(new Order(1, DAY, -1, 1_000, 0, 0)), 1);
        assertEquals(attribution.total(), attribution.unattributed());
    }

    /**
     * By hand: of four journeys a→order, a→b→order, b→nothing, a→nothing the chain has P(a) = 3/4, P(b from a) = 1/3, P(order
     * from a) = 1/3 + 1/3 · 1/2 = 1/2, P(order from b) = 1/2, so P(order) = 3/4 · 1/2 + 1/4 · 1/2 = 1/2. b is met in 1/4 + 3/4
     * · 1/3 = 1/2.
     */
    @Test
    void removal_effects_are_those_of_a_chain_computed_by_hand() {
        RemovalEffects removal = new RemovalEffects(new long[] {3, 2});
        removal.count(new int[] {0}, 1, true);
        removal.count(new int[] {0, 1}, 2, true);
        removal.count(new int[] {1}, 1, false);
        removal.count(new int[] {0, 0}, 2, false);
        double[] effects = removal.effects();
        assertEquals(.75 * .5 / .5, effects[0], 1e-12);
        assertEquals(.5 * .5 / .5, effects[1], 1e-12);
    }

    /** What is lost without a source, against a chain that is run step by step with and without it. */
    @ForManySeeds
    void removal_effects_are_what_a_chain_without_the_source_loses(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(2, 7);
        RemovalEffects removal = new RemovalEffects(new long[size]);
        double[][] steps = new double[size + 1][size + 2];
        for (int i = 0; i < 80; i++) {
            int[] journey = random.ints(random.nextInt(1, 7), 0, size).toArray();
            boolean ordered = random.nextInt(3) == 0 || i == 0;
            removal.count(journey, journey.length, ordered);
            int state = size;
            for (int next : journey) {
                steps[state][next]++;
                state = next;
            }
            steps[state][size + (ordered ? 0 : 1)]++;
        }
        double all = ordered(steps, size, -1);
        double[] effects = removal.effects();
        for (int i = 0; i < size; i++) {
            assertEquals(1 - ordered(steps, size, i) / all, effects[i], 1e-9);
        }
    }

    private static double ordered(double[][] steps, int size, int without) {
        double[] now = new double[size + 1];
        now[size] = 1;
        double ordered = 0;
        for (int step = 0; step < 2_000; step++) {
            double[] next = new double[size + 1];
            for (int from = 0; from <= size; from++) {
                double sum = 0;
                for (double count : steps[from]) {
                    sum += count;
                }
                if (from != without && now[from] > 0) {
                    for (int to = 0; to < size; to++) {
                        next[to] += now[from] * steps[from][to] / sum;
                    }
                    ordered += now[from] * steps[from][size] / sum;
                }
            }
            now = next;
        }
        return ordered;
    }

    @ForManySeeds
    void rounded_parts_add_up_to_the_rounded_total_and_are_off_by_less_than_a_unit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] exact = random.longs(random.nextInt(1, 20), 0, 100_000).toArray();
        long[] rounded = LargestRemainder.round(exact, 100);
        long total = 0;
        long sum = 0;
        for (int i = 0; i < exact.length; i++) {
            assertEquals(0, rounded[i] % 100);
            assertTrue(exact.length == 1 || Math.abs(rounded[i] - exact[i]) < 100, exact[i] + " " + rounded[i]);
            total += exact[i];
            sum += rounded[i];
        }
        assertEquals((total + 50) / 100 * 100, sum);
    }

    private static List<Long> gross(Attribution attribution, Model model) {
        return attribution.credits().get(model).stream().map(Credit::gross).toList();
    }

    private static List<Touch> touches(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            touches.add(new Touch(
                    random.nextInt(25), random.nextInt(12) * DAY / 2, random.nextInt(4), random.nextInt(3) == 0));
        }
        return touches;
    }

    private static List<Order> orders(long seed) {
        SplittableRandom random = new SplittableRandom(-seed);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long gross = random.nextLong(1_000_000);
            orders.add(new Order(
                    random.nextInt(30),
                    random.nextInt(20) * DAY / 2,
                    random.nextInt(5) == 0 ? random.nextInt(4) : -1,
                    gross,
                    random.nextLong(gross + 1),
                    random.nextLong(10_000)));
        }
        return orders;
    }

    private static Attribution attributed(List<Touch> touches, List<Order> orders, int tellers) {
        List<Journeys> told = new ArrayList<>();
        for (int i = 0; i < tellers; i++) {
            List<Touch> some = new ArrayList<>();
            for (int k = i; k < touches.size(); k += tellers) {
                some.add(touches.get(k));
            }
            List<Order> bought = new ArrayList<>();
            for (int k = i; k < orders.size(); k += tellers) {
                bought.add(orders.get(k));
            }
            told.add(told(some, bought));
        }
        return Attribution.of(told, NAMES, OWNERS, Rules.USUAL);
    }

    private static Journeys told(List<Touch> touches, List<Order> orders) {
        Journeys journeys = new Journeys();
        touches.forEach(touch -> journeys.touch(touch.buyer(), touch.at(), touch.source(), touch.view()));
        orders.forEach(order -> journeys.order(
                order.buyer(), order.at(), order.code(), order.gross(), order.refunds(), order.commission()));
        return journeys;
    }
}
