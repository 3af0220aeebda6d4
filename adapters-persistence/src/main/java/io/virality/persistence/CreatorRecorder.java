package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes observations of creators. Mere counts go many a statement, profiles one by one. */
final class CreatorRecorder {

    private static final String SNAPSHOT_COLUMNS =
            "followers, following, likes, videos, engagement_rate, like_engagement_rate, comment_engagement_rate";

    private final CreatorIds ids;
    private final SourceIds sources;
    private final StaleCreators stale;

    CreatorRecorder(CreatorIds ids, SourceIds sources, StaleCreators stale) {
        this.ids = ids;
        this.sources = sources;
        this.stale = stale;
    }

    /** A snapshot on its way: its key and its values. */
    private record Row(int creator, long observedAt, int source, Object[] values) {

        Object[] all() {
            Object[] all = new Object[3 + values.length];
            all[0] = creator;
            all[1] = observedAt;
            all[2] = source;
            System.arraycopy(values, 0, all, 3, values.length);
            return all;
        }
    }

    Tally record(Statements statements, List<CreatorObservation> observations) throws SQLException {
        Tally tally = Tally.NONE;
        List<Row> counts = new ArrayList<>(BulkInsert.ROWS_A_STATEMENT);
        try (BulkInsert insert = new BulkInsert(
                statements.connection(),
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
                        CREATOR_SNAPSHOT.COMMENT_ENGAGEMENT_RATE))) {
            for (CreatorObservation observation : observations) {
                Provenance provenance = observation.snapshot().provenance();
                Row row = new Row(
                        ids.of(statements, observation.creator(), provenance.observedAt()),
                        provenance.observedAt().toEpochMilli(),
                        sources.of(provenance),
                        values(observation.snapshot()));
                if (observation.profile().equals(Profile.UNKNOWN) && !provenance.timeAssumed() && !isEmpty(row)) {
                    counts.add(row);
                    insert.add(row.all());
                    if (insert.isFull()) {
                        tally = tally.plus(write(statements, insert, counts));
                    }
                } else {
                    tally = tally.plus(write(statements, insert, counts));
                    tally = tally.plus(write(statements, row, observation).tally());
                }
            }
            return tally.plus(write(statements, insert, counts));
        }
    }

    private Tally write(Statements statements, BulkInsert insert, List<Row> rows) throws SQLException {
        int stored = insert.write();
        int updated = 0;
        for (Row row : rows) {
            // Where all were new there is nothing to compare: that is the usual and the fast case.
            if (stored < rows.size() && !Arrays.equals(row.values(), stored(statements, row))) {
                overwrite(statements, row);
                updated++;
            }
            stale.mark(statements, row.creator());
        }
        Tally tally = new Tally(stored, updated, rows.size() - stored - updated);
        rows.clear();
        return tally;
    }

    private Outcome write(Statements statements, Row row, CreatorObservation observation) throws SQLException {
        Outcome profile = observation.profile().equals(Profile.UNKNOWN)
                ? Outcome.UNCHANGED
                : writeProfile(statements, row, observation.profile());
        Outcome outcome = isEmpty(row)
                ? profile
                : writeSnapshot(statements, row, observation.snapshot().provenance())
                        .and(profile);
        if (outcome != Outcome.UNCHANGED) {
            stale.mark(statements, row.creator());
        }
        return outcome;
    }

    private static boolean isEmpty(Row row) {
        return Arrays.stream(row.values()).allMatch(value -> value == null);
    }

    private static Outcome writeSnapshot(Statements statements, Row row, Provenance provenance) throws SQLException {
        boolean known = false;
        if (provenance.timeAssumed()) {
            Object[] newest = statements.first(
                    "select " + SNAPSHOT_COLUMNS + " from creator_snapshot where creator_id = ? and source_id = ?"
                            + " order by observed_at desc limit 1",
                    CreatorRecorder::values,
                    row.creator(),
                    row.source());
            if (Arrays.equals(row.values(), newest)) {
                return Outcome.UNCHANGED;
            }
            known = newest != null;
        }
        Object[] stored = stored(statements, row);
        if (Arrays.equals(row.values(), stored)) {
            return Outcome.UNCHANGED;
        }
        overwrite(statements, row);
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
                row.all());
    }

    private static Object[] values(Snapshot snapshot) {
        Counts counts = snapshot.counts();
        ProviderRates rates = snapshot.rates();
        return new Object[] {
            count(counts.followers()),
            count(counts.following()),
            count(counts.likes()),
            count(counts.videos()),
            rate(rates.average()),
            rate(rates.likes()),
            rate(rates.comments())
        };
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

    private static Outcome writeProfile(Statements statements, Row row, Profile profile) throws SQLException {
        Profile known = statements.first(
                "select nickname, biography, bio_link, region, language, category, verified"
                        + " from creator_profile where creator_id = ? and source_id = ?",
                CreatorRecorder::profile,
                row.creator(),
                row.source());
        Profile merged = known == null ? profile : profile.orElse(known);
        if (merged.equals(known)) {
            return Outcome.UNCHANGED;
        }
        // An older observation does not overwrite a newer one.
        int written = statements.update(
                "insert into creator_profile (creator_id, source_id, observed_at, nickname, biography, bio_link,"
                        + " region, language, category, verified) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (creator_id, source_id) do update set observed_at = excluded.observed_at,"
                        + " nickname = excluded.nickname, biography = excluded.biography,"
                        + " bio_link = excluded.bio_link, region = excluded.region, language = excluded.language,"
                        + " category = excluded.category, verified = excluded.verified"
                        + " where excluded.observed_at >= creator_profile.observed_at",
                row.creator(),
                row.source(),
                row.observedAt(),
                merged.nickname().orElse(null),
                merged.biography().orElse(null),
                merged.bioLink().orElse(null),
                merged.region().orElse(null),
                merged.language().orElse(null),
                merged.category().orElse(null),
                merged.verified().map(verified -> verified ? 1 : 0).orElse(null));
        if (written == 0) {
            return Outcome.UNCHANGED;
        }
        return known == null ? Outcome.STORED : Outcome.UPDATED;
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable((Integer) row.getObject(7)).map(verified -> verified == 1));
    }
}
