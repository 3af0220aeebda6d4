package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SOURCE_TALLY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.firstValue;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.application.port.Disagreements;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Disagreement.Said;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.Statement;
import io.virality.persistence.schema.tables.CreatorProfile;
import io.virality.persistence.schema.tables.CreatorSnapshot;
import io.virality.persistence.schema.tables.Source;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Every value that several sources say, ordered by who rules; those that differ from the first. */
final class JooqDisagreements implements Disagreements {

    private static final Table<?> TOLD = table(name("told"));
    private static final Table<?> RANKED = table(name("ranked"));
    private static final Field<Integer> CREATOR_ID = field(name("creator_id"), SQLDataType.INTEGER);
    private static final Field<Integer> SOURCE_ID = field(name("source_id"), SQLDataType.INTEGER);
    private static final Field<Instant> OBSERVED_AT =
            field(name("observed_at"), CREATOR_PROFILE.OBSERVED_AT.getDataType());
    private static final Field<Integer> FIELD = field(name("field_number"), SQLDataType.INTEGER);
    static final Field<String> FIELD_NAME = field(name("field"), SQLDataType.CLOB);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.CLOB);

    /** Of a count, when it held; of a profile nothing, because each source has one. */
    private static final Field<Instant> MOMENT = field(name("moment"), OBSERVED_AT.getDataType());

    private static final Field<Integer> UNUSABLE = field(name("unusable"), SQLDataType.INTEGER);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<String> RULING = field(name("ruling_value"), SQLDataType.CLOB);
    private static final Field<Integer> RULING_ID = field(name("ruling_id"), SQLDataType.INTEGER);
    private static final Field<Instant> RULING_AT = field(name("ruling_at"), OBSERVED_AT.getDataType());
    private static final Source RULER = SOURCE.as("ruler");

    private final DSLContext jooq;

    @Inject
    JooqDisagreements(DSLContext jooq) {
        this.jooq = ShownStatements.of(jooq);
    }

    @Override
    public Page<Disagreement> find(Optional<Disagreement.Field> field, long skipped, int limit) {
        List<Disagreement> items = page(field, skipped, limit).fetch(JooqDisagreements::disagreement);
        int total = jooq.fetchCount(all(field));
        boolean more = skipped + limit < total;
        return new Page<>(items, more ? Optional.of(String.valueOf(skipped + limit)) : Optional.empty(), total);
    }

    @Override
    public Statement statement(Optional<Disagreement.Field> field, long skipped, int limit) {
        return new Statement("sqlite", jooq.renderInlined(page(field, skipped, limit)));
    }

    private Select<Record> page(Optional<Disagreement.Field> field, long skipped, int limit) {
        return all(field).limit(inline(skipped), inline((long) limit));
    }

    SelectLimitStep<Record> all(Optional<Disagreement.Field> asked) {
        CommonTableExpression<?> profiles = name("shared_profile")
                .asMaterialized(select(CREATOR_PROFILE.fields())
                        .from(CREATOR_PROFILE)
                        .where(CREATOR_PROFILE.CREATOR_ID.in(seenDifferently())));
        CreatorSnapshot other = CREATOR_SNAPSHOT.as("other");
        Select<Record1<Instant>> ofOthers = select(other.OBSERVED_AT)
                .from(other)
                // All that several sources can have told of one moment lies between these.
                .where(other.OBSERVED_AT.between(
                        ofSecond(SOURCE_TALLY.OLDEST_AT, SOURCE_TALLY.OLDEST_AT.asc()),
                        ofSecond(SOURCE_TALLY.NEWEST_AT, SOURCE_TALLY.NEWEST_AT.desc())))
                // One of several sources is another than the one that tells most.
                .and(other.SOURCE_ID.ne(select(SOURCE_TALLY.SOURCE_ID)
                        .from(SOURCE_TALLY)
                        .where(SOURCE_TALLY.TOLD.eq(inline(CREATOR_SNAPSHOT.getName())))
                        .orderBy(SOURCE_TALLY.N.desc(), SOURCE_TALLY.SOURCE_ID)
                        .limit(inline(1))));
        Table<?> moments = select(CREATOR_SNAPSHOT.OBSERVED_AT, CREATOR_SNAPSHOT.CREATOR_ID)
                .from(CREATOR_SNAPSHOT)
                .where(CREATOR_SNAPSHOT.OBSERVED_AT.in(ofOthers))
                .groupBy(CREATOR_SNAPSHOT.OBSERVED_AT, CREATOR_SNAPSHOT.CREATOR_ID)
                .having(count().gt(inline(1)))
                .asTable("moments");
        // Looked for once, and not once for each field.
        CommonTableExpression<?> snapshots = name("shared_snapshot")
                .asMaterialized(select(CREATOR_SNAPSHOT.fields())
                        .from(moments)
                        .join(CREATOR_SNAPSHOT)
                        .on(CREATOR_SNAPSHOT.OBSERVED_AT.eq(moments.field(CREATOR_SNAPSHOT.OBSERVED_AT)))
                        .and(CREATOR_SNAPSHOT.CREATOR_ID.eq(moments.field(CREATOR_SNAPSHOT.CREATOR_ID))));
        Select<Record> told = fields(asked)
                .map(field -> told(field, profiles, snapshots))
                .reduce(Select::unionAll)
                .orElseThrow();
        WindowSpecification byRule = DSL.partitionBy(CREATOR_ID, FIELD, MOMENT)
                .orderBy(UNUSABLE.asc(), OBSERVED_AT.desc(), SOURCE.FRESHNESS.asc(), SOURCE_ID.asc());
        Select<?> ranked = select(CREATOR_ID, FIELD, FIELD_NAME, MOMENT, VALUE, SOURCE_ID, OBSERVED_AT)
                .select(
                        rowNumber().over(byRule).as(PLACE),
                        firstValue(VALUE).over(byRule).as(RULING),
                        firstValue(SOURCE_ID).over(byRule).as(RULING_ID),
                        firstValue(OBSERVED_AT).over(byRule).as(RULING_AT))
                .from(TOLD)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_ID));
        return jooq.with(profiles)
                .with(snapshots)
                .with(name("told").as(told))
                .with(name("ranked").as(ranked))
                .select(List.of(
                        CREATOR.PLATFORM,
                        CREATOR.PLATFORM_ID,
                        CREATOR.HANDLE,
                        FIELD_NAME,
                        RULING,
                        RULER.NAME.as("ruling_source"),
                        RULER.VERSION.as("ruling_version"),
                        RULER.SIMULATED.as("ruling_simulated"),
                        RULER.FRESHNESS.as("ruling_freshness"),
                        RULING_AT,
                        VALUE,
                        SOURCE.NAME.as("source"),
                        SOURCE.VERSION,
                        SOURCE.SIMULATED,
                        SOURCE.FRESHNESS,
                        OBSERVED_AT))
                .from(RANKED)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_ID))
                .join(RULER)
                .on(RULER.ID.eq(RULING_ID))
                .where(VALUE.ne(RULING))
                .orderBy(CREATOR_ID, FIELD, MOMENT, PLACE);
    }

    /** Creators of whom two sources say different things. */
    private static Select<Record1<Integer>> seenDifferently() {
        CreatorProfile other = CREATOR_PROFILE.as("other");
        return select(CREATOR_PROFILE.CREATOR_ID)
                .from(CREATOR_PROFILE)
                .join(other)
                .on(other.CREATOR_ID.eq(CREATOR_PROFILE.CREATOR_ID))
                .and(other.SOURCE_ID.gt(CREATOR_PROFILE.SOURCE_ID))
                .where(or(
                        other.NICKNAME.ne(CREATOR_PROFILE.NICKNAME),
                        other.BIOGRAPHY.ne(CREATOR_PROFILE.BIOGRAPHY),
                        other.BIO_LINK.ne(CREATOR_PROFILE.BIO_LINK),
                        other.REGION.ne(CREATOR_PROFILE.REGION),
                        other.LANGUAGE.ne(CREATOR_PROFILE.LANGUAGE),
                        other.CATEGORY.ne(CREATOR_PROFILE.CATEGORY),
                        other.VERIFIED.ne(CREATOR_PROFILE.VERIFIED)));
    }

    /** The end of the second source's observations; null where there are no two. */
    private static Field<Instant> ofSecond(Field<Instant> end, SortField<Instant> order) {
        return field(select(end)
                .from(SOURCE_TALLY)
                .where(SOURCE_TALLY.TOLD.eq(inline(CREATOR_SNAPSHOT.getName())))
                .orderBy(order)
                .limit(inline(1))
                .offset(inline(1)));
    }

    private static Stream<Disagreement.Field> fields(Optional<Disagreement.Field> asked) {
        return asked.map(Stream::of).orElseGet(() -> Arrays.stream(Disagreement.Field.values()));
    }

    private static Select<Record> told(Disagreement.Field field, Table<?> profiles, Table<?> snapshots) {
        return switch (field) {
            case NICKNAME -> told(field, profiles, profiles.field(CREATOR_PROFILE.NICKNAME));
            case BIOGRAPHY -> told(field, profiles, profiles.field(CREATOR_PROFILE.BIOGRAPHY));
            case BIO_LINK -> told(field, profiles, profiles.field(CREATOR_PROFILE.BIO_LINK));
            case REGION -> told(field, profiles, profiles.field(CREATOR_PROFILE.REGION));
            case LANGUAGE -> told(field, profiles, profiles.field(CREATOR_PROFILE.LANGUAGE));
            case CATEGORY -> told(field, profiles, profiles.field(CREATOR_PROFILE.CATEGORY));
            case VERIFIED -> told(field, profiles, verified(profiles.field(CREATOR_PROFILE.VERIFIED)));
            case FOLLOWERS -> counted(field, snapshots, snapshots.field(CREATOR_SNAPSHOT.FOLLOWERS));
            case FOLLOWING -> counted(field, snapshots, snapshots.field(CREATOR_SNAPSHOT.FOLLOWING));
            case LIKES -> counted(field, snapshots, snapshots.field(CREATOR_SNAPSHOT.LIKES));
            case VIDEOS -> counted(field, snapshots, snapshots.field(CREATOR_SNAPSHOT.VIDEOS));
        };
    }

    private static Field<String> verified(Field<Boolean> column) {
        return when(column.isTrue(), inline("true")).when(column.isFalse(), inline("false"));
    }

    private static Select<Record> told(Disagreement.Field field, Table<?> profiles, Field<String> value) {
        return told(field, profiles, value, inline((Long) null, SQLDataType.BIGINT), inline(0));
    }

    private static Select<Record> counted(Disagreement.Field field, Table<?> snapshots, Field<Long> value) {
        // A snapshot without followers is nobody's current state.
        Field<Integer> unusable = when(
                        snapshots.field(CREATOR_SNAPSHOT.FOLLOWERS).isNull(), inline(1))
                .otherwise(inline(0));
        return told(
                field,
                snapshots,
                value.cast(SQLDataType.CLOB),
                snapshots.field(CREATOR_SNAPSHOT.OBSERVED_AT),
                unusable);
    }

    private static Select<Record> told(
            Disagreement.Field field, Table<?> from, Field<String> value, Field<?> moment, Field<Integer> unusable) {
        return select(List.of(
                        from.field(CREATOR_ID),
                        from.field(SOURCE_ID),
                        from.field(OBSERVED_AT),
                        inline(field.ordinal()).as(FIELD),
                        inline(field.id()).as(FIELD_NAME),
                        value.as(VALUE),
                        moment.as(MOMENT),
                        unusable.as(UNUSABLE)))
                .from(from)
                .where(value.isNotNull());
    }

    private static Disagreement disagreement(Record row) {
        Platform platform = Platform.of(row.get(CREATOR.PLATFORM));
        return new Disagreement(
                new Identity(
                        platform,
                        Optional.ofNullable(row.get(CREATOR.PLATFORM_ID)),
                        Optional.ofNullable(row.get(CREATOR.HANDLE)).map(name -> new Handle(platform, name))),
                Disagreement.Field.of(row.get(FIELD_NAME)),
                new Said(
                        row.get(RULING),
                        provenance(
                                row.get("ruling_source", String.class),
                                row.get("ruling_version", String.class),
                                row.get("ruling_simulated", Boolean.class),
                                row.get("ruling_freshness", Integer.class),
                                row.get(RULING_AT))),
                new Said(
                        row.get(VALUE),
                        provenance(
                                row.get("source", String.class),
                                row.get(SOURCE.VERSION),
                                row.get(SOURCE.SIMULATED),
                                row.get(SOURCE.FRESHNESS),
                                row.get(OBSERVED_AT))));
    }

    private static Provenance provenance(
            String source, String version, boolean simulated, int freshness, Instant observedAt) {
        return new Provenance(
                source,
                version,
                simulated ? Origin.SIMULATED : Origin.REAL,
                Freshness.values()[freshness],
                observedAt,
                false);
    }
}
