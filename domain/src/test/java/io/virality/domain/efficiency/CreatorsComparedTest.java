package io.virality.domain.efficiency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CreatorsComparedTest {

    @Test
    void who_is_planted_to_sell_far_more_or_less_stands_out() {
        List<GroupEfficiency> groups = sellers(60, 1, .002);
        groups.add(creator("star", 100_000, 2_000, 0));
        groups.add(creator("dud", 1_000_000, 100, 0));
        Standouts found = Standouts.of(groups);
        assertEquals("star", found.outrunning().get(0).creator());
        assertTrue(found.trailing().stream().anyMatch(one -> one.creator().equals("dud")));
    }

    @Test
    void who_sold_once_in_few_views_does_not_stand_out_by_luck() {
        List<GroupEfficiency> groups = sellers(60, 2, .002);
        groups.add(creator("lucky", 50, 1, 0));
        Standouts found = Standouts.of(groups);
        assertTrue(found.outrunning().stream().noneMatch(one -> one.creator().equals("lucky")));
    }

    @Test
    void where_all_sell_alike_hardly_anybody_stands_out() {
        Standouts found = Standouts.of(sellers(200, 3, .002));
        assertTrue(found.outrunning().size() + found.trailing().size() <= 4, found.toString());
    }

    @Test
    void few_creators_tell_nothing() {
        assertThrows(IllegalArgumentException.class, () -> Standouts.of(sellers(5, 1, .002)));
        assertThrows(IllegalArgumentException.class, () -> PriceRange.of(sellers(60, 1, .002)));
    }

    @Test
    void a_fee_far_off_the_others_lies_outside_its_range_and_most_lie_within_theirs() {
        SplittableRandom random = new SplittableRandom(4);
        List<GroupEfficiency> groups = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long views = 1_000 + random.nextLong(1_000_000);
            double fee = 3 * Math.pow(views, .7) * Math.exp(.5 * (random.nextDouble() - random.nextDouble()));
            groups.add(creator("creator " + i, views, 0, Math.round(fee * 10_000)));
        }
        assertEquals(.7, PriceRange.of(groups).exponent(), .1);
        groups.add(creator("dear", 10_000, 0, 100_000_000L));
        PriceRange range = PriceRange.of(groups);
        assertEquals(
                PriceRange.Verdict.ABOVE,
                range.prices().get(range.prices().size() - 1).verdict());
        long within = range.prices().stream()
                .filter(price -> price.verdict() == PriceRange.Verdict.WITHIN)
                .count();
        assertTrue(within >= 70 && within <= 95, "within: " + within);
    }

    private static List<GroupEfficiency> sellers(int count, long seed, double rate) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GroupEfficiency> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long views = 10_000 + random.nextLong(200_000);
            long orders = 0;
            for (double left = random.nextDouble(), chance = Math.exp(-views * rate / 4), sum = chance; sum < left; ) {
                orders++;
                chance *= views * rate / 4 / orders;
                sum += chance;
            }
            groups.add(creator("creator " + i, views, orders, 0));
        }
        return groups;
    }

    private static GroupEfficiency creator(String name, long views, long orders, long fees) {
        Map<Sum, Long> sums = new HashMap<>(Map.of(Sum.VIEWS, views, Sum.ORDERS, orders));
        if (fees > 0) {
            sums.put(Sum.FEES, fees);
        }
        return new GroupEfficiency(name, Currency.getInstance("USD"), 1, sums, OptionalLong.empty(), List.of());
    }
}
