package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was known of a creator on a day, and how it grew after that.
 *
 * @param creator its number among those that are studied
 * @param origin the day, since 1970-01-01
 * @param drivers by {@link GrowthDriver}; {@code NaN} for what was not known
 * @param growth of its followers in the thirty days after: natural logarithm of the factor
 */
public record GrowthRow(int creator, int origin, double[] drivers, double growth) {

    /** How far ahead growth is told, in days. */
    public static final int DAYS = 30;

    private static final int WEEK = 7;

    /** A count that old tells of a day still. */
    private static final int MOST_DAYS_OLD = 7;

    /** More of the past is no more like today. */
    private static final int MOST_ORIGINS = 12;

    /** What followers, likes, videos and views of a creator are known, each maybe empty. */
    private record Known(Map<Metric, History> histories) {

        /** The count of a day, or shortly before. */
        double at(Metric metric, int day) {
            History history = histories.get(metric);
            int place = history == null ? -1 : place(history, day + 1.0);
            return place < 0 || day - history.times()[place] > MOST_DAYS_OLD ? Double.NaN : history.values()[place];
        }

        /** What was won in the days until one. */
        double won(Metric metric, int day) {
            return Math.max(0, at(metric, day) - at(metric, day - DAYS));
        }

        /** Views are told by periods. */
        double views(int day) {
            History history = histories.get(Metric.VIEWS);
            if (history == null || history.times().length == 0 || history.times()[0] > day - DAYS + MOST_DAYS_OLD) {
                return Double.NaN;
            }
            double sum = 0;
            int last = place(history, day + 1.0);
            for (int i = last; i >= 0 && history.times()[i] >= day + 1.0 - DAYS; i--) {
                sum += history.values()[i];
            }
            return last < 0 || day - history.times()[last] > MOST_DAYS_OLD ? Double.NaN : sum;
        }

        /** Of the last observation before a time; −1 if there is none. */
        private static int place(History history, double before) {
            int place = Arrays.binarySearch(history.times(), before);
            return (place >= 0 ? place : -place - 1) - 1;
        }
    }

    /**
     * All creators on days that lie thirty days apart, back from the newest, so that no growth is looked at twice.
     *
     * @param histories of some creators by what is counted; those with one name are the same creator
     */
    static List<GrowthRow> of(Map<Metric, List<History>> histories) {
        List<Known> creators = creators(histories);
        List<DailySeries> followers = creators.stream()
                .map(each -> each.histories().get(Metric.FOLLOWERS).until(OptionalInt.empty()))
                .toList();
        int newest = followers.stream()
                .filter(series -> series.size() > 0)
                .mapToInt(DailySeries::lastDay)
                .max()
                .orElse(0);
        List<GrowthRow> rows = new ArrayList<>();
        for (int i = 1; i <= MOST_ORIGINS; i++) {
            rows.addAll(from(newest - i * DAYS, creators, followers));
        }
        rows.sort(Comparator.comparingInt(GrowthRow::creator).thenComparingInt(GrowthRow::origin));
        return rows;
    }

    private static List<Known> creators(Map<Metric, List<History>> histories) {
        Map<String, Map<Metric, History>> byName = new TreeMap<>();
        Set<String> ambiguous = new HashSet<>();
        histories.forEach((metric, each) -> each.forEach(history -> {
            Map<Metric, History> its = byName.computeIfAbsent(history.name(), unseen -> new HashMap<>());
            if (its.put(metric, history) != null) {
                ambiguous.add(history.name());
            }
        }));
        byName.keySet().removeAll(ambiguous);
        return byName.values().stream()
                .filter(each -> each.containsKey(Metric.FOLLOWERS))
                .map(Known::new)
                .toList();
    }

    private static List<GrowthRow> from(int origin, List<Known> creators, List<DailySeries> followers) {
        Map<Integer, DailySeries> known = new TreeMap<>();
        for (int i = 0; i < followers.size(); i++) {
            DailySeries until = followers.get(i).until(origin);
            if (until.size() >= Forecaster.FEWEST
                    && until.nature() == Nature.LEVEL
                    && origin - until.lastDay() <= MOST_DAYS_OLD
                    && until.day(0) <= origin - DAYS + MOST_DAYS_OLD) {
                known.put(i, until);
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        PanelDrift drift = new PanelDrift();
        Panel panel = new Panel(List.copyOf(known.values()));
        List<GrowthRow> rows = new ArrayList<>();
        known.forEach((creator, series) -> {
            double growth = Math.log(creators.get(creator).at(Metric.FOLLOWERS, origin + DAYS)) - series.lastScaled();
            if (Double.isFinite(growth)) {
                double usual = drift.fit(series, panel).at(DAYS) - series.lastScaled();
                rows.add(new GrowthRow(creator, origin, drivers(creators.get(creator), series, origin, usual), growth));
            }
        });
        return rows;
    }

    private static double[] drivers(Known creator, DailySeries series, int origin, double usual) {
        double followers = series.lastValue();
        double likes = creator.won(Metric.LIKES, origin);
        double videos = creator.won(Metric.VIDEOS, origin);
        double[] drivers = new double[GrowthDriver.values().length];
        drivers[GrowthDriver.RECENT_GROWTH.ordinal()] = usual;
        drivers[GrowthDriver.LAST_WEEK.ordinal()] =
                (series.lastScaled() - Math.log(creator.at(Metric.FOLLOWERS, series.lastDay() - WEEK))) * DAYS / WEEK;
        drivers[GrowthDriver.FOLLOWERS.ordinal()] = series.lastScaled();
        drivers[GrowthDriver.LIKES_PER_FOLLOWER.ordinal()] = Math.log((1 + likes) / followers);
        drivers[GrowthDriver.VIDEOS_POSTED.ordinal()] = Math.log1p(videos);
        drivers[GrowthDriver.LIKES_PER_VIDEO.ordinal()] = Math.log((1 + likes) / (1 + videos));
        drivers[GrowthDriver.VIEWS_PER_FOLLOWER.ordinal()] = Math.log((1 + creator.views(origin)) / followers);
        for (int i = 0; i < drivers.length; i++) {
            drivers[i] = Double.isFinite(drivers[i]) ? drivers[i] : Double.NaN;
        }
        return drivers;
    }
}
