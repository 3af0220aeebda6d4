package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What was known of a creator on a day, and how it grew after that.
 *
 * @param creator its number among those that are studied
 * @param origin the day, since 1970-01-01
 * @param drivers by {@link GrowthDriver}; {@code NaN} for what was not known
 * @param growth of what is counted in the days after: on the scale of forecasts, as a part of its {@link #unit(DailySeries)}
 */
public record GrowthRow(int creator, int origin, double[] drivers, double growth) {

    /** How far ahead growth is studied, in days. */
    public static final int DAYS = 30;

    private static final int WEEK = 7;

    /** More of the past is no more like today. */
    private static final int MOST_ORIGINS = 12;

    /**
     * All creators on days that lie thirty days apart, back from the newest, so that no growth is looked at twice.
     *
     * @param histories of some creators by what is counted; those with one name are the same creator
     */
    static List<GrowthRow> of(Map<Metric, List<History>> histories) {
        List<DailySeries> followers = Circumstances.series(histories, Metric.FOLLOWERS, OptionalInt.empty()).stream()
                .sorted(Comparator.comparing(DailySeries::group))
                .toList();
        int newest = followers.stream()
                .filter(series -> series.size() > 0)
                .mapToInt(DailySeries::lastDay)
                .max()
                .orElse(0);
        List<GrowthRow> rows = new ArrayList<>();
        for (int i = 1; i <= MOST_ORIGINS; i++) {
            rows.addAll(from(newest - i * DAYS, DAYS, followers, Nature.LEVEL, new PanelDrift()));
        }
        rows.sort(Comparator.comparingInt(GrowthRow::creator).thenComparingInt(GrowthRow::origin));
        return rows;
    }

    /**
     * All that were observed lately on a day, and again at the end of the days after it.
     *
     * @param nature of those that count
     * @param usual what tells the growth that is to be expected
     */
    static List<GrowthRow> from(int origin, int days, List<DailySeries> creators, Nature nature, ForecastMethod usual) {
        Map<Integer, DailySeries> known = new TreeMap<>();
        for (int i = 0; i < creators.size(); i++) {
            DailySeries until = creators.get(i).until(origin);
            if (until.size() >= Forecaster.FEWEST
                    && until.nature() == nature
                    && origin - until.lastDay() <= Circumstances.MOST_DAYS_OLD
                    && until.day(0) <= origin - days + Circumstances.MOST_DAYS_OLD) {
                known.put(i, until);
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        ForecastMethod.Extrapolation expected = usual.over(List.copyOf(known.values()));
        List<GrowthRow> rows = new ArrayList<>();
        known.forEach((creator, series) -> {
            double later = nature.scaled(at(creators.get(creator).observed(), origin + days));
            double growth = (later - series.lastScaled()) / unit(series);
            if (Double.isFinite(growth)) {
                rows.add(new GrowthRow(creator, origin, drivers(series, origin, days, expected), growth));
            }
        });
        return rows;
    }

    /** What growth is told as a part of, so that that of all is alike: parts of levels are, flows have a size of their own. */
    static double unit(DailySeries series) {
        return series.nature() == Nature.LEVEL ? 1 : Calibration.restlessness(series);
    }

    /** The growth that was to be expected. */
    double usual() {
        return drivers[GrowthDriver.RECENT_GROWTH.ordinal()];
    }

    static double[] drivers(DailySeries series, int origin, int days, ForecastMethod.Extrapolation expected) {
        Circumstances others = series.circumstances();
        double followers = series.nature() == Nature.LEVEL ? series.lastValue() : others.at(Metric.FOLLOWERS, origin);
        double likes = others.won(Metric.LIKES, origin);
        double videos = others.won(Metric.VIDEOS, origin);
        double weekAgo = at(series.observed(), series.lastDay() - WEEK);
        double[] drivers = new double[GrowthDriver.values().length];
        drivers[GrowthDriver.RECENT_GROWTH.ordinal()] =
                (expected.of(series).at(days) - series.lastScaled()) / unit(series);
        drivers[GrowthDriver.LAST_WEEK.ordinal()] =
                (series.lastScaled() - series.nature().scaled(weekAgo)) * DAYS / WEEK / unit(series);
        drivers[GrowthDriver.FOLLOWERS.ordinal()] = Math.log(followers);
        drivers[GrowthDriver.LIKES_PER_FOLLOWER.ordinal()] = Math.log((1 + likes) / followers);
        drivers[GrowthDriver.VIDEOS_POSTED.ordinal()] = Math.log1p(videos);
        drivers[GrowthDriver.LIKES_PER_VIDEO.ordinal()] = Math.log((1 + likes) / (1 + videos));
        drivers[GrowthDriver.VIEWS_PER_FOLLOWER.ordinal()] = Math.log((1 + others.views(origin)) / followers);
        for (int i = 0; i < drivers.length; i++) {
            drivers[i] = Double.isFinite(drivers[i]) ? drivers[i] : Double.NaN;
        }
        return drivers;
    }

    /** The value of a day, or shortly before; {@code NaN} if it is not known. */
    private static double at(DailySeries.Observed observed, int day) {
        int place = Arrays.binarySearch(observed.days(), day);
        place = place >= 0 ? place : -place - 2;
        return place < 0 || day - observed.days()[place] > Circumstances.MOST_DAYS_OLD
                ? Double.NaN
                : observed.values()[place];
    }
}
