package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.growth.DailyCount;
import io.virality.domain.growth.GrowthAlarm;
import io.virality.domain.growth.GrowthWatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On which days did creators gain or lose unusually many followers? {@link GrowthWatch} decides.
 *
 * @param handle of the one creator that is meant, in lower case; empty means the largest
 * @param days how many days back from the newest count
 * @param creators how many of the largest are watched
 */
public record GrowthSpikes(Optional<String> handle, long days, long creators) implements Question {

    private static final Parameter HANDLE =
            new Parameter("handle", Parameter.Kind.TEXT, "", "one creator only; by default the largest");
    private static final Parameter CREATORS =
            new Parameter("creators", Parameter.Kind.LIMIT, "100", "how many of the largest creators are watched");

    static final Topic TOPIC = new Topic(
            "growth-spikes",
            "On which days did the largest creators gain or lose unusually many followers?",
            List.of(HANDLE, FollowerTrend.DAYS, CREATORS),
            List.of(
                    Column.text("handle", "the creator; where it has none, the platform's id"),
                    Column.text("platform", "where it posts"),
                    Column.text("day", "the day in UTC on which the change was first seen"),
                    Column.count("followers", "its last count of followers on that day"),
                    Column.text("direction", "spike or dip").computedOutside(),
                    Column.fraction("growth", "the change that lasted, from the highest count of the week before")
                            .computedOutside(),
                    Column.fraction("usual", "the change that is usual for this creator in that time")
                            .computedOutside(),
                    Column.number("score", Column.Unit.SCORE, "how many times its usual spread it is away from that")
                            .computedOutside(),
                    Column.text("reason", "why it is told").computedOutside()),
            Chart.TABLE);

    static final Entry ENTRY = new Entry(TOPIC, GrowthSpikes::asked);

    private static final Measure MEASURE = new Measure.Plain(
            "growth-spike@1",
            "logarithmic growth of a day that, rounding taken off, is at least " + (int) GrowthWatch.LEAST_SCORE
                    + " spreads and " + (int) (100 * GrowthWatch.LEAST_EXCESS)
                    + " % away from the creator's usual: the median of the four weeks around, by weekday once there are"
                    + " five weeks; the spread is their median absolute deviation",
            Population.CREATORS);

    private static GrowthSpikes asked(Arguments arguments, Tiers unused) {
        return new GrowthSpikes(
                FollowerTrend.name(arguments.text(HANDLE)),
                arguments.number(FollowerTrend.DAYS),
                arguments.number(CREATORS));
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public String words() {
        return handle.map(name -> "On which days did @" + name + " gain or lose unusually many followers?")
                .orElse(TOPIC.question());
    }

    /** The statement gives the daily counts of those watched; the days that stand out remain, newest first. */
    @Override
    public Conclusion conclude(Evidence evidence) {
        Map<List<String>, List<Row>> byCreator = new LinkedHashMap<>();
        for (Row row : evidence.rows()) {
            byCreator
                    .computeIfAbsent(List.of(row.text("platform"), row.text("handle")), unknown -> new ArrayList<>())
                    .add(row);
        }
        List<Row> alarms = new ArrayList<>();
        byCreator.values().forEach(days -> alarms.addAll(alarms(days)));
        alarms.sort(Comparator.comparing((Row row) -> row.text("day"))
                .reversed()
                .thenComparing(row -> -Math.abs(row.number("growth"))));
        return new Conclusion(alarms, caveats());
    }

    private static List<Row> alarms(List<Row> days) {
        List<DailyCount> counts = new ArrayList<>();
        Map<LocalDate, Row> byDay = new LinkedHashMap<>();
        for (Row row : days) {
            LocalDate day = LocalDate.parse(row.text("day"));
            // One name may have passed from one creator to another: the first of them is the one that has it.
            if (byDay.putIfAbsent(day, row) == null) {
                counts.add(new DailyCount(day, row.count("followers")));
            }
        }
        return GrowthWatch.alarms(counts).stream()
                .map(alarm -> told(byDay.get(alarm.day()), alarm))
                .toList();
    }

    private static Row told(Row row, GrowthAlarm alarm) {
        return row.with("direction", alarm.direction().id())
                .with("growth", alarm.growth())
                .with("usual", alarm.usual())
                .with("score", alarm.score())
                .with("reason", alarm.reason());
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (handle.isEmpty()) {
            caveats.add("watched are the " + creators + " creators with the most followers that were counted on "
                    + GrowthWatch.FEWEST_COUNTS + " days or more; ask for others by their handle");
        }
        caveats.add(Measure.FollowerGrowth.ONE_SOURCE);
        caveats.add(
                "what falls and comes back within a week is taken for a stale cache; so a dip is told only when it has"
                        + " lasted a week, and a spike once a later count confirms it");
        caveats.add("a day that stands out says that something happened, not what");
        return caveats;
    }
}
