package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.SOURCE;
import static org.jooq.impl.DSL.select;

import io.virality.application.port.Snapshots;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JooqSnapshots implements Snapshots {

    private static final FactTable GROWTH = new FactTable(
            "creator_growth", List.of("creator_id", "from_at", "until_at"), List.of("followers", "views"));

    private final DSLContext jooq;
    private final DirectStatements direct;
    private final CreatorIds creators;
    private final SourceIds sources;

    @Inject
    JooqSnapshots(DSLContext jooq, DirectStatements direct, CreatorIds creators, SourceIds sources) {
        this.jooq = jooq;
        this.direct = direct;
        this.creators = creators;
        this.sources = sources;
    }

    @Override
    public Tally recordGrowth(List<GrowthObservation> observations) {
        return direct.run(statements -> {
            Tally tally = Tally.NONE;
            for (GrowthObservation observation : observations) {
                tally = tally.plus(record(statements, observation).tally());
            }
            return tally;
        });
    }

    private Outcome record(Statements statements, GrowthObservation observation) throws SQLException {
        Provenance provenance = observation.provenance();
        Growth growth = observation.growth();
        return GROWTH.record(
                statements,
                new Object[] {
                    (long) creators.of(statements, observation.creator(), provenance.observedAt()),
                    growth.period().from().toEpochMilli(),
                    growth.period().until().toEpochMilli()
                },
                sources.of(provenance),
                provenance,
                JooqFacts.count(growth.followers()),
                JooqFacts.count(growth.views()));
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
