package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes observations of creators: new counts many a statement, the rest one by one. */
final class CreatorRecorder {

    private static final int KEY_COLUMNS = 3;
    private static final String SNAPSHOT_COLUMNS =
            "followers, following, likes, videos, engagement_rate, like_engagement_rate, comment_engagement_rate";

    private final CreatorIds ids;
    private final SourceIds sources;
    private final Profiles profiles;
    private final StaleCreators stale;
    private final SourceTallies tallies;
    private final SnapshotIndex index;

    @Inject
    CreatorRecorder(
            CreatorIds ids,
            SourceIds sources,
            Profiles profiles,
            StaleCreators stale,
            SourceTallies tallies,
            SnapshotIndex index) {
        this.ids = ids;
        this.sources = sources;
        this.profiles = profiles;
        this.stale = stale;
        this.tallies = tallies;
        this.index = index;
    }

    /** A snapshot on its way: its columns, its key first, and what became of the profile that came with it. */
    private record Row(
            int creator, long observedAt, int source, boolean timeAssumed, Outcome profile, Object[] columns) {

        boolean isEmpty() {
            for (int column = KEY_COLUMNS; column < columns.length; column++) {
                if (columns[column] != null) {
                    return false;
                }
            }
            return true;
        }

        /** Whether these columns, without a key, say the same; {@code null} says nothing. */
        boolean repeats(Object[] stored) {
            return stored != null && Arrays.equals(columns, KEY_COLUMNS, columns.length, stored, 0, stored.length);
        }
    }

    Tally record(Statements statements, List<CreatorObservation> observations) throws SQLException {
        Tally tally = Tally.NONE;
        List<Row> waiting = new ArrayList<>(BulkInsert.ROWS_A_STATEMENT);
        BulkInsert insert = new BulkInsert(
                statements,
                CREATOR_SNAPSHOT,
                List.of(
                        CREATOR_SNAPSHOT.CREATOR_ID,
                        CREATOR_SNAPSHOT.OBSERVED_AT,
                        CREATOR_SNAPSHOT.SOURCE_ID,
                        CREATOR_SNAPSHOT.FOLLOWERS,
                        CREATOR_SNAPSHOT.FOLLOWING,
                        CREATOR_SNAPSHOT.LIKES,
                        CREATOR_SNAPSHOT.VIDEOS,
                        CREATOR_SNAPSHOT.ENGAGEMENT_RATE,
                        CREATOR_SNAPSHOT.LIKE_ENGAGEMENT_RATE,
                        CREATOR_SNAPSHOT.COMMENT_ENGAGEMENT_RATE));
        for (CreatorObservation observation : observations) {
            Row row = row(statements, observation);
            if (row.isEmpty() || row.timeAssumed()) {
                tally = tally.plus(write(statements, insert, waiting)).plus(write(statements, row));
            } else {
                waiting.add(row);
                insert.add(row.columns());
                if (insert.isFull()) {
                    tally = tally.plus(write(statements, insert, waiting));
                }
            }
        }
        tally = tally.plus(write(statements, insert, waiting));
        profiles.write(statements);
        stale.write(statements);
        tallies.write(statements);
        index.grow(statements, tally.stored());
        return tally;
    }

    private Row row(Statements statements, CreatorObservation observation) throws SQLException {
        Provenance provenance = observation.snapshot().provenance();
        CreatorIds.Known creator = ids.known(statements, observation.creator(), provenance.observedAt());
        int source = sources.of(provenance);
        long observedAt = provenance.observedAt().toEpochMilli();
        Outcome profile = profiles.record(statements, creator, source, observedAt, observation.profile());
        return row(creator.id(), observedAt, source, profile, observation.snapshot());
    }

    private static Row row(int creator, long observedAt, int source, Outcome profile, Snapshot snapshot) {
        Counts counts = snapshot.counts();
        ProviderRates rates = snapshot.rates();
        Object[] columns = {
            creator,
            observedAt,
            source,
            count(counts.followers()),
            count(counts.following()),
            count(counts.likes()),
            count(counts.videos()),
            rate(rates.average()),
            rate(rates.likes()),
            rate(rates.comments())
        };
        return new Row(creator, observedAt, source, snapshot.provenance().timeAssumed(), profile, columns);
    }

    private Tally write(Statements statements, BulkInsert insert, List<Row> rows) throws SQLException {
        Tally tally = Tally.NONE;
        if (insert.write()) {
            for (Row row : rows) {
                stale.mark(row.creator());
                tallies.count(CREATOR_SNAPSHOT, row.source(), row.observedAt());
            }
            tally = new Tally(rows.size(), 0, 0);
        } else {
            for (Row row : rows) {
                tally = tally.plus(write(statements, row));
            }
        }
        rows.clear();
        return tally;
    }

    private Tally write(Statements statements, Row row) throws SQLException {
        Outcome outcome =
                row.isEmpty() ? row.profile() : writeSnapshot(statements, row).and(row.profile());
        if (outcome != Outcome.UNCHANGED) {
            stale.mark(row.creator());
        }
        return outcome.tally();
    }

    /**
     * Writes counts that were told along with something else. A source tells several things of one moment, and the counts
     * with each: the first ones stay, unless it corrects what it told.
     */
    Outcome recordCounts(Statements statements, int creator, Snapshot snapshot, boolean corrected) throws SQLException {
        Provenance provenance = snapshot.provenance();
        Row row = row(
                creator, provenance.observedAt().toEpochMilli(), sources.of(provenance), Outcome.UNCHANGED, snapshot);
        return row.isEmpty() || !corrected && stored(statements, row) != null
                ? Outcome.UNCHANGED
                : writeSnapshot(statements, row);
    }

    private Outcome writeSnapshot(Statements statements, Row row) throws SQLException {
        boolean known = false;
        if (row.timeAssumed()) {
            index.require(statements);
            Object[] newest = statements.first(
                    "select " + SNAPSHOT_COLUMNS + " from creator_snapshot where creator_id = ? and source_id = ?"
                            + " order by observed_at desc limit 1",
                    CreatorRecorder::values,
                    row.creator(),
                    row.source());
            if (row.repeats(newest)) {
                return Outcome.UNCHANGED;
            }
            known = newest != null;
        }
        Object[] stored = stored(statements, row);
        if (row.repeats(stored)) {
            return Outcome.UNCHANGED;
        }
        overwrite(statements, row);
        if (stored == null) {
            tallies.count(CREATOR_SNAPSHOT, row.source(), row.observedAt());
        }
        return known || stored != null ? Outcome.UPDATED : Outcome.STORED;
    }

    private static Object[] stored(Statements statements, Row row) throws SQLException {
        return statements.first(
                "select " + SNAPSHOT_COLUMNS
                        + " from creator_snapshot where creator_id = ? and observed_at = ? and source_id = ?",
                CreatorRecorder::values,
                row.creator(),
                row.observedAt(),
                row.source());
    }

    private static void overwrite(Statements statements, Row row) throws SQLException {
        statements.update(
                "insert or replace into creator_snapshot (creator_id, observed_at, source_id, " + SNAPSHOT_COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.columns());
    }

    private static Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[7];
        for (int column = 0; column < values.length; column++) {
            Number value = (Number) row.getObject(column + 1);
            values[column] = value == null ? null : column < 4 ? (Object) value.longValue() : value.doubleValue();
        }
        return values;
    }

    private static Long count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }

    private static Double rate(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : null;
    }
}
