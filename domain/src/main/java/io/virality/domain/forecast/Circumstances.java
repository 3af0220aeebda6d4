package io.virality.domain.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What else is counted of a creator, beside the series that is forecast. Told of days, with what was known on them. */
public final class Circumstances {

    /** What may go with how a count goes on. */
    public static final List<Metric> TELLING = List.of(Metric.FOLLOWERS, Metric.LIKES, Metric.VIDEOS, Metric.VIEWS);

    /** Where nothing else is. */
    static final Circumstances NONE = new Circumstances(Map.of());

    /** A count that old tells of a day still. */
    static final int MOST_DAYS_OLD = 7;

    /** So many days are looked back. */
    private static final int DAYS = GrowthRow.DAYS;

    private final Map<Metric, History> histories;

    private Circumstances(Map<Metric, History> histories) {
        this.histories = histories;
    }

    /**
     * The series of a metric, in the order given, with what else is known of the same creators.
     *
     * @param histories by what is counted; those with one name are the same creator, unless one metric has two of them
     * @param asOf the day after which nothing is used; empty to use everything
     */
    public static List<DailySeries> series(Map<Metric, List<History>> histories, Metric metric, OptionalInt asOf) {
        Map<String, Map<Metric, History>> byName = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        histories.forEach((each, its) -> its.forEach(history -> {
            if (byName.computeIfAbsent(history.name(), unseen -> new HashMap<>())
                            .put(each, history)
                    != null) {
                ambiguous.add(history.name());
            }
        }));
        return histories.getOrDefault(metric, List.of()).stream()
                .map(history -> history.until(asOf)
                        .under(
                                ambiguous.contains(history.name())
                                        ? NONE
                                        : new Circumstances(byName.get(history.name()))))
                .toList();
    }

    /** The count of a day, or shortly before; {@code NaN} if it is not known. */
    double at(Metric metric, int day) {
        History history = histories.get(metric);
        int place = history == null ? -1 : place(history, day + 1.0);
        return place < 0 || day - history.times()[place] > MOST_DAYS_OLD ? Double.NaN : history.values()[place];
    }

    /** What was won in the thirty days until one. */
    double won(Metric metric, int day) {
        return Math.max(0, at(metric, day) - at(metric, day - DAYS));
    }

    /** Views of thirty days: they are told by periods. */
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
