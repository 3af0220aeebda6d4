package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_GROWTH;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.virality.application.port.Histories;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.TableField;

final class JooqHistories implements Histories {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Knuth's multiplier: draws creators without regard to when they came. */
    private static final long SCATTER = 2_654_435_761L;

    private static final long SCATTERED = 1L << 32;

    private final DSLContext jooq;

    /** Where a metric stands: one row an observation. Counts compare with those of the same source only. */
    private record Column(
            Table<?> table,
            TableField<?, Integer> creator,
            TableField<?, Instant> time,
            Field<Long> value,
            TableField<?, Integer> source,
            Condition counts,
            boolean ofOneSource) {

        static Column of(Metric metric) {
            return switch (metric) {
                case FOLLOWERS -> snapshot(CREATOR_SNAPSHOT.FOLLOWERS);
                case LIKES -> snapshot(CREATOR_SNAPSHOT.LIKES);
                case VIDEOS -> snapshot(CREATOR_SNAPSHOT.VIDEOS);
                case VIEWS ->
                    new Column(
                            CREATOR_GROWTH,
                            CREATOR_GROWTH.CREATOR_ID,
                            CREATOR_GROWTH.UNTIL_AT,
                            CREATOR_GROWTH.VIEWS,
                            CREATOR_GROWTH.SOURCE_ID,
                            CREATOR_GROWTH.VIEWS.isNotNull(),
                            false);
                case SALES ->
                    new Column(
                            SALE,
                            SALE.CREATOR_ID,
                            SALE.SOLD_AT,
                            coalesce(SALE.UNITS, inline(1L)),
                            SALE.SOURCE_ID,
                            SALE.RULES.isTrue().and(SALE.CREATOR_ID.isNotNull()),
                            false);
            };
        }

        private static Column snapshot(TableField<?, Long> count) {
            return new Column(
                    CREATOR_SNAPSHOT,
                    CREATOR_SNAPSHOT.CREATOR_ID,
                    CREATOR_SNAPSHOT.OBSERVED_AT,
                    count,
                    CREATOR_SNAPSHOT.SOURCE_ID,
                    count.isNotNull(),
                    true);
        }
    }

    /** Who told something, to be preferred in this order. */
    private record Teller(int freshness, int id) implements Comparable<Teller> {

        static final Teller ANYBODY = new Teller(0, 0);

        private static final Comparator<Teller> ORDER =
                Comparator.comparingInt(Teller::freshness).thenComparing(Teller::id);

        @Override
        public int compareTo(Teller other) {
            return ORDER.compare(this, other);
        }
    }

    /** One creator's observations, as they are read. */
    private static final class Observed {

        private final TreeMap<Double, Double> values = new TreeMap<>();
        private boolean real;
        private boolean simulated;

        void add(Metric metric, Instant time, long value, boolean invented) {
            double days = (double) time.toEpochMilli() / DAY_MILLIS;
            if (metric == Metric.SALES) {
                values.merge(Math.floor(days), (double) value, Double::sum);
            } else {
                values.merge(days, (double) value, Math::max);
            }
            simulated |= invented;
            real |= !invented;
        }

        /** A day without a sale is a day with none. */
        void fill(double lastDay) {
            if (!values.isEmpty()) {
                for (double day = values.firstKey(); day <= lastDay; day++) {
                    values.putIfAbsent(day, 0.0);
                }
            }
        }

        double span() {
            return values.lastKey() - values.firstKey();
        }

        double last() {
            return values.lastKey();
        }

        long days() {
            return values.keySet().stream().map(Math::floor).distinct().count();
        }

        History history(String name, OptionalLong followers) {
            return new History(
                    name,
                    followers,
                    values.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                    values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    Origin.of(real, simulated));
        }
    }

    @Inject
    JooqHistories(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Optional<History> of(Handle handle, Metric metric) {
        return jooq.select(CREATOR.ID)
                .from(CREATOR)
                .where(CREATOR.PLATFORM.eq(handle.platform().id()))
                .and(CREATOR.HANDLE.eq(handle.name()))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(1)
                .fetchOptional(CREATOR.ID)
                .map(id -> histories(metric, List.of(id), 0).get(0));
    }

    @Override
    public List<History> sample(Metric metric, int most) {
        Column column = Column.of(metric);
        List<Integer> ids = jooq.select(column.creator())
                .from(column.table())
                .where(column.counts())
                .groupBy(column.creator())
                .having(countDistinct(column.time().cast(Long.class).div(inline(DAY_MILLIS)))
                        .ge(Forecaster.FEWEST))
                .orderBy(
                        column.creator().cast(Long.class).mul(inline(SCATTER)).mod(inline(SCATTERED)), column.creator())
                .limit(most)
                .fetch(column.creator());
        return ids.isEmpty() ? List.of() : histories(metric, ids, Forecaster.FEWEST);
    }

    /** Of those that are observed on so many days, by one source where only its counts compare. */
    private List<History> histories(Metric metric, List<Integer> ids, int fewestDays) {
        Column column = Column.of(metric);
        Map<Integer, TreeMap<Teller, Observed>> told = new TreeMap<>();
        Result<? extends Record> rows = jooq.select(
                        column.creator(), column.time(), column.value(), SOURCE.SIMULATED, SOURCE.FRESHNESS, SOURCE.ID)
                .from(column.table())
                .join(SOURCE)
                .on(SOURCE.ID.eq(column.source()))
                .where(column.creator().in(ids))
                .and(column.counts())
                .fetch();
        for (Record row : rows) {
            Teller teller =
                    column.ofOneSource() ? new Teller(row.get(SOURCE.FRESHNESS), row.get(SOURCE.ID)) : Teller.ANYBODY;
            told.computeIfAbsent(row.get(column.creator()), unseen -> new TreeMap<>())
                    .computeIfAbsent(teller, unseen -> new Observed())
                    .add(metric, row.get(column.time()), row.get(column.value()), row.get(SOURCE.SIMULATED));
        }
        Map<Integer, Observed> observed = new TreeMap<>();
        told.forEach((creator, tellers) -> observed.put(creator, longest(tellers)));
        observed.values().removeIf(each -> each.days() < fewestDays);
        if (metric == Metric.SALES) {
            Instant last = jooq.select(max(SALE.SOLD_AT)).from(SALE).fetchOne(0, Instant.class);
            if (last != null) {
                double lastDay = Math.floor((double) last.toEpochMilli() / DAY_MILLIS);
                observed.values().forEach(each -> each.fill(lastDay));
            }
        }
        List<History> histories = new ArrayList<>();
        for (Record4<Integer, String, String, Long> creator : jooq.select(
                        CREATOR.ID, CREATOR.HANDLE, CREATOR.PLATFORM_ID, CREATOR_STATE.FOLLOWERS)
                .from(CREATOR)
                .leftJoin(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(CREATOR.ID))
                .where(CREATOR.ID.in(fewestDays == 0 ? ids : observed.keySet()))
                .orderBy(CREATOR.ID)) {
            String name = Optional.ofNullable(creator.value2()).orElse("id " + creator.value3());
            histories.add(observed.getOrDefault(creator.value1(), new Observed())
                    .history(name, JooqCreators.count(creator.value4())));
        }
        return histories;
    }

    /** Of several that span the same time the newest, then the one to prefer. */
    private static Observed longest(TreeMap<Teller, Observed> tellers) {
        return Collections.max(
                tellers.values(), Comparator.comparingDouble(Observed::span).thenComparingDouble(Observed::last));
    }
}
