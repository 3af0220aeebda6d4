package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesFunnelTest {

    private static final SalesFunnel BY_TIER = new SalesFunnel(Grouping.TIER, Tiers.STANDARD, 5);

    @Test
    void a_small_group_should_not_be_ranked() {
        List<Row> rows =
                conclude(BY_TIER, row("USD", 5, 1L, 0), row("USD", 4, 1L, 0)).rows();

        assertNull(rows.get(0).text("note"));
        assertEquals("fewer creators than 5: should not be ranked", rows.get(1).text("note"));
    }

    @Test
    void unknown_clicks_and_refunds_are_said() {
        List<String> caveats = conclude(BY_TIER, row("USD", 5, null, 3), row("USD", 5, null, 4))
                .caveats();

        assertTrue(caveats.get(0).startsWith("clicks are not known"));
        assertEquals("of 7 sales nobody knows the refunds: refund rate and net leave them out", caveats.get(1));
        assertEquals(3, caveats.size());
    }

    @Test
    void currencies_stay_apart_and_one_that_nobody_tells_is_said() {
        List<String> caveats =
                conclude(BY_TIER, row("USD", 5, 1L, 0), row("XXX", 5, 1L, 0)).caveats();

        assertTrue(caveats.get(0).startsWith("amounts in different currencies are never added up"));
        assertTrue(caveats.get(1).startsWith("XXX is a currency that no source tells"));
    }

    @Test
    void what_led_to_a_sale_has_no_views() {
        SalesFunnel byContent = new SalesFunnel(Grouping.CONTENT, Tiers.STANDARD, 5);

        assertEquals(
                "views and clicks are known of creators, not of what led to a sale",
                conclude(byContent, row("USD", 5, null, 0)).caveats().get(0));
        assertEquals("How do views become clicks, orders and net sales, by what led to the sale?", byContent.words());
    }

    @Test
    void nothing_sold_needs_no_caveat() {
        assertEquals(List.of(), conclude(BY_TIER).caveats());
    }

    private static Conclusion conclude(SalesFunnel funnel, Row... rows) {
        return funnel.conclude(Given.evidence(List.of(rows)));
    }

    private static Row row(String currency, long creators, Long clicks, long refundsUnknown) {
        return Given.row(
                "segment",
                "nano",
                "currency",
                currency,
                "creators",
                creators,
                "clicks",
                clicks,
                "refunds_unknown",
                refundsUnknown);
    }
}
