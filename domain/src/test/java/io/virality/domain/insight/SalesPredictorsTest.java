package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Figures;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class SalesPredictorsTest {

    @Test
    void sales_that_follow_engagement_are_predicted_better_by_it() {
        Row row = judged(row("all", 200), figures(200, (followers, engagement) -> engagement));

        assertEquals("engagement", row.text("better"));
        assertTrue(row.number("low") > 0);
        assertTrue(row.number("engagement") > row.number("followers_high"));
        assertEquals(row.number("engagement") - row.number("followers"), row.number("correlation"), 1e-12);
        assertNull(row.text("note"));
    }

    @Test
    void sales_that_follow_followers_are_predicted_better_by_them() {
        assertEquals(
                "followers",
                judged(row("all", 200), figures(200, (followers, engagement) -> followers))
                        .text("better"));
    }

    @Test
    void of_noise_neither_is_better() {
        Row row = judged(row("all", 60), figures(60, (followers, engagement) -> 0));

        assertNull(row.text("better"));
        assertEquals("neither is clearly better", row.text("note"));
    }

    @Test
    void a_tier_is_judged_by_its_own_creators() {
        Figures figures = new Figures(Map.of(
                "followers", followers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2_000, 3_000),
                "engagement", followers(1, 2, 3, 4, 5, 6, 7, 8, 10, 9, 1, 2),
                "net_sales", followers(2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0)));
        Row row = judged(row("emerging", 10), figures);

        assertEquals(1 - 6 * 2 / 990.0, row.number("followers"), 1e-12);
        assertEquals(1 - 6 * 4 / 990.0, row.number("engagement"), 1e-12);
    }

    @Test
    void too_few_creators_are_not_judged() {
        Row row = judged(row("nano", 9), Figures.NONE);

        assertEquals("n below 10: withheld", row.text("note"));
        assertNull(row.values().get("correlation"));
        assertNull(row.values().get("engagement"));
    }

    @Test
    void equal_values_have_no_correlation() {
        Figures figures = new Figures(
                Map.of("followers", new double[20], "engagement", new double[20], "net_sales", new double[20]));

        assertEquals(
                "all values are equal: no correlation",
                judged(row("all", 20), figures).text("note"));
    }

    private static double[] followers(double... values) {
        return values;
    }

    private static Figures figures(int n, DoubleBinaryOperator sales) {
        SplittableRandom random = new SplittableRandom(5);
        double[] followers = random.doubles(n).toArray();
        double[] engagement = random.doubles(n).toArray();
        double[] net = new double[n];
        for (int i = 0; i < n; i++) {
            net[i] = sales.applyAsDouble(followers[i], engagement[i]) + random.nextDouble() / 2;
        }
        return new Figures(Map.of("followers", followers, "engagement", engagement, "net_sales", net));
    }

    private static Row row(String creators, long n) {
        return Given.row("creators", creators, "currency", "USD", "n", n);
    }

    private static Row judged(Row row, Figures figures) {
        return new SalesPredictors(RateDefinition.BY_VIEWS, "", Tiers.STANDARD, 5, 7)
                .conclude(Given.evidence(List.of(row)).with(figures))
                .rows()
                .get(0);
    }
}
