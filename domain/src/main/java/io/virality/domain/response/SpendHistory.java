package io.virality.domain.response;

import io.virality.domain.creator.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was spent and what was sold, in one currency, as sources tell it: each amount in a period of its own.
 *
 * @param spent by channel or tier
 * @param ordered what was ordered less what was paid back
 * @param revenue what channels say they sold for
 * @param origin of all amounts
 */
public record SpendHistory(List<Flow> spent, List<Flow> ordered, List<Flow> revenue, Origin origin) {

    /** Channels beyond are fitted as one. */
    public static final int MOST_CHANNELS = 8;

    private static final double TEN_THOUSANDTHS = 10_000;
    private static final double DAYS_A_YEAR = 365.25;
    private static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

    /**
     * An amount.
     *
     * @param name of the channel or tier
     * @param until when it was over; empty for the day on which it began
     * @param amount in ten-thousandths
     */
    public record Flow(String name, Instant from, Optional<Instant> until, long amount) {

        private long firstDay() {
            return Math.floorDiv(from.toEpochMilli(), MILLISECONDS_A_DAY);
        }

        /** The day after the last one. */
        private long nextDay() {
            long end = until.map(moment -> -Math.floorDiv(-moment.toEpochMilli(), MILLISECONDS_A_DAY))
                    .orElse(0L);
            return Math.max(firstDay() + 1, end);
        }
    }

    /** What spending is thought to bring. */
    public enum Value {
        /** What was ordered less what was paid back. */
        ORDERS("what was ordered less refunds"),
        /** What channels say they sold for. */
        REVENUE("the revenue that channels tell");

        private final String words;

        Value(String words) {
            this.words = words;
        }

        /** The name in documents: {@code orders}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** How long periods are. */
    public enum Grain {
        /** A day. */
        DAY(1),
        /** Seven days. */
        WEEK(7);

        private final int days;

        Grain(int days) {
            this.days = days;
        }

        /** The name in documents: {@code week}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Equal periods in which both spending and value are told.
     *
     * @param from the first day
     * @param until the day after the last one
     * @param notes what was done to make them
     */
    public record Cut(MediaSeries series, LocalDate from, LocalDate until, List<String> notes) {}

    /** Copies are kept. */
    public SpendHistory {
        spent = List.copyOf(spent);
        ordered = List.copyOf(ordered);
        revenue = List.copyOf(revenue);
    }

    /** The amounts of a value. */
    public List<Flow> of(Value value) {
        return value == Value.ORDERS ? ordered : revenue;
    }

    /**
     * Cuts it into periods. An amount of several days is spread evenly over them.
     *
     * @throws IllegalArgumentException if spending and value are told of no common period; says so in words
     */
    public Cut cut(Value value, Grain grain) {
        List<Flow> brought = of(value);
        if (spent.isEmpty()) {
            throw new IllegalArgumentException(
                    "no spending is told with a time: import advertisements or payments with dates");
        }
        if (brought.isEmpty()) {
            throw new IllegalArgumentException("nothing is told of " + value.words() + " in this currency");
        }
        long first = Math.max(first(spent), first(brought));
        long next = Math.min(next(spent), next(brought));
        int periods = (int) Math.max(0, (next - first) / grain.days);
        if (periods == 0) {
            throw new IllegalArgumentException(
                    "spending and " + value.words() + " are told of no common " + grain.id());
        }
        Map<String, double[]> spend = new LinkedHashMap<>();
        for (Flow flow : spent) {
            spread(flow, first, grain, spend.computeIfAbsent(flow.name, unseen -> new double[periods]));
        }
        double[] values = new double[periods];
        brought.forEach(flow -> spread(flow, first, grain, values));
        List<String> notes = new ArrayList<>();
        List<String> channels = channels(spend, notes);
        if (spent.stream().anyMatch(flow -> flow.nextDay() - flow.firstDay() > grain.days)) {
            notes.add("amounts that are told of more than a " + grain.id() + " are spread evenly over it");
        }
        if ((next - first) % grain.days > 0) {
            notes.add("the last " + (next - first) % grain.days + " days make no whole " + grain.id()
                    + " and are left out");
        }
        return new Cut(
                new MediaSeries(
                        channels,
                        channels.stream().map(spend::get).toArray(double[][]::new),
                        values,
                        new double[0][],
                        DAYS_A_YEAR / grain.days),
                LocalDate.ofEpochDay(first),
                LocalDate.ofEpochDay(first + (long) periods * grain.days),
                List.copyOf(notes));
    }

    /** The largest first; a channel without spending in these periods is none. */
    private static List<String> channels(Map<String, double[]> spend, List<String> notes) {
        List<String> channels = new ArrayList<>(spend.keySet().stream()
                .filter(name -> sum(spend.get(name)) > 0)
                .sorted(Comparator.comparingDouble((String name) -> -sum(spend.get(name)))
                        .thenComparing(name -> name))
                .toList());
        if (channels.size() > MOST_CHANNELS) {
            List<String> rest = channels.subList(MOST_CHANNELS - 1, channels.size());
            String others = rest.size() + " others";
            double[] together = new double[spend.get(rest.get(0)).length];
            rest.forEach(name -> Arrays.setAll(together, i -> together[i] + spend.get(name)[i]));
            spend.put(others, together);
            notes.add("the smallest " + rest.size() + " are fitted as one: " + String.join(", ", rest));
            channels.removeAll(List.copyOf(rest));
            channels.add(others);
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("nothing was spent while sales are told");
        }
        return List.copyOf(channels);
    }

    private static double sum(double[] column) {
        return Arrays.stream(column).sum();
    }

    private static void spread(Flow flow, long first, Grain grain, double[] column) {
        double each = flow.amount / TEN_THOUSANDTHS / (flow.nextDay() - flow.firstDay());
        long from = Math.max(flow.firstDay(), first);
        long until = Math.min(flow.nextDay(), first + (long) column.length * grain.days);
        for (long day = from; day < until; day++) {
            column[(int) ((day - first) / grain.days)] += each;
        }
    }

    private static long first(List<Flow> flows) {
        return flows.stream().mapToLong(Flow::firstDay).min().orElseThrow();
    }

    private static long next(List<Flow> flows) {
        return flows.stream().mapToLong(Flow::nextDay).max().orElseThrow();
    }
}
