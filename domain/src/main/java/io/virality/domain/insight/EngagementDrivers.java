package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Clusters;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.LinearModel;
import io.virality.domain.stats.Ranks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * With what does a video's engagement rate go along? Each driver alone, by Spearman's rank correlation, and all together,
 * by a regression on standardised ranks. The intervals are clustered by creator.
 *
 * @param minimum videos of fewer creators than this allow no statement
 */
public record EngagementDrivers(long minimum) implements Question {

    /** In {@link Evidence#figures()}. */
    public static final String CREATOR = "creator";

    /** In {@link Evidence#figures()}. */
    public static final String ENGAGEMENT = "engagement";

    /** In {@link Evidence#figures()}: when a video was posted, in milliseconds since 1970. */
    public static final String POSTED = "posted";

    /** The names of {@link Evidence#figures()} in order; other drivers are computed of {@link #POSTED}. */
    public static final List<String> FIGURES =
            List.of(CREATOR, ENGAGEMENT, POSTED, "followers", "length", "hashtags", "verified", "bio_link");

    /** The drivers in order, each with its meaning. */
    public static final Map<String, String> DRIVERS = drivers();

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final double WEEK = Duration.ofDays(7).toMillis();

    private static final Measure MEASURE = new Measure.VideoEngagement(Observation.LATEST);
    private static final Parameter MINIMUM = new Parameter(
            "minimum", Parameter.Kind.COUNT, "20", "videos of fewer creators than this allow no statement");

    private static final List<String> EFFECT =
            List.of("spearman", "spearman_low", "spearman_high", "effect", "low", "high", "p");

    static final Topic TOPIC = new Topic(
            "engagement-drivers",
            "With what does the engagement rate of a video go along?",
            List.of(MINIMUM),
            List.of(
                    Column.text("driver", "what might drive it").computedOutside(),
                    Column.count("n", "videos of which it is known").computedOutside(),
                    Column.ratio("spearman", "Spearman's rank correlation of the driver and the engagement rate")
                            .computedOutside(),
                    Column.ratio("spearman_low", "lower end of its 95 % interval, clustered by creator")
                            .computedOutside(),
                    Column.ratio("spearman_high", "upper end of its 95 % interval")
                            .computedOutside(),
                    Column.ratio(
                                    "effect",
                                    "standard deviations of rank by which engagement is higher where the driver is one"
                                            + " higher and the others are equal (least squares)")
                            .computedOutside(),
                    Column.ratio("low", "lower end of its 95 % interval, clustered by creator")
                            .computedOutside(),
                    Column.ratio("high", "upper end of its 95 % interval").computedOutside(),
                    Column.pValue("p-value of no effect (t, two-sided)"),
                    Column.text("note", "why there is no effect").computedOutside()),
            Chart.FOREST);

    static final Entry ENTRY = new Entry(TOPIC, EngagementDrivers::asked);

    private static EngagementDrivers asked(Arguments arguments, Tiers unused) {
        return new EngagementDrivers(Math.max(2, arguments.number(MINIMUM)));
    }

    private static Map<String, String> drivers() {
        Map<String, String> drivers = new LinkedHashMap<>();
        drivers.put("followers", "followers of the creator then");
        drivers.put("frequency", "videos of the creator a week");
        drivers.put("length", "seconds");
        drivers.put("hashtags", "how many");
        drivers.put("hours_6_11", "posted from 6 to 11 UTC rather than before");
        drivers.put("hours_12_17", "posted from 12 to 17 UTC");
        drivers.put("hours_18_23", "posted from 18 to 23 UTC");
        drivers.put("weekend", "posted on Saturday or Sunday, UTC");
        drivers.put("verified", "the creator is verified");
        drivers.put("bio_link", "the creator's biography has a link");
        return Collections.unmodifiableMap(drivers);
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
    public Conclusion conclude(Evidence evidence) {
        Figures figures = measured(evidence.figures());
        Map<String, String> notes = new HashMap<>();
        List<String> used = new ArrayList<>();
        List<String> drivers = figures.size() == 0 ? List.of() : List.copyOf(DRIVERS.keySet());
        for (String driver : drivers) {
            if (figures.known(driver, driver) * 2 < figures.size()) {
                notes.put(driver, "known of less than half of the videos: left out");
            } else {
                used.add(driver);
            }
        }
        Map<String, double[]> known = new HashMap<>();
        used.forEach(driver -> known.put(driver, figures.column(driver)));
        int[] complete = complete(known.values(), figures.size());
        Clusters creators = Clusters.of(pick(figures.column(CREATOR), complete));
        if (creators.count() < minimum || complete.length <= DRIVERS.size() + 1) {
            used.forEach(driver -> notes.put(driver, "fewer than " + minimum + " creators: withheld"));
            used.clear();
        }
        List<double[]> ranks = new ArrayList<>(used.parallelStream()
                .map(driver -> Ranks.standardised(pick(known.get(driver), complete)))
                .toList());
        List<Integer> independent = LinearModel.independent(ranks);
        for (int i = used.size() - 1; i >= 0; i--) {
            if (!independent.contains(i)) {
                notes.put(used.remove(i), "constant or a combination of the others: left out");
                ranks.remove(i);
            }
        }
        double[] engagement = Ranks.standardised(pick(figures.column(ENGAGEMENT), complete));
        boolean constant = Arrays.stream(engagement).allMatch(rank -> rank == 0);
        if (constant) {
            used.forEach(driver -> notes.put(driver, "all videos have one engagement rate"));
            used.clear();
        }
        Map<String, Row> effects = new HashMap<>();
        if (!used.isEmpty()) {
            LinearModel all = LinearModel.fit(engagement, ranks, creators);
            List<LinearModel> alone = ranks.parallelStream()
                    .map(driver -> LinearModel.fit(engagement, List.of(driver), creators))
                    .toList();
            for (int i = 0; i < used.size(); i++) {
                effects.put(used.get(i), effect(alone.get(i), all, i));
            }
        }
        List<Row> rows = drivers.stream()
                .map(driver -> judged(driver, figures.known(driver, driver), effects.get(driver), notes.get(driver)))
                .toList();
        return new Conclusion(rows, caveats(complete.length, figures.size(), used.isEmpty()));
    }

    /** The videos that have an engagement rate, with all drivers: those are computed of all videos that were told. */
    private static Figures measured(Figures told) {
        if (told.size() == 0) {
            return told;
        }
        double[] posted = told.column(POSTED);
        double[] engagement = told.column(ENGAGEMENT);
        double[] hours = Arrays.stream(posted)
                .map(at -> Double.isNaN(at) ? at : (long) at / HOUR % 24)
                .toArray();
        Map<String, double[]> columns = new HashMap<>();
        told.names().forEach(name -> columns.put(name, told.column(name)));
        columns.put("frequency", frequency(Clusters.of(told.column(CREATOR)), posted));
        columns.put("hours_6_11", between(hours, 6, 11));
        columns.put("hours_12_17", between(hours, 12, 17));
        columns.put("hours_18_23", between(hours, 18, 23));
        // 1970 began on a Thursday, five days after a Saturday.
        columns.put(
                "weekend",
                between(
                        Arrays.stream(posted)
                                .map(at -> Double.isNaN(at) ? at : ((long) at / (24 * HOUR) + 5) % 7)
                                .toArray(),
                        0,
                        1));
        return new Figures(columns)
                .at(IntStream.range(0, engagement.length)
                        .filter(video -> !Double.isNaN(engagement[video]))
                        .toArray());
    }

    /** Videos of its creator a week for each video; {@code NaN} where all were posted at one time. */
    private static double[] frequency(Clusters creators, double... posted) {
        double[] oldest = new double[creators.count()];
        double[] newest = new double[creators.count()];
        int[] videos = new int[creators.count()];
        for (int i = 0; i < posted.length; i++) {
            int creator = creators.of()[i];
            if (!Double.isNaN(posted[i])) {
                oldest[creator] = videos[creator] == 0 ? posted[i] : Math.min(oldest[creator], posted[i]);
                newest[creator] = videos[creator] == 0 ? posted[i] : Math.max(newest[creator], posted[i]);
                videos[creator]++;
            }
        }
        return Arrays.stream(creators.of())
                .mapToDouble(creator -> newest[creator] == oldest[creator]
                        ? Double.NaN
                        : (videos[creator] - 1) * WEEK / (newest[creator] - oldest[creator]))
                .toArray();
    }

    /** 1 or 0; {@code NaN} where it is not known. */
    private static double[] between(double[] values, double low, double high) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : value >= low && value <= high ? 1 : 0)
                .toArray();
    }

    /** The places that are known in every column. */
    private static int[] complete(Collection<double[]> columns, int size) {
        boolean[] unknown = new boolean[size];
        for (double[] column : columns) {
            for (int i = 0; i < size; i++) {
                unknown[i] |= Double.isNaN(column[i]);
            }
        }
        return IntStream.range(0, size).filter(i -> !unknown[i]).toArray();
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private static Row effect(LinearModel alone, LinearModel all, int driver) {
        Interval rank = alone.interval(0, Interval.USUAL_CONFIDENCE);
        Interval interval = all.interval(driver, Interval.USUAL_CONFIDENCE);
        return new Row(Map.of())
                .with("spearman", alone.coefficient(0))
                .with("spearman_low", rank.low())
                .with("spearman_high", rank.high())
                .with("effect", all.coefficient(driver))
                .with("low", interval.low())
                .with("high", interval.high())
                .with("p", all.pValue(driver));
    }

    private static Row judged(String driver, long n, Row effect, String note) {
        Row row = new Row(Map.of()).with("driver", driver).with("n", n);
        for (String column : EFFECT) {
            row = row.with(column, effect == null ? null : effect.values().get(column));
        }
        return row.with("note", note);
    }

    private static List<String> caveats(int complete, int all, boolean withheld) {
        List<String> caveats = new ArrayList<>();
        if (!withheld && complete < all) {
            caveats.add(String.format(
                    Locale.ROOT, "the effects rest on the %,d videos of which all their drivers are known", complete));
        }
        caveats.add("the statement gives the drivers of each video; their effects are computed of them outside SQL");
        caveats.add(
                "what goes along with engagement need not cause it: who posts how, and when, is not left to chance");
        caveats.add(
                "hours are in UTC, each part of the day against that from 0 to 5; posting frequency is videos a week,"
                        + " length seconds");
        caveats.add("a rate per view falls where views come from beyond the followers");
        caveats.add("account age is missing: no source tells it");
        return caveats;
    }
}
