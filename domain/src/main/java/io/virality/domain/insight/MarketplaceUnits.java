package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What did each advertisement, or each creator, cost and bring? No entry of the catalogue: too long to read, but what the
 * efficiency of a market is made of. All amounts are whole ten-thousandths of the currency, so that they add up exactly.
 *
 * @param by the groups
 * @param from nothing that began, or was sold, before this; empty for all
 * @param until nothing that began, or was sold, then or later; empty for all
 * @param tiers the tiers in force
 */
public record MarketplaceUnits(Dimension by, Optional<Instant> from, Optional<Instant> until, Tiers tiers)
        implements Question {

    /** The name of a unit's group of which nobody knows it. */
    public static final String UNKNOWN = Grouping.UNKNOWN;

    static final Topic TOPIC = new Topic(
            "marketplace-units",
            "What did each advertisement, or each creator, cost and bring?",
            List.of(),
            List.of(
                    Column.text("segment", "the group"),
                    Column.text("currency", "of the amounts; XXX where nobody says which"),
                    Column.text("unit", "the advertisement, or the creator"),
                    Column.count("spend", "what advertisements cost, in ten-thousandths"),
                    Column.count("impressions", "how often they were shown"),
                    Column.count("reach", "how many people saw each, added up: who saw two counts twice"),
                    Column.count("clicks", "how often they were clicked"),
                    Column.count("conversions", "what they led to, as the channel counts"),
                    Column.count("approved_conversions", "those that ended in a purchase"),
                    Column.count("told_revenue", "what they sold for, as the channel tells, in ten-thousandths"),
                    Column.count("fees", "what brands paid the creator, in ten-thousandths"),
                    Column.count("orders", "orders that name the creator"),
                    Column.count("gross", "what was ordered for, in ten-thousandths"),
                    Column.count("settled", "the part of gross whose refunds are known, in ten-thousandths"),
                    Column.count("refunds", "what was paid back, in ten-thousandths"),
                    Column.count("commission", "what the creator earns, in ten-thousandths"),
                    Column.count("unsettled", "sales whose refunds nobody knows"),
                    Column.count("views", "newest views of the creator's videos, posted in the time asked for"),
                    Column.count("engagements", "their likes, comments and shares")),
            Chart.TABLE);

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "marketplace-units@1",
                "sums of what is told of each advertisement, or of each creator, by the word that rules; where there is no"
                        + " id of the advertisement, each result is a unit",
                Population.ADVERTISEMENTS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(evidence.rows(), List.of());
    }
}
