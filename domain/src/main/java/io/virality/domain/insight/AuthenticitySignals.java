package io.virality.domain.insight;

import io.virality.domain.engagement.Peers;
import io.virality.domain.engagement.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which figures of creators are unusual in their tier?
 *
 * @param compared whom to look at among whom
 */
public record AuthenticitySignals(ComparedCreators compared) implements CreatorComparison {

    private static final List<Column> FIGURES = ComparedCreators.FIGURES.stream()
            .filter(column -> !Set.of("region", "views_spread", "sales").contains(column.name()))
            .toList();

    static final Topic TOPIC = new Topic(
            "authenticity-signals",
            "Which creators have figures that are unusual in their tier, and why might one look closer?",
            ComparedCreators.PARAMETERS,
            columns(),
            Chart.TABLE);

    static final Entry ENTRY =
            new Entry(TOPIC, (arguments, tiers) -> new AuthenticitySignals(ComparedCreators.asked(arguments, tiers)));

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("handle", "the creator"),
                Column.text("tier", "size class by followers").computedOutside(),
                Column.text("signal", "what is unusual").computedOutside(),
                Column.ratio("value", "the unusual figure").computedOutside(),
                Column.ratio("usual_low", "figures from here on are usual in the tier")
                        .computedOutside(),
                Column.ratio("usual_high", "figures up to here are usual in the tier")
                        .computedOutside(),
                Column.count("n", "creators of the tier with that figure").computedOutside(),
                Column.ratio("strength", "how far beyond what is usual: 1 at the limit, 2 twice as far from the median")
                        .computedOutside(),
                Column.text("reason", "in words").computedOutside()));
        columns.addAll(FIGURES);
        return columns;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public String words() {
        return compared.handle()
                .map(handle -> "Which figures of @" + handle + " are unusual in its tier?")
                .orElse(topic().question());
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "authenticity-signals@1",
                "figures of which 0.6745 x (ln value - median) / median absolute deviation, over the creators of the"
                        + " tier, exceeds " + Signal.LIMIT + " (docs/influence-score.md)",
                Population.CREATORS);
    }

    private record Found(ComparedCreators.Compared creator, Signal signal) {}

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<ComparedCreators.Compared> all = compared.all(evidence);
        Peers peers =
                new Peers(all.stream().map(ComparedCreators.Compared::figures).toList());
        List<Row> rows = all.parallelStream()
                .filter(compared::named)
                .flatMap(creator -> peers.signals(creator.figures()).stream().map(signal -> new Found(creator, signal)))
                .sorted(Comparator.comparingDouble(
                                (Found found) -> found.signal().strength())
                        .reversed()
                        .thenComparing(Found::creator, ComparedCreators.LARGEST_FIRST))
                .limit(compared.limit())
                .map(AuthenticitySignals::told)
                .toList();
        return new Conclusion(rows, caveats(evidence, rows.isEmpty()));
    }

    private static Row told(Found found) {
        Signal signal = found.signal();
        Row row = found.creator().row();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("handle", row.text("handle"));
        values.put("tier", signal.usual().tier());
        values.put("signal", signal.kind().id());
        values.put("value", signal.value());
        values.put("usual_low", signal.usual().low());
        values.put("usual_high", signal.usual().high());
        values.put("n", signal.usual().n());
        values.put("strength", signal.strength());
        values.put("reason", signal.reason());
        FIGURES.forEach(column -> values.put(column.name(), row.values().get(column.name())));
        return new Row(values);
    }

    private static List<String> caveats(Evidence evidence, boolean none) {
        List<String> caveats = new ArrayList<>();
        caveats.add("a signal is a reason to look and no verdict: a song that goes round the world, or a television"
                + " appearance, is unusual too");
        if (none && evidence.n() > 0) {
            caveats.add("nothing is unusual among those that can be tested");
        }
        caveats.add("tested are creators of at least " + String.format(Locale.ROOT, "%,d", Signal.FEWEST_FOLLOWERS)
                + " followers in tiers with at least " + Signal.FEWEST_PEERS + " that have the figure");
        if (evidence.rows().stream().allMatch(row -> Double.isNaN(row.number("views_change")))) {
            caveats.add("follower jumps are not testable: that needs counts of followers by one source over at least "
                    + Measure.FollowerGrowth.SHORTEST_DAYS + " days, and at"
                    + " least " + ComparedCreators.FEWEST_VIDEOS_EACH + " videos before the first and after it");
        }
        caveats.add("likes above views are impossible and never loaded: they are in the quarantine");
        return caveats;
    }
}
