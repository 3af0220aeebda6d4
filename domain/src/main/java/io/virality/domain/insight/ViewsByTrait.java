package io.virality.domain.insight;

import io.virality.domain.stats.ClusteredSample;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much more are videos viewed that have something in common, measured by what is usual for each one's creator?
 *
 * @param topic the catalogue's entry
 * @param trait what they have in common
 * @param measure what is measured of each video
 * @param minimum videos of fewer creators than this have no figure
 * @param limit how many traits to name
 */
public record ViewsByTrait(Topic topic, Trait trait, Measure.RelativeViews measure, long minimum, long limit)
        implements Question {

    /** In {@link Evidence#figures()}: the number of a video's row, its creator, and its value. */
    public static final List<String> FIGURES = List.of("row", "creator", "value");

    static final Parameter OTHERS = new Parameter(
            "others", Parameter.Kind.COUNT, "4", "videos whose creator has fewer other ones than this do not count");
    private static final Parameter MINIMUM =
            new Parameter("minimum", Parameter.Kind.COUNT, "20", "videos of fewer creators than this have no figure");
    private static final Parameter LIMIT = new Parameter("limit", Parameter.Kind.LIMIT, "20", "how many to name");

    private static final int HOURS_A_WEEK = 168;

    static final Entry POSTING_TIMES = entry(
            "posting-times",
            "At which hours are posted the videos that beat what is usual for their creator?",
            Trait.TIME,
            Chart.HEATMAP);
    static final Entry HASHTAG_LIFT = entry(
            "hashtag-lift",
            "With which hashtags do videos beat what is usual for their creator?",
            Trait.HASHTAG,
            Chart.DOTS_WITH_INTERVALS);
    static final Entry SOUND_LIFT = entry(
            "sound-lift",
            "With which sounds do videos beat what is usual for their creator?",
            Trait.SOUND,
            Chart.DOTS_WITH_INTERVALS);

    private static Entry entry(String id, String question, Trait trait, Chart chart) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text(trait.id(), trait.meaning()).computedOutside()));
        if (trait == Trait.TIME) {
            columns.add(Column.count("weekday", "1 is Monday").computedOutside());
            columns.add(Column.count("hour", "of the day, in UTC").computedOutside());
        }
        columns.addAll(List.of(
                Column.count("creators", "creators of these videos").computedOutside(),
                Column.count("n", "videos").computedOutside(),
                Column.ratio("median", "half of the videos have less of what is usual for their creator (type 7)")
                        .computedOutside(),
                Column.ratio("low", "lower end of the median's 95 % interval (Woodruff, clustered by creator)")
                        .computedOutside(),
                Column.ratio("high", "upper end of the median's 95 % interval").computedOutside(),
                Column.text("note", "why there is no figure").computedOutside()));
        boolean all = trait == Trait.TIME;
        List<Parameter> parameters = all ? List.of(OTHERS, MINIMUM) : List.of(OTHERS, MINIMUM, LIMIT);
        Topic topic = new Topic(id, question, parameters, columns, chart);
        return new Entry(
                topic,
                (arguments, tiers) -> new ViewsByTrait(
                        topic,
                        trait,
                        Measure.RelativeViews.of(arguments.number(OTHERS)),
                        Math.max(2, arguments.number(MINIMUM)),
                        all ? HOURS_A_WEEK : arguments.number(LIMIT)));
    }

    /** Whether traits of too few creators are left out altogether: there are too many of them to be named. */
    public boolean frequentOnly() {
        return trait != Trait.TIME;
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Group> groups = groups(evidence);
        if (frequentOnly()) {
            // Groups of equal medians and sizes stay in the order of their names.
            groups = groups.stream()
                    .sorted(Comparator.comparingDouble(
                                    (Group group) -> -group.row().number("median"))
                            .thenComparing(group -> -group.row().count("n")))
                    .limit(limit)
                    .toList();
        }
        long withheld = groups.stream().filter(this::withheld).count();
        return new Conclusion(groups.stream().parallel().map(this::judged).toList(), caveats(withheld));
    }

    /**
     * Videos that have something in common.
     *
     * @param row what is told of them
     * @param videos their values by creator; empty if no value is told of them
     */
    private record Group(Row row, Optional<ClusteredSample> videos) {}

    private static List<Group> groups(Evidence evidence) {
        double[] creators = evidence.figures().column("creator");
        double[] values = evidence.figures().column("value");
        List<int[]> members =
                members(evidence.figures().column("row"), evidence.rows().size());
        return IntStream.range(0, members.size())
                .parallel()
                .mapToObj(i -> {
                    Optional<ClusteredSample> videos = Optional.of(members.get(i))
                            .filter(places -> places.length > 0)
                            .map(places -> ClusteredSample.of(at(values, places), at(creators, places)));
                    Double median = videos.map(ClusteredSample::median).orElse(null);
                    return new Group(evidence.rows().get(i).with("median", median), videos);
                })
                .toList();
    }

    private static double[] at(double[] values, int... places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    /** The places of each row's videos. */
    private static List<int[]> members(double[] rows, int count) {
        List<IntStream.Builder> members =
                Stream.generate(IntStream::builder).limit(count).toList();
        for (int i = 0; i < rows.length; i++) {
            members.get((int) rows[i]).add(i);
        }
        return members.stream().map(places -> places.build().toArray()).toList();
    }

    private boolean withheld(Group group) {
        return group.row().count("creators") < minimum;
    }

    private Row judged(Group group) {
        if (withheld(group)) {
            return withoutInterval(group.row().with("median", null), "fewer than " + minimum + " creators: withheld");
        }
        return group.videos()
                .map(videos -> {
                    Interval interval = videos.medianInterval(Interval.USUAL_CONFIDENCE);
                    return group.row()
                            .with("low", interval.low())
                            .with("high", interval.high())
                            .with("note", null);
                })
                .orElseGet(() -> withoutInterval(group.row(), "no videos"));
    }

    private static Row withoutInterval(Row row, String note) {
        return row.with("low", null).with("high", null).with("note", note);
    }

    private List<String> caveats(long withheld) {
        List<String> caveats = new ArrayList<>();
        if (withheld > 0) {
            caveats.add("hours withheld for videos of fewer than " + minimum + " creators: " + withheld);
        }
        if (trait == Trait.TIME) {
            caveats.add("hours are in UTC, not where the creator or the audience lives");
            caveats.add(
                    HOURS_A_WEEK + " hours are looked at: of twenty that are as good as any, one is expected to have an"
                            + " interval that leaves out 1");
            caveats.add("who posts at an hour differs from who posts at another: creators, regions and kinds of videos"
                    + " are confounded with it");
        } else {
            caveats.add("the highest of many are named: some are high by chance alone, and will be lower next time");
            caveats.add("a creator chooses the " + trait.id() + " for a video: what follows is not caused by it");
        }
        return caveats;
    }
}
