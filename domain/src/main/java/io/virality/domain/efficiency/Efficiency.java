package io.virality.domain.efficiency;

import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Row;
import io.virality.domain.marketplace.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a market's groups cost and brought. Amounts in different currencies are never added up: each has groups and a total
 * of its own.
 *
 * @param question what was asked
 * @param groups by currency; in it the most expensive first, months in their order
 * @param totals one for each currency, over all units
 * @param evidence what it rests on
 * @param measured what experiments say would not have been sold, by their keys
 */
public record Efficiency(
        MarketplaceUnits question,
        List<GroupEfficiency> groups,
        List<GroupEfficiency> totals,
        Evidence evidence,
        Map<String, List<Returns.Number>> measured) {

    /** The name of a total. */
    public static final String ALL = "all";

    /** Copies are kept. */
    public Efficiency {
        groups = List.copyOf(groups);
        totals = List.copyOf(totals);
        measured = new TreeMap<>(measured);
    }

    /** What the units of the evidence add up to. */
    public static Efficiency of(
            MarketplaceUnits question, Evidence evidence, Map<String, List<Returns.Number>> measured) {
        Map<String, Map<String, List<Row>>> byCurrency = new TreeMap<>();
        for (Row unit : evidence.rows()) {
            byCurrency
                    .computeIfAbsent(unit.text("currency"), code -> new LinkedHashMap<>())
                    .computeIfAbsent(unit.text("segment"), name -> new ArrayList<>())
                    .add(unit);
        }
        List<GroupEfficiency> groups = new ArrayList<>();
        List<GroupEfficiency> totals = new ArrayList<>();
        byCurrency.forEach((currency, segments) -> {
            segments.entrySet().stream()
                    .map(segment -> GroupEfficiency.of(segment.getKey(), currency, segment.getValue()))
                    .sorted(order(question.by()))
                    .forEach(groups::add);
            totals.add(GroupEfficiency.of(
                    ALL,
                    currency,
                    segments.values().stream().flatMap(List::stream).toList()));
        });
        return new Efficiency(question, groups, totals, evidence, measured);
    }

    /** The three numbers of a group, or of a total: of a group by the experiments whose key names it, of a total by all. */
    public Returns returns(GroupEfficiency group) {
        return Returns.of(
                group,
                measured.entrySet().stream()
                        .filter(experiment -> totals.contains(group) || isNamed(group.name(), experiment.getKey()))
                        .flatMap(experiment -> experiment.getValue().stream())
                        .toList());
    }

    /** A campaign or an advertisement stands behind its channel. */
    private static boolean isNamed(String group, String key) {
        return group.equalsIgnoreCase(key)
                || group.toLowerCase(Locale.ROOT).endsWith(" " + key.toLowerCase(Locale.ROOT));
    }

    private static Comparator<GroupEfficiency> order(Dimension by) {
        Comparator<GroupEfficiency> byName = Comparator.comparing(GroupEfficiency::name);
        return by == Dimension.PERIOD
                ? byName
                : Comparator.comparingLong((GroupEfficiency group) ->
                                -(group.sum(Sum.SPEND).orElse(0)
                                        + group.sum(Sum.FEES).orElse(0)))
                        .thenComparingLong(group -> -group.sum(Sum.GROSS).orElse(0))
                        .thenComparing(byName);
    }

    /** The groups of a currency that are somebody: those of whom nothing is known left out. */
    public List<GroupEfficiency> creators(Currency currency) {
        return groups.stream()
                .filter(group ->
                        group.currency().equals(currency) && !group.name().equals(MarketplaceUnits.UNKNOWN))
                .toList();
    }

    /** What the reader must know. */
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (totals.size() > 1) {
            caveats.add(
                    "amounts in different currencies are never added up: each currency has rows and a total of its own");
        }
        if (totals.stream().anyMatch(total -> total.currency().equals(Money.UNKNOWN))) {
            caveats.add(
                    "of some amounts no source states the currency (XXX in documents): they may not belong together");
        }
        if (known(Sum.TOLD_REVENUE)) {
            caveats.add(
                    "told revenue, and the return on it, is the channel's word about its own worth: attributed, neither"
                            + " net nor incremental");
        }
        if (question.by().ofCreators() && known(Sum.VIEWS)) {
            caveats.add("views are those of all videos of the creators, whether or not they sell");
        }
        long unsettled = totals.stream()
                .mapToLong(total -> total.sum(Sum.UNSETTLED).orElse(0))
                .sum();
        if (unsettled > 0) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "of %,d sales nobody knows the refunds: the contribution of their groups is not told",
                    unsettled));
        }
        if (!question.by().ofSales()) {
            caveats.add(
                    "orders and fees name no campaign: group by creator, tier, region, category or period to see them");
        }
        if (known(Sum.REACH)) {
            caveats.add("reach adds up who saw each advertisement: who saw two counts twice");
        }
        if (evidence.withoutValue() > 0) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "%,d results of advertisements are left out: nobody tells when they ran",
                    evidence.withoutValue()));
        }
        if (groups.isEmpty()) {
            caveats.add(
                    "nothing that is loaded tells of spend or sales in that time: import advertisements or sales first");
        }
        return caveats;
    }

    private boolean known(Sum sum) {
        return totals.stream().anyMatch(total -> total.sum(sum).isPresent());
    }
}
