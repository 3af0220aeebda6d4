package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Mean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How do followers develop over time? Only creators counted in two periods that follow each other tell of the change
 * between them, so that creators who come and go do not pass for a trend; these changes are chained.
 *
 * @param handle of the one creator that is meant, in lower case; empty means all
 * @param period how much time makes a step
 * @param days how many days back from the newest count
 * @param creators of more creators than this, so many are drawn evenly
 */
public record FollowerTrend(Optional<String> handle, Step period, long days, long creators) implements Question {

    /** The time between two counts that are compared. */
    public enum Step {
        /** A day of UTC. */
        DAY(1),
        /** Monday to Sunday. */
        WEEK(7);

        private final int days;

        Step(int days) {
            this.days = days;
        }

        /** How many days it has. */
        public int days() {
            return days;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Fewer creators than this allow no interval. */
    static final long FEWEST = 5;

    static final Parameter HANDLE =
            new Parameter("handle", Parameter.Kind.TEXT, "", "one creator only; by default all creators");
    static final Parameter DAYS =
            new Parameter("days", Parameter.Kind.LIMIT, "90", "how many days back from the newest count");
    private static final Parameter STEP =
            Parameter.choice("step", List.of(Step.DAY.id(), Step.WEEK.id()), "the time between two counts");
    private static final Parameter CREATORS = new Parameter(
            "creators", Parameter.Kind.LIMIT, "500", "of more creators than this, so many are drawn evenly");

    static final Topic TOPIC = new Topic(
            "follower-trend",
            "How do the followers of creators develop over time?",
            List.of(HANDLE, STEP, DAYS, CREATORS),
            List.of(
                    Column.text("day", "the day in UTC, or the Monday of the week"),
                    Column.count("n", "creators counted in it and in the one before"),
                    Column.count("followers", "followers of these creators, by the last count in it"),
                    Column.fraction("growth", "growth since the period before: geometric mean over these creators"),
                    Column.number(
                            "deviation", Column.Unit.RATIO, "standard deviation of the creators' logarithmic growth"),
                    Column.fraction("low", "lower end of the growth's 95 % interval (Student's t)")
                            .computedOutside(),
                    Column.fraction("high", "upper end of the growth's 95 % interval")
                            .computedOutside(),
                    Column.ratio("index", "all growth so far, chained: 1.1 is a tenth more than at the start")
                            .computedOutside(),
                    Column.text("note", "what is missing").computedOutside()),
            Chart.LINE);

    static final Entry ENTRY = new Entry(TOPIC, FollowerTrend::asked);

    private static final Measure MEASURE = new Measure.Plain(
            "chained-growth@1",
            "exp(mean of ln(followers / followers one period before)) - 1 over the creators counted in both,"
                    + " by the last count of each period; the index is the product of 1 + growth",
            Population.CREATORS);

    private static FollowerTrend asked(Arguments arguments, Tiers unused) {
        return new FollowerTrend(
                name(arguments.text(HANDLE)),
                Step.valueOf(arguments.text(STEP).toUpperCase(Locale.ROOT)),
                arguments.number(DAYS),
                arguments.number(CREATORS));
    }

    /** A handle as it is stored. */
    static Optional<String> name(String given) {
        String bare = given.strip().toLowerCase(Locale.ROOT);
        return Optional.of(bare.startsWith("@") ? bare.substring(1) : bare).filter(name -> !name.isEmpty());
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
        return handle.map(name -> "How do the followers of @" + name + " develop over time?")
                .orElse(TOPIC.question());
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = new ArrayList<>();
        double index = 1;
        Optional<LocalDate> before = Optional.empty();
        for (Row row : evidence.rows()) {
            index *= 1 + row.number("growth");
            LocalDate day = LocalDate.parse(row.text("day"));
            boolean gap =
                    before.isPresent() && !before.get().plusDays(period.days()).equals(day);
            Optional<Interval> interval = interval(row);
            rows.add(row.with("low", interval.map(Interval::low).orElse(null))
                    .with("high", interval.map(Interval::high).orElse(null))
                    .with("index", index)
                    .with("note", note(row.count("n"), gap)));
            before = Optional.of(day);
        }
        return new Conclusion(rows, caveats());
    }

    private static Optional<Interval> interval(Row row) {
        if (row.count("n") < FEWEST) {
            return Optional.empty();
        }
        Interval logarithmic = new Mean(Math.log1p(row.number("growth")), row.number("deviation"), row.count("n"))
                .interval(Interval.USUAL_CONFIDENCE);
        return Optional.of(
                new Interval(Math.expm1(logarithmic.low()), Math.expm1(logarithmic.high()), Interval.USUAL_CONFIDENCE));
    }

    private String note(long n, boolean gap) {
        List<String> notes = new ArrayList<>();
        if (gap) {
            notes.add("after a gap: what happened in it is not in the index");
        }
        if (n < FEWEST && handle.isEmpty()) {
            notes.add("n below " + FEWEST + ": too few for an interval");
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (handle.isEmpty()) {
            caveats.add("of more than " + creators + " creators that were counted at two moments, " + creators
                    + " are drawn evenly by their number in the store, the same ones each time");
            caveats.add("creators that are no longer counted tell nothing of what became of them");
        }
        caveats.add(Measure.FollowerGrowth.ONE_SOURCE);
        caveats.add("counts that are rounded stand still and then jump: single steps mean little, the index does");
        return caveats;
    }
}
