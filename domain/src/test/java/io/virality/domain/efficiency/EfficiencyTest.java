package io.virality.domain.efficiency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EfficiencyTest {

    private static final MarketplaceUnits QUESTION =
            new MarketplaceUnits(Dimension.CAMPAIGN, Optional.empty(), Optional.empty(), Tiers.STANDARD);

    @ForManySeeds
    void groups_of_a_currency_add_up_to_its_total_to_the_last_ten_thousandth(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> units = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            Row unit = unit("group " + random.nextInt(5), random.nextBoolean() ? "USD" : "EUR");
            for (Sum sum : Sum.values()) {
                if (random.nextInt(4) > 0 && sum != Sum.UNSETTLED) {
                    unit = unit.with(sum.id(), random.nextLong(1_000_000_000_000L));
                }
            }
            units.add(unit);
        }
        Efficiency efficiency = measured(units);
        for (GroupEfficiency total : efficiency.totals()) {
            List<GroupEfficiency> groups = efficiency.groups().stream()
                    .filter(group -> group.currency().equals(total.currency()))
                    .toList();
            for (Sum sum : Sum.values()) {
                assertEquals(
                        groups.stream()
                                .mapToLong(group -> group.sum(sum).orElse(0))
                                .sum(),
                        total.sum(sum).orElse(0));
            }
            assertEquals(groups.stream().mapToLong(GroupEfficiency::units).sum(), total.units());
            assertEquals(
                    groups.stream()
                            .flatMap(group -> group.contribution().stream())
                            .mapToLong(Money::tenThousandths)
                            .sum(),
                    total.contribution().map(Money::tenThousandths).orElse(0L));
        }
        assertEquals(
                units.stream().map(unit -> unit.text("currency")).distinct().count(),
                efficiency.totals().size());
    }

    @Test
    void a_ratio_without_a_denominator_is_undefined_and_says_so() {
        RatioFigure figure = only(unit("a", "USD").with("spend", 50_000L).with("clicks", 0L))
                .ratio(Ratio.COST_PER_CLICK)
                .orElseThrow();
        assertEquals(OptionalDouble.empty(), figure.value());
        assertEquals(Optional.empty(), figure.interval());
        assertEquals(Optional.of("undefined: no clicks"), figure.note());
    }

    @Test
    void units_of_which_one_part_is_not_known_are_left_out_of_a_ratio_but_not_of_its_sums() {
        GroupEfficiency group = measured(List.of(
                        unit("a", "USD").with("spend", 30_000L).with("clicks", 3L),
                        unit("a", "USD").with("spend", 50_000L).with("clicks", 5L),
                        unit("a", "USD").with("spend", 70_000L)))
                .groups()
                .get(0);
        assertEquals(150_000, group.sum(Sum.SPEND).getAsLong());
        assertEquals(1, group.ratio(Ratio.COST_PER_CLICK).orElseThrow().value().getAsDouble());
        assertEquals(2, group.ratio(Ratio.COST_PER_CLICK).orElseThrow().units());
    }

    /** By hand: R = 10/4 = 2.5, residuals (.5, −.5), variance of the sum 2 · .5 = 1, error 1/4, half-width 1.95996/4. */
    @Test
    void the_interval_of_a_ratio_of_sums_is_the_delta_method_over_units() {
        RatioFigure figure = measured(List.of(
                        unit("a", "USD").with("spend", 30_000L).with("clicks", 1L),
                        unit("a", "USD").with("spend", 70_000L).with("clicks", 3L)))
                .groups()
                .get(0)
                .ratio(Ratio.COST_PER_CLICK)
                .orElseThrow();
        assertEquals(2.5, figure.value().getAsDouble(), 1e-15);
        assertEquals(2.5 + 1.959964 / 4, figure.interval().orElseThrow().high(), 1e-6);
        assertEquals(RatioFigure.Method.DELTA, figure.method());
        assertTrue(figure.note().orElseThrow().startsWith("small: 2 units"));
    }

    @Test
    void what_is_left_of_sales_takes_off_all_that_was_paid_and_is_not_told_where_refunds_are_unknown() {
        Row sold = unit("a", "USD")
                .with("gross", 1_000_000L)
                .with("refunds", 100_000L)
                .with("commission", 50_000L)
                .with("fees", 200_000L)
                .with("spend", 25_001L);
        assertEquals("62.4999", only(sold).contribution().orElseThrow().amount().toPlainString());
        assertFalse(only(sold.with("unsettled", 1L)).contribution().isPresent());
        assertFalse(only(unit("a", "USD").with("spend", 5L)).contribution().isPresent());
    }

    @Test
    void earned_media_value_is_the_price_of_the_views_and_changes_nothing_else() {
        GroupEfficiency group = only(unit("a", "USD").with("views", 1_500L).with("gross", 10_000L));
        assertEquals(
                "18.7500",
                group.earnedMediaValue(new BigDecimal("12.50"))
                        .orElseThrow()
                        .amount()
                        .toPlainString());
        assertEquals("1.0000", group.contribution().orElseThrow().amount().toPlainString());
    }

    private static GroupEfficiency only(Row unit) {
        return measured(List.of(unit)).groups().get(0);
    }

    private static Row unit(String segment, String currency) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("segment", segment);
        values.put("currency", currency);
        return new Row(values);
    }

    private static Efficiency measured(List<Row> units) {
        return Efficiency.of(
                QUESTION,
                new Evidence(
                        new Statement("none", ""), units, Map.of(), units.size(), 0, Optional.empty(), Origin.REAL),
                Map.of());
    }
}
