package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sqrt;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.application.port.InsightQueries;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.EngagementByGroup;
import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Topic;
import io.virality.domain.insight.ViralCreators;
import io.virality.domain.stats.Sample;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class JooqInsightQueries implements InsightQueries {

    private static final Field<Double> RATE = field(name("rate"), SQLDataType.DOUBLE);
    private static final Field<String> GROUP = field(name("creators"), SQLDataType.CLOB);
    private static final Field<Integer> N = field(name("n"), SQLDataType.INTEGER);
    private static final Field<Integer> POSITION = field(name("position"), SQLDataType.INTEGER);
    private static final Field<Long> EDGE = field(name("edge"), SQLDataType.BIGINT);

    private final DSLContext jooq;

    @Inject
    JooqInsightQueries(DSLContext jooq) {
        this.jooq = ShownStatements.of(jooq);
    }

    @Override
    public Set<RateDefinition> available() {
        Set<RateDefinition> available = EnumSet.noneOf(RateDefinition.class);
        for (RateDefinition definition : RateDefinition.values()) {
            if (jooq.fetchExists(
                    CREATOR_STATE, RateColumns.of(definition).rate().isNotNull())) {
                available.add(definition);
            }
        }
        return available;
    }

    @Override
    public Evidence gather(Question question) {
        if (question instanceof ViralCreators viral) {
            return viralCreators(viral);
        }
        if (question instanceof EngagementByGroup groups) {
            return engagementByGroup(groups);
        }
        if (question instanceof EngagementVersusFollowers correlation) {
            return engagementVersusFollowers(correlation);
        }
        throw new IllegalArgumentException(
                "no statement for " + question.topic().id());
    }

    private Evidence viralCreators(ViralCreators question) {
        RateColumns columns = RateColumns.of(question.definition());
        Condition large = CREATOR_STATE.FOLLOWERS.gt(question.minFollowers());
        return evidence(
                question,
                jooq.select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.NICKNAME,
                                CREATOR_STATE.FOLLOWERS,
                                columns.rate().as("engagement_rate"),
                                columns.likes().as("like_engagement_rate"))
                        .from(CREATOR_STATE)
                        .where(columns.rate().isNotNull())
                        .and(large)
                        .orderBy(columns.rate().desc(), CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.HANDLE)
                        .limit(inline(question.limit())),
                Map.of(),
                large);
    }

    private Evidence engagementByGroup(EngagementByGroup question) {
        Field<Double> rate = RateColumns.of(question.definition()).rate();
        Field<String> creatorsGroup =
                question.tiers().map(JooqInsightQueries::tier).orElseGet(JooqInsightQueries::region);
        String group = question.topic().columns().get(0).name();
        Field<String> grouping = field(name(group), SQLDataType.CLOB);
        Condition known = CREATOR_STATE.FOLLOWERS.isNotNull();
        Table<?> rated = select(creatorsGroup.as(grouping), CREATOR_STATE.FOLLOWERS.as(EDGE), rate.as(RATE))
                .from(CREATOR_STATE)
                .where(rate.isNotNull())
                .and(known)
                .asTable("rated");
        Table<?> ranked = select(
                        grouping,
                        EDGE,
                        RATE,
                        rowNumber().over(partitionBy(grouping).orderBy(RATE)).as(POSITION),
                        count().over(partitionBy(grouping)).as(N))
                .from(rated)
                .asTable("ranked");
        Field<Double> median = quantile("0.5").as("median");
        var grouped = jooq.select(
                        grouping,
                        count().as("n"),
                        avg(RATE).as("mean"),
                        quantile("0.25").as("q1"),
                        median,
                        quantile("0.75").as("q3"))
                .from(ranked)
                .groupBy(grouping);
        Field<Integer> small =
                when(count().lt((int) question.minimum()), inline(1)).otherwise(inline(0));
        Select<?> ordered = question.tiers().isPresent()
                ? grouped.orderBy(min(EDGE))
                : grouped.orderBy(small, median.desc(), grouping);
        return evidence(question, ordered, samples(grouping, rated), known);
    }

    /**
     * A quantile of type 7 over ranked rows: the two values beside the wanted position, weighted by how near they are.
     */
    private static Field<Double> quantile(String probability) {
        Field<Double> wanted =
                N.minus(1).mul(inline(new BigDecimal(probability))).coerce(SQLDataType.DOUBLE);
        Field<Double> distance = abs(wanted.minus(POSITION.minus(1)));
        Field<Double> weight = greatest(
                inline(0).coerce(SQLDataType.DOUBLE), inline(1).minus(distance).coerce(SQLDataType.DOUBLE));
        return sum(RATE.mul(weight)).coerce(SQLDataType.DOUBLE);
    }

    private Map<String, Sample> samples(Field<String> group, Table<?> rated) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        jooq.select(group, RATE)
                .from(rated)
                .fetchGroups(group, RATE)
                .forEach((text, rates) -> samples.put(
                        text,
                        Sample.of(
                                rates.stream().mapToDouble(Double::doubleValue).toArray())));
        return samples;
    }

    private Evidence engagementVersusFollowers(EngagementVersusFollowers question) {
        Field<Double> rate = RateColumns.of(question.definition()).rate();
        Condition known = CREATOR_STATE.FOLLOWERS.isNotNull();
        Field<String> all = inline(EngagementVersusFollowers.ALL);
        Table<?> rated = select(all.as(GROUP), inline(-1L).as(EDGE), CREATOR_STATE.FOLLOWERS, rate.as(RATE))
                .from(CREATOR_STATE)
                .where(rate.isNotNull())
                .and(known)
                .unionAll(select(tier(question.tiers()), CREATOR_STATE.FOLLOWERS, CREATOR_STATE.FOLLOWERS, rate)
                        .from(CREATOR_STATE)
                        .where(rate.isNotNull())
                        .and(known))
                .asTable("rated");
        Field<Long> followers = rated.field(CREATOR_STATE.FOLLOWERS);
        Field<Double> x = field(name("x"), SQLDataType.DOUBLE);
        Field<Double> y = field(name("y"), SQLDataType.DOUBLE);
        Table<?> ranked = select(
                        GROUP,
                        EDGE,
                        centredRank(followers).as(x),
                        centredRank(RATE).as(y))
                .from(rated)
                .asTable("ranked");
        Field<Double> spread = sqrt(sum(x.mul(x))).mul(sqrt(sum(y.mul(y)))).coerce(SQLDataType.DOUBLE);
        // A division by zero gives null: equal values have no correlation.
        Field<Double> correlation = when(
                count().ge((int) question.fewest()),
                sum(x.mul(y)).coerce(SQLDataType.DOUBLE).div(spread));
        return evidence(
                question,
                jooq.select(GROUP, count().as("n"), correlation.as("correlation"))
                        .from(ranked)
                        .groupBy(GROUP)
                        .orderBy(min(EDGE)),
                Map.of(),
                known);
    }

    /** A value's rank within its group less the mean rank; equal values share the mean of their ranks. */
    private static Field<Double> centredRank(Field<?> value) {
        return rank().over(partitionBy(GROUP).orderBy(value))
                .plus(count().over(partitionBy(GROUP, value))
                        .minus(count().over(partitionBy(GROUP)))
                        .div(inline(new BigDecimal("2.0"))))
                .minus(1)
                .coerce(SQLDataType.DOUBLE);
    }

    private static Field<String> tier(Tiers tiers) {
        List<Tier> all = tiers.all();
        Tier largest = all.get(all.size() - 1);
        CaseConditionStep<String> step =
                when(CREATOR_STATE.FOLLOWERS.ge(inline(largest.fewest())), inline(largest.name()));
        for (int i = all.size() - 2; i > 0; i--) {
            step = step.when(
                    CREATOR_STATE.FOLLOWERS.ge(inline(all.get(i).fewest())),
                    inline(all.get(i).name()));
        }
        return step.otherwise(inline(all.get(0).name()));
    }

    private static Field<String> region() {
        return coalesce(CREATOR_STATE.REGION, inline("unknown"));
    }

    private Evidence evidence(Question question, Select<?> select, Map<String, Sample> samples, Condition meant) {
        Field<Double> rate = RateColumns.of(question.definition()).rate();
        List<Row> rows = select.fetch(row -> row(question.topic(), row));
        var behind = jooq.select(
                        count(rate),
                        count().minus(count(rate)),
                        max(when(rate.isNotNull(), CREATOR_STATE.OBSERVED_AT)),
                        min(when(rate.isNotNull(), CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER))),
                        max(when(rate.isNotNull(), CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER))))
                .from(CREATOR_STATE)
                .where(meant)
                .fetchSingle();
        return new Evidence(
                new Statement("sqlite", jooq.renderInlined(select)),
                rows,
                samples,
                behind.value1(),
                behind.value2(),
                Optional.ofNullable(behind.value3()),
                JooqDataset.origin(behind.value4(), behind.value5()));
    }

    private static Row row(Topic topic, Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Column> columns =
                topic.columns().stream().filter(column -> !column.computed()).toList();
        for (Column column : columns) {
            values.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT -> record.get(column.name(), String.class);
                        case INTEGER -> record.get(column.name(), Long.class);
                        case NUMBER -> record.get(column.name(), Double.class);
                        case BOOLEAN -> record.get(column.name(), Boolean.class);
                        case TIME -> throw new IllegalArgumentException("no times in insights yet");
                    });
        }
        return new Row(values);
    }
}
