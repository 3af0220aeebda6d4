package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Forecasts series by the method that was best for their like: series of one {@link Class} are tried together, from many days
 * of their past.
 */
public final class Forecaster {

    /** Of fewer observations no method makes anything. */
    public static final int FEWEST = 5;

    /** The farthest day ahead that may be asked for. */
    public static final int FARTHEST = 90;

    private final int horizon;
    private final OptionalInt asOf;
    private final GrowthLearner learner;

    /**
     * Forecasts for some days.
     *
     * @param horizon how many, from 1 to {@link #FARTHEST}
     * @param asOf the day, since 1970-01-01, that points follow, and after which nothing is used; empty for each series' newest
     * @param learner of the model of all series
     * @throws IllegalArgumentException if there cannot be such a horizon
     */
    public Forecaster(int horizon, OptionalInt asOf, GrowthLearner learner) {
        if (horizon < 1 || horizon > FARTHEST) {
            throw new IllegalArgumentException("a horizon is from 1 to " + FARTHEST + " days, not " + horizon);
        }
        this.horizon = horizon;
        this.asOf = asOf;
        this.learner = learner;
    }

    /**
     * What series are tried together.
     *
     * @param nature how their values behave
     * @param daily whether they are typically observed every few days
     */
    private record Class(Nature nature, boolean daily) implements Comparable<Class> {

        private static final double MOST_DAYS = 3;

        static Class of(DailySeries series) {
            return new Class(series.nature(), series.spacing() <= MOST_DAYS);
        }

        @Override
        public int compareTo(Class other) {
            return Comparator.comparing(Class::nature)
                    .thenComparing(Class::daily)
                    .compare(this, other);
        }
    }

    /** Forecasts each, in the order given. */
    public List<Forecast> forecast(List<DailySeries> series) {
        Map<Class, Prospect> prospects = prospects(series);
        return series.parallelStream()
                .map(each -> each.size() < FEWEST
                        ? refusal(each, "needs at least " + FEWEST + " observations, has " + each.size())
                        : prospects.get(Class.of(each)).forecast(each, asOf))
                .toList();
    }

    /** Tries the methods on their past. */
    public Report backtest(String name, List<DailySeries> series) {
        List<Backtest> backtests = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long shortOnes = series.stream().filter(each -> each.size() < FEWEST).count();
        if (shortOnes > 0) {
            notes.add(shortOnes + " series left out: each needs at least " + FEWEST + " observations");
        }
        for (Prospect prospect : prospects(series).values()) {
            prospect.backtest().ifPresentOrElse(backtests::add, () -> notes.add(prospect.missing()));
            prospect.withoutModel().ifPresent(notes::add);
        }
        if (series.isEmpty()) {
            notes.add("nothing was observed on at least " + FEWEST + " days");
        }
        return new Report(name, series.size(), List.copyOf(backtests), List.copyOf(notes));
    }

    private Map<Class, Prospect> prospects(List<DailySeries> series) {
        Map<Class, List<DailySeries>> classes = new TreeMap<>();
        series.stream().filter(each -> each.size() >= FEWEST).forEach(each -> classes.computeIfAbsent(
                        Class.of(each), unseen -> new ArrayList<>())
                .add(each));
        Map<Class, Prospect> prospects = new TreeMap<>();
        classes.forEach((its, members) -> prospects.put(its, new Prospect(members, horizon, learner)));
        return prospects;
    }

    static Forecast refusal(DailySeries series, String reason) {
        List<String> notes = new ArrayList<>(series.notes());
        notes.add(reason);
        return new Forecast(
                series.group(),
                Optional.empty(),
                series.size() == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(series.lastDay())),
                List.of(),
                Optional.empty(),
                notes);
    }
}
