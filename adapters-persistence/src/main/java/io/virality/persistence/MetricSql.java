package io.virality.persistence;

import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.RegisteredMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;

/**
 * The statement that measures a metric: plain SQL for the shell of SQLite 3.40, with all values in it. Its rows have the
 * variation, the group, the number of units, the cap, the means of the variables y0, y1 …, and the sums of products of their
 * deviations p00, p10, p11 …: it looks twice, because sums of squares would lose digits.
 */
final class MetricSql {

    private final int experiment;
    private final RegisteredMetric metric;
    private final Measurement measurement;
    private final Instant told;

    /** @param told units whose window is open then are left out */
    MetricSql(int experiment, RegisteredMetric metric, Instant told) {
        this.experiment = experiment;
        this.metric = metric;
        this.measurement = metric.measurement();
        this.told = told;
    }

    String ofUnits(Breakdown breakdown) {
        return """
                with %s,
                %s,
                value as materialized (
                  select variation, part, cap, min(y0, cap) as y0%s
                  from measured, cap
                ),
                %s""".formatted(
                        measured(breakdown),
                        measurement.cap().map(MetricSql::cap).orElse("cap as (select 9e999 as cap)"),
                        variables(1, i -> ", y" + i),
                        moments());
    }

    /** A row for each unit: its variation and its variables. */
    String ofEachUnit() {
        return "with " + measured(new Breakdown.Whole()) + "\nselect variation" + variables(0, i -> ", y" + i)
                + "\nfrom measured";
    }

    private String measured(Breakdown breakdown) {
        List<String> values = new ArrayList<>();
        String start = "unit.exposed_at" + plus(measurement.delay());
        values.add(value(measurement.kind(), measurement.outcome(), start, measurement.window()));
        measurement.per().ifPresent(below -> values.add(value(Metric.Kind.MEAN, below, start, measurement.window())));
        measurement.covariate().ifPresent(before -> {
            String earlier = "unit.exposed_at - " + before.toMillis();
            values.add(value(measurement.kind(), measurement.outcome(), earlier, Optional.of(before)));
            measurement
                    .per()
                    .ifPresent(below -> values.add(value(Metric.Kind.MEAN, below, earlier, Optional.of(before))));
        });
        String columns = IntStream.range(0, values.size())
                .mapToObj(i -> "    " + values.get(i) + " as y" + i)
                .collect(Collectors.joining(",\n"));
        return """
                unit as (
                  select variation, unit, exposed_at, %s as part
                  from exposure
                  where experiment_id = %d and several = 0%s
                ),
                measured as materialized (
                  select unit.variation, unit.part,
                %s
                  from unit
                )""".formatted(
                        group(breakdown, "exposed_at"),
                        experiment,
                        measurement
                                .closedBefore(told)
                                .map(last -> " and exposed_at <= " + last.toEpochMilli())
                                .orElse(""),
                        columns);
    }

    /** The outcomes of the unit from a time on, for so long. */
    private String value(Metric.Kind kind, String name, String from, Optional<Duration> length) {
        String outcomes = " from outcome where experiment_id = " + experiment + " and name = " + text(name)
                + " and outcome.unit = unit.unit\n      and happened_at >= " + from
                + length.map(window -> " and happened_at < " + from + plus(window))
                        .orElse("");
        return switch (kind) {
            case PROPORTION -> "exists (select 1" + outcomes + " and value > 0)";
            case COUNT -> "(select count(*)" + outcomes + ")";
            case MEAN, RATIO -> "(select coalesce(sum(value), 0.0)" + outcomes + ")";
        };
    }

    private static String plus(Duration duration) {
        return duration.isZero() ? "" : " + " + duration.toMillis();
    }

    /** By linear interpolation between order statistics, as the domain's quantiles. */
    private static String cap(CapRule rule) {
        if (rule instanceof CapRule.At at) {
            return "cap as (select " + at.value() + " as cap)";
        }
        CapRule.AtQuantile quantile = (CapRule.AtQuantile) rule;
        return """
                counted as materialized (
                  select y0 from measured%s
                ),
                place as (
                  select (count(*) - 1) * %s as place, count(*) - 1 as last from counted
                ),
                around as (
                  select place - cast(place as integer) as beyond,
                    (select y0 from counted order by y0 limit 1 offset (select max(0, cast(place as integer)) from place)) as low,
                    (select y0 from counted order by y0 limit 1 offset (select max(0, min(last, cast(place as integer) + 1)) from place)) as high
                  from place
                ),
                cap as (select coalesce(low + beyond * (high - low), 9e999) as cap from around)""".formatted(quantile.overNonZero() ? " where y0 <> 0" : "", quantile.probability());
    }

    private String moments() {
        return """
                mean as (
                  select variation, part, cap, count(*) as units%s
                  from value
                  group by variation, part, cap
                )
                select mean.variation, mean.part, mean.units, mean.cap%s%s
                from mean
                join value on value.variation = mean.variation and value.part = mean.part
                group by mean.variation, mean.part, mean.units, mean.cap%s
                order by mean.variation, mean.part""".formatted(
                        variables(0, i -> ", avg(y" + i + ") as m" + i),
                        variables(0, i -> ", m" + i),
                        pairs((i, j) -> ",\n  sum((y" + i + " - m" + i + ") * (y" + j + " - m" + j + ")) as p" + i + j),
                        variables(0, i -> ", m" + i));
    }

    private String variables(int from, IntFunction<String> text) {
        return IntStream.range(from, measurement.variables()).mapToObj(text).collect(Collectors.joining());
    }

    private String pairs(BiFunction<Integer, Integer, String> text) {
        return IntStream.range(0, measurement.variables())
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(0, i).mapToObj(j -> text.apply(i, j)))
                .collect(Collectors.joining());
    }

    String ofSummaries(Breakdown breakdown) {
        return """
                with told as (
                  select variation, %s as part, units, mean, variance
                  from experiment_summary
                  where experiment_id = %d and metric = %s
                ),
                mean as (
                  select variation, part, sum(units) as units, sum(units * mean) / sum(units) as m0
                  from told
                  group by variation, part
                )
                select mean.variation, mean.part, mean.units, 9e999 as cap, m0,
                  sum((told.units - 1) * variance + told.units * (mean - m0) * (mean - m0)) as p00
                from mean
                join told on told.variation = mean.variation and told.part = mean.part
                group by mean.variation, mean.part, mean.units, m0
                order by mean.variation, mean.part""".formatted(
                        breakdown instanceof Breakdown.ByDay ? group(breakdown, "begins_at") : "''",
                        experiment,
                        text(metric.key()));
    }

    private static String group(Breakdown breakdown, String time) {
        if (breakdown instanceof Breakdown.ByDay) {
            return "date(" + time + " / 1000, 'unixepoch')";
        }
        if (breakdown instanceof Breakdown.BySegment segment) {
            return "coalesce((select case json_each.type when 'true' then 'true' when 'false' then 'false'"
                    + " when 'object' then '' when 'array' then '' else atom end"
                    + " from json_each(exposure.attributes) where key = " + text(segment.attribute())
                    + " limit 1), '')";
        }
        return "''";
    }

    static String text(String value) {
        return DSL.inline(value).toString();
    }
}
