package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.noCondition;

import io.virality.application.Failure;
import io.virality.application.port.Creators;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.exception.DataTypeException;

final class JooqCreators implements Creators {

    private final DSLContext jooq;
    private final DirectStatements direct;
    private final CreatorRecorder recorder;
    private final CreatorIds ids;
    private final StaleCreators stale;
    private final SnapshotIndex index;

    @Inject
    JooqCreators(
            DSLContext jooq,
            DirectStatements direct,
            CreatorRecorder recorder,
            CreatorIds ids,
            StaleCreators stale,
            SnapshotIndex index) {
        this.jooq = jooq;
        this.direct = direct;
        this.ids = ids;
        this.recorder = recorder;
        this.stale = stale;
        this.index = index;
    }

    @Override
    public Tally record(List<CreatorObservation> observations) {
        return direct.run(statements -> {
            return recorder.record(statements, observations);
        });
    }

    @Override
    public void refresh() {
        CreatorStates.refresh(jooq);
        ids.forget();
        stale.forget();
        index.forget();
    }

    @Override
    public Optional<Creator> find(Handle handle) {
        return states().where(CREATOR_STATE.PLATFORM.eq(handle.platform().id()))
                .and(CREATOR_STATE.HANDLE.eq(handle.name()))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(1)
                .fetchOptional(JooqCreators::creator);
    }

    @Override
    public Map<Long, Creator> numbered(Collection<Long> numbers) {
        return states().where(CREATOR_STATE.CREATOR_ID.in(
                        numbers.stream().map(Long::intValue).toList()))
                .fetchMap(row -> (long) row.get(CREATOR_STATE.CREATOR_ID), JooqCreators::creator);
    }

    @Override
    public Page<Creator> search(CreatorFilter filter, RateDefinition definition) {
        Condition matches = matches(filter);
        long total = jooq.fetchCount(CREATOR_STATE, matches);
        Sorting<?> sorting = Sorting.of(filter.order(), definition);
        // One more than asked for tells whether there is a next page.
        List<Record> rows = new ArrayList<>(states().where(matches)
                .and(filter.after().map(sorting::after).orElse(noCondition()))
                .orderBy(sorting.order())
                .limit(filter.limit() + 1)
                .fetch());
        boolean more = rows.size() > filter.limit();
        if (more) {
            rows.remove(filter.limit());
        }
        Optional<String> next = more ? Optional.of(sorting.position(rows.get(rows.size() - 1))) : Optional.empty();
        return new Page<>(rows.stream().map(JooqCreators::creator).toList(), next, total);
    }

    private SelectJoinStep<Record> states() {
        return jooq.select(CREATOR_STATE.fields())
                .select(CREATOR.PLATFORM_ID)
                .select(SOURCE.NAME, SOURCE.VERSION, SOURCE.FRESHNESS)
                .from(CREATOR_STATE)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_STATE.CREATOR_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_STATE.SOURCE_ID));
    }

    private static Condition matches(CreatorFilter filter) {
        Condition condition = isWithin(filter);
        if (filter.search().isPresent()) {
            for (String word : filter.search().get().strip().split("\\s+")) {
                String text = word.startsWith("@") ? word.substring(1) : word;
                // SQLite's LIKE takes no notice of capitals.
                condition = condition.and(CREATOR_STATE
                        .HANDLE
                        .contains(text)
                        .or(CREATOR_STATE.NICKNAME.contains(text))
                        .or(CREATOR_STATE.BIOGRAPHY.contains(text)));
            }
        }
        return condition;
    }

    /** All of the filter but its search. */
    static Condition isWithin(CreatorFilter filter) {
        Condition condition = noCondition();
        if (filter.minFollowers().isPresent()) {
            condition = condition.and(
                    CREATOR_STATE.FOLLOWERS.ge(filter.minFollowers().getAsLong()));
        }
        if (filter.maxFollowers().isPresent()) {
            condition = condition.and(
                    CREATOR_STATE.FOLLOWERS.le(filter.maxFollowers().getAsLong()));
        }
        if (filter.region().isPresent()) {
            condition = condition.and(CREATOR_STATE.REGION.eq(filter.region().get()));
        }
        if (filter.verified().isPresent()) {
            condition =
                    condition.and(CREATOR_STATE.VERIFIED.eq(filter.verified().get()));
        }
        return condition;
    }

    /** How a page is sorted, and where the next one goes on: behind the last value and, where values tie, number. */
    private record Sorting<T>(Field<T> field, boolean descending) {

        static Sorting<?> of(CreatorFilter.Order order, RateDefinition definition) {
            return switch (order) {
                case FOLLOWERS -> new Sorting<>(CREATOR_STATE.FOLLOWERS, false);
                case FOLLOWERS_DESCENDING -> new Sorting<>(CREATOR_STATE.FOLLOWERS, true);
                case ENGAGEMENT -> new Sorting<>(RateColumns.of(definition).rate(), false);
                case ENGAGEMENT_DESCENDING ->
                    new Sorting<>(RateColumns.of(definition).rate(), true);
                case HANDLE -> new Sorting<>(CREATOR_STATE.HANDLE, false);
                case HANDLE_DESCENDING -> new Sorting<>(CREATOR_STATE.HANDLE, true);
            };
        }

        /** By nothing but columns, so that an index gives the first ones without a look at all others. */
        List<SortField<?>> order() {
            SortField<T> byField = descending ? field.desc() : field.asc();
            return List.of(byField.nullsLast(), CREATOR_STATE.CREATOR_ID.asc());
        }

        String position(Record last) {
            T value = last.get(field);
            String text = last.get(CREATOR_STATE.CREATOR_ID) + (value == null ? "" : " " + value);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        Condition after(String position) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8);
                String[] idAndValue = text.split(" ", 2);
                int id = Integer.parseInt(idAndValue[0]);
                if (idAndValue.length == 1) {
                    return field.isNull().and(CREATOR_STATE.CREATOR_ID.gt(id));
                }
                T value = field.getDataType().convert(idAndValue[1]);
                return field.isNull()
                        .or(descending ? field.lt(value) : field.gt(value))
                        .or(field.eq(value).and(CREATOR_STATE.CREATOR_ID.gt(id)));
            } catch (IllegalArgumentException | DataTypeException e) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT,
                        "the cursor '" + position + "' is not one that this list gave: leave it out to start again",
                        e);
            }
        }
    }

    private static Creator creator(Record row) {
        Platform platform = Platform.of(row.get(CREATOR_STATE.PLATFORM));
        Optional<Handle> handle =
                Optional.ofNullable(row.get(CREATOR_STATE.HANDLE)).map(name -> new Handle(platform, name));
        return new Creator(
                new Identity(platform, Optional.ofNullable(row.get(CREATOR.PLATFORM_ID)), handle),
                new Profile(
                        Optional.ofNullable(row.get(CREATOR_STATE.NICKNAME)),
                        Optional.ofNullable(row.get(CREATOR_STATE.BIOGRAPHY)),
                        Optional.ofNullable(row.get(CREATOR_STATE.BIO_LINK)),
                        Optional.ofNullable(row.get(CREATOR_STATE.REGION)),
                        Optional.ofNullable(row.get(CREATOR_STATE.LANGUAGE)),
                        Optional.ofNullable(row.get(CREATOR_STATE.CATEGORY)),
                        Optional.ofNullable(row.get(CREATOR_STATE.VERIFIED))),
                new Counts(
                        count(row.get(CREATOR_STATE.FOLLOWERS)),
                        count(row.get(CREATOR_STATE.FOLLOWING)),
                        count(row.get(CREATOR_STATE.LIKES)),
                        count(row.get(CREATOR_STATE.VIDEOS))),
                rates(row),
                new Provenance(
                        row.get(SOURCE.NAME),
                        row.get(SOURCE.VERSION),
                        row.get(CREATOR_STATE.SIMULATED) ? Origin.SIMULATED : Origin.REAL,
                        Freshness.values()[row.get(SOURCE.FRESHNESS)],
                        row.get(CREATOR_STATE.OBSERVED_AT),
                        false));
    }

    private static List<EngagementRate> rates(Record row) {
        List<EngagementRate> rates = new ArrayList<>();
        for (RateDefinition definition : RateDefinition.values()) {
            RateColumns columns = RateColumns.of(definition);
            Double rate = row.get(columns.rate());
            if (rate != null) {
                Double likes = row.get(columns.likes());
                rates.add(new EngagementRate(
                        definition, rate, likes == null ? OptionalDouble.empty() : OptionalDouble.of(likes)));
            }
        }
        return rates;
    }

    static OptionalLong count(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
