package io.virality.domain.growth;

import io.virality.domain.stats.Sample;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Watches one creator's followers for days that stand out against its own usual growth.
 *
 * <p>What is usual is robust: the median daily growth in the four weeks around, its spread by the median absolute
 * deviation, each weekday with its own level once there are enough weeks. What is rounded away could be there: a change
 * is made smaller by the unit of the counts before it is judged.
 *
 * <p>Sources that answer from several caches let a count fall and come back. So a gain is measured from the highest count
 * of the week before and must be seen again at a later count; a loss must last a week. A recovery is no gain, a dip that
 * recovers no loss, and of the last week only gains can be told.
 */
public final class GrowthWatch {

    /** Fewer daily counts than this tell nothing about what is usual. */
    public static final int FEWEST_COUNTS = 15;

    /** Changes that differ from the usual by less than one in a hundred are nobody's business. */
    public static final double LEAST_EXCESS = .01;

    /** So many times the usual spread: rare even where growth is far from normal. */
    public static final double LEAST_SCORE = 6;

    private static final int WEEK = 7;
    private static final int WINDOW_DAYS = 28;
    private static final int FEWEST_WEEKS = 5;
    private static final double MAD_OF_NORMAL = 1.482602218505602;

    /** A tenth of a percent a day: no series is steadier than this for long. */
    private static final double LEAST_SPREAD = .001;

    private final List<DailyCount> counts;
    private final Rounding rounding;
    private final List<Growth> growths = new ArrayList<>();
    private final List<Growth> weeklyGrowths = new ArrayList<>();
    private final Map<DayOfWeek, Double> weekdays = new EnumMap<>(DayOfWeek.class);

    /** Logarithmic growth a day, and how much of it may be rounding. */
    private record Growth(LocalDate day, double daily, double rounded) {}

    private GrowthWatch(List<DailyCount> counts) {
        this.counts = counts;
        this.rounding = new Rounding(counts);
        int weekBefore = 0;
        for (int i = 1; i < counts.size(); i++) {
            if (days(i - 1, i) <= WEEK) {
                growths.add(growth(i - 1, i));
            }
            while (days(weekBefore + 1, i) >= WEEK) {
                weekBefore++;
            }
            if (days(weekBefore, i) >= WEEK && days(weekBefore, i) <= 2 * WEEK) {
                weeklyGrowths.add(growth(weekBefore, i));
            }
        }
        learnWeekdays();
    }

    /**
     * The days that stand out, in order; none where there are fewer than {@link #FEWEST_COUNTS}.
     *
     * @param counts in order of their days, at most one a day
     */
    public static List<GrowthAlarm> alarms(List<DailyCount> counts) {
        List<GrowthAlarm> alarms = new ArrayList<>();
        if (counts.size() >= FEWEST_COUNTS) {
            GrowthWatch watch = new GrowthWatch(List.copyOf(counts));
            for (int i = 1; i < counts.size(); i++) {
                watch.gain(i).ifPresent(alarms::add);
                watch.loss(i).ifPresent(alarms::add);
            }
        }
        return alarms;
    }

    /** From the highest count of the week before to one that was reached again later. */
    private Optional<GrowthAlarm> gain(int i) {
        OptionalDouble later = highest(i + 1, counts.get(i).day().plusDays(WEEK));
        int from = i - 1;
        for (int k = i - 1; k >= 0 && days(k, i) <= WEEK; k--) {
            // Of equal counts the oldest: a cache that stands still hides growth, which then comes at once.
            if (followers(k) >= followers(from)) {
                from = k;
            }
        }
        if (later.isEmpty() || days(from, i) > WEEK) {
            return Optional.empty();
        }
        return judged(i, from, followers(from), Math.min(followers(i), (long) later.getAsDouble()))
                .filter(alarm -> alarm.direction() == GrowthAlarm.Direction.SPIKE);
    }

    /** Down to the highest count of the week after, from a count that was not itself a mere flash. */
    private Optional<GrowthAlarm> loss(int i) {
        LocalDate day = counts.get(i).day();
        boolean lasted = days(i, counts.size() - 1) >= WEEK;
        if (!lasted || days(i - 1, i) > WEEK) {
            return Optional.empty();
        }
        long after =
                (long) Math.max(followers(i), highest(i + 1, day.plusDays(WEEK)).orElse(0));
        double weekBefore = 0;
        for (int k = i - 2; k >= 0 && days(k, i - 1) <= WEEK; k--) {
            weekBefore = Math.max(weekBefore, followers(k));
        }
        long before = weekBefore == 0 ? followers(i - 1) : (long) Math.min(followers(i - 1), weekBefore);
        return judged(i, i - 1, before, after).filter(alarm -> alarm.direction() == GrowthAlarm.Direction.DIP);
    }

    private Optional<GrowthAlarm> judged(int i, int from, long before, long after) {
        long days = days(from, i);
        Optional<Usual> found = usual(from, i);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Usual usual = found.get();
        double growth = Math.log((double) after / before);
        double excess = growth - usual.growth();
        double sure = Math.max(0, Math.abs(excess) - rounded(before, after));
        double score = sure / (usual.spread() * Math.sqrt(days(i - 1, i)));
        if (sure < LEAST_EXCESS || score < LEAST_SCORE) {
            return Optional.empty();
        }
        return Optional.of(new GrowthAlarm(
                counts.get(i).day(),
                excess > 0 ? GrowthAlarm.Direction.SPIKE : GrowthAlarm.Direction.DIP,
                days,
                before,
                after,
                Math.expm1(growth),
                Math.expm1(usual.growth()),
                score));
    }

    /** The growth between two counts that would be usual, and the spread of a day's. */
    private record Usual(double growth, double spread) {}

    private Optional<Usual> usual(int from, int to) {
        LocalDate day = counts.get(to).day();
        List<Growth> around = around(growths, day, counts.get(from).day());
        if (around.size() < FEWEST_COUNTS - 2) {
            return Optional.empty();
        }
        // Rounded counts stand still on most days: only a week's growth tells how fast they go.
        List<Growth> weeks = around(weeklyGrowths, day, day);
        double level = median(weeks.size() < WEEK ? around : weeks);
        double spread = MAD_OF_NORMAL * deviation(around, level);
        double growth = 0;
        for (LocalDate each = counts.get(from).day().plusDays(1); !each.isAfter(day); each = each.plusDays(1)) {
            growth += level + weekdays.getOrDefault(each.getDayOfWeek(), 0.0);
        }
        return Optional.of(new Usual(growth, Math.max(LEAST_SPREAD, spread)));
    }

    /** What is usual is learned without the days that are judged. */
    private static List<Growth> around(List<Growth> all, LocalDate day, LocalDate from) {
        return all.stream()
                .filter(growth -> Math.abs(ChronoUnit.DAYS.between(growth.day(), day)) <= WINDOW_DAYS)
                .filter(growth -> !growth.day().isAfter(day) ? !growth.day().isAfter(from) : true)
                .toList();
    }

    private void learnWeekdays() {
        Map<DayOfWeek, List<Growth>> byWeekday = new EnumMap<>(DayOfWeek.class);
        growths.forEach(growth -> byWeekday
                .computeIfAbsent(growth.day().getDayOfWeek(), unknown -> new ArrayList<>())
                .add(growth));
        boolean enough =
                byWeekday.size() == WEEK && byWeekday.values().stream().allMatch(days -> days.size() >= FEWEST_WEEKS);
        if (enough) {
            double level = median(growths);
            byWeekday.forEach((weekday, days) -> weekdays.put(weekday, median(days) - level));
        }
    }

    /** The median distance from what is usual, less what rounding may have to do with it. */
    private double deviation(List<Growth> around, double level) {
        return Sample.of(around.stream()
                        .mapToDouble(growth -> {
                            double usual =
                                    level + weekdays.getOrDefault(growth.day().getDayOfWeek(), 0.0);
                            return Math.max(0, Math.abs(growth.daily() - usual) - growth.rounded());
                        })
                        .toArray())
                .median();
    }

    private static double median(List<Growth> growths) {
        return Sample.of(growths.stream().mapToDouble(Growth::daily).toArray()).median();
    }

    private Growth growth(int from, int to) {
        double days = days(from, to);
        return new Growth(
                counts.get(to).day(),
                Math.log((double) followers(to) / followers(from)) / days,
                rounded(followers(from), followers(to)) / days);
    }

    private double rounded(long before, long after) {
        return (double) Math.max(rounding.unit(before), rounding.unit(after)) / before;
    }

    /** The highest count from an index on, up to a day. */
    private OptionalDouble highest(int from, LocalDate until) {
        return counts.subList(from, counts.size()).stream()
                .takeWhile(count -> !count.day().isAfter(until))
                .mapToDouble(DailyCount::followers)
                .max();
    }

    private long followers(int i) {
        return counts.get(i).followers();
    }

    private long days(int from, int to) {
        return ChronoUnit.DAYS.between(counts.get(from).day(), counts.get(to).day());
    }
}
