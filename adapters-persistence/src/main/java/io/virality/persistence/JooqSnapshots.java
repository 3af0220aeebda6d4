package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.select;

import io.virality.application.port.Snapshots;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalDouble;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JooqSnapshots implements Snapshots {

    private final DSLContext jooq;

    @Inject
    JooqSnapshots(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public List<Snapshot> of(Handle handle) {
        return jooq.select(CREATOR_SNAPSHOT.fields())
                .select(SOURCE.fields())
                .from(CREATOR_SNAPSHOT)
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_SNAPSHOT.SOURCE_ID))
                .where(CREATOR_SNAPSHOT.CREATOR_ID.eq(select(CREATOR.ID)
                        .from(CREATOR)
                        .where(CREATOR.PLATFORM.eq(handle.platform().id()))
                        .and(CREATOR.HANDLE.eq(handle.name()))
                        .orderBy(CREATOR.HANDLE_AT.desc())
                        .limit(1)))
                .orderBy(CREATOR_SNAPSHOT.OBSERVED_AT, CREATOR_SNAPSHOT.SOURCE_ID)
                .fetch(JooqSnapshots::snapshot);
    }

    static Snapshot snapshot(Record row) {
        return new Snapshot(
                new Counts(
                        JooqCreators.count(row.get(CREATOR_SNAPSHOT.FOLLOWERS)),
                        JooqCreators.count(row.get(CREATOR_SNAPSHOT.FOLLOWING)),
                        JooqCreators.count(row.get(CREATOR_SNAPSHOT.LIKES)),
                        JooqCreators.count(row.get(CREATOR_SNAPSHOT.VIDEOS))),
                new ProviderRates(
                        rate(row.get(CREATOR_SNAPSHOT.ENGAGEMENT_RATE)),
                        rate(row.get(CREATOR_SNAPSHOT.LIKE_ENGAGEMENT_RATE)),
                        rate(row.get(CREATOR_SNAPSHOT.COMMENT_ENGAGEMENT_RATE))),
                new Provenance(
                        row.get(SOURCE.NAME),
                        row.get(SOURCE.VERSION),
                        row.get(SOURCE.SIMULATED) ? Origin.SIMULATED : Origin.REAL,
                        Freshness.values()[row.get(SOURCE.FRESHNESS)],
                        row.get(CREATOR_SNAPSHOT.OBSERVED_AT),
                        false));
    }

    private static OptionalDouble rate(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
