package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From views to net sales: sums and ratios for each group and currency.
 *
 * @param grouping by what
 * @param tiers the tiers in force
 * @param minimum groups of fewer creators than this should not be ranked
 */
public record SalesFunnel(Grouping grouping, Tiers tiers, long minimum) implements Question {

    private static final Parameter BY = Parameter.choice(
            "by",
            List.of(
                    Grouping.TIER.id(),
                    Grouping.REGION.id(),
                    Grouping.VERIFIED.id(),
                    Grouping.CATEGORY.id(),
                    Grouping.LANGUAGE.id(),
                    Grouping.CONTENT.id()),
            "what the groups are: of the creator who earned a sale, or what led to it");

    static final Topic TOPIC = new Topic(
            "sales-funnel",
            "How do views become clicks, orders and net sales?",
            List.of(BY, Parameter.MINIMUM),
            List.of(
                    Column.text(
                            "segment", "the group; unknown where a sale names no creator, or that is not known of it"),
                    Column.text("currency", "currency of the amounts; XXX where nobody says which"),
                    Column.count("creators", "creators who sold something"),
                    Column.count("views", "newest views of all their videos, whether or not they sell"),
                    Column.count("clicks", "clicks on advertisements that name these creators"),
                    Column.count("orders", "orders"),
                    Column.count("n", "sales: of one product in one order"),
                    Column.count("units", "pieces sold, as far as told"),
                    Column.number("gross", Column.Unit.CURRENCY, "what was ordered for"),
                    Column.count(
                            "refunds_unknown", "sales whose refunds nobody knows; refund rate and net leave them out"),
                    Column.fraction("refund_rate", "refunds by gross"),
                    Column.number("net", Column.Unit.CURRENCY, "gross less refunds"),
                    Column.ratio("orders_per_1000_views", "orders for each 1,000 views"),
                    Column.number("average_order", Column.Unit.CURRENCY, "gross by orders"),
                    Column.text("note", "why the group should not be ranked").computedOutside()),
            Chart.TABLE);

    static final Entry ENTRY = new Entry(
            TOPIC,
            (arguments, tiers) -> new SalesFunnel(
                    Grouping.valueOf(arguments.text(BY).toUpperCase(Locale.ROOT)),
                    tiers,
                    arguments.number(Parameter.MINIMUM)));

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public String words() {
        return "How do views become clicks, orders and net sales, by " + grouping.meaning() + "?";
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "sales-funnel@1",
                "sums over sales by the word that rules, for each group and currency; views and clicks of the creators who "
                        + "sold something in that currency",
                Population.SALES);
    }

    /** Whether views and clicks can be told apart by these groups: they are known of creators, not of what led to a sale. */
    public boolean reached() {
        return grouping != Grouping.CONTENT;
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = evidence.rows().stream().map(this::noted).toList();
        List<String> caveats = new ArrayList<>();
        if (!reached()) {
            caveats.add("views and clicks are known of creators, not of what led to a sale");
        } else if (!rows.isEmpty() && rows.stream().allMatch(row -> row.values().get("clicks") == null)) {
            caveats.add("clicks are not known: no advertisement that is loaded names one of these creators");
        }
        long unknown =
                rows.stream().mapToLong(row -> row.count("refunds_unknown")).sum();
        if (unknown > 0) {
            caveats.add(String.format(
                    Locale.ROOT, "of %,d sales nobody knows the refunds: refund rate and net leave them out", unknown));
        }
        if (rows.stream().map(row -> row.text("currency")).distinct().count() > 1) {
            caveats.add("amounts in different currencies are never added up; the views of a creator who sells in two "
                    + "stand in both");
        }
        if (rows.stream().anyMatch(row -> Money.UNKNOWN.getCurrencyCode().equals(row.text("currency")))) {
            caveats.add("XXX is a currency that no source tells: its amounts may not belong together");
        }
        if (!rows.isEmpty()) {
            caveats.add("sums have no interval: orders-per-1000-views-by-tier compares creators, with one");
        }
        return new Conclusion(rows, caveats);
    }

    private Row noted(Row row) {
        return row.with(
                "note",
                row.count("creators") < minimum ? "fewer creators than " + minimum + ": should not be ranked" : null);
    }
}
