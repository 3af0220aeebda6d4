package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;

import io.virality.domain.creator.Profile;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each source says about each creator. The profiles met last are remembered: most rows only repeat them. */
final class Profiles {

    /** Some hundred bytes each. */
    private static final int MOST_REMEMBERED = 120_000;

    private static final String UNLESS_OLDER = " do update set observed_at = excluded.observed_at,"
            + " nickname = excluded.nickname, biography = excluded.biography,"
            + " bio_link = excluded.bio_link, region = excluded.region, language = excluded.language,"
            + " category = excluded.category, verified = excluded.verified"
            + " where excluded.observed_at >= creator_profile.observed_at";

    private final CreatorIds ids;

    private final Map<Key, Profile> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Profile> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private final List<Object[]> unwritten = new ArrayList<>();

    private record Key(int creator, int source) {}

    @Inject
    Profiles(CreatorIds ids) {
        this.ids = ids;
    }

    /** Keeps a profile; silent parts do not erase what is known, and an older one does not overwrite a newer one. */
    synchronized Outcome record(
            Statements statements, CreatorIds.Known creator, int source, long observedAt, Profile profile)
            throws SQLException {
        if (creator.hasProfile(source, profile) || profile.equals(Profile.UNKNOWN)) {
            return Outcome.UNCHANGED;
        }
        Key key = new Key(creator.id(), source);
        Profile remembered = known.get(key);
        if (profile.equals(remembered)) {
            creator.noteProfile(source, profile);
            return Outcome.UNCHANGED;
        }
        if (ids.describesFirst(creator)) {
            unwritten.add(columns(key, observedAt, profile));
            known.put(key, profile);
            creator.noteProfile(source, profile);
            return Outcome.STORED;
        }
        write(statements);
        // Of a source's first import nearly all are new: one statement finds that out and adds them.
        if (remembered == null && write(statements, " do nothing", key, observedAt, profile) == 1) {
            known.put(key, profile);
            creator.noteProfile(source, profile);
            return Outcome.STORED;
        }
        Profile before = remembered == null ? select(statements, key) : remembered;
        Profile merged = profile.orElse(before);
        if (merged.equals(before)) {
            known.put(key, before);
            return Outcome.UNCHANGED;
        }
        if (write(statements, UNLESS_OLDER, key, observedAt, merged) == 0) {
            return Outcome.UNCHANGED;
        }
        known.put(key, merged);
        return Outcome.UPDATED;
    }

    /** Writes those of creators that were added just now; belongs to the transaction that added them. */
    synchronized void write(Statements statements) throws SQLException {
        if (unwritten.isEmpty()) {
            return;
        }
        BulkInsert insert = new BulkInsert(statements, CREATOR_PROFILE, List.of(CREATOR_PROFILE.fields()));
        for (Object[] columns : unwritten) {
            insert.add(columns);
            if (insert.isFull()) {
                write(insert);
            }
        }
        write(insert);
        unwritten.clear();
    }

    private static void write(BulkInsert insert) throws SQLException {
        if (!insert.write()) {
            throw new IllegalStateException("a creator that was added just now had a profile before");
        }
    }

    synchronized void forget() {
        known.clear();
        unwritten.clear();
    }

    private static Profile select(Statements statements, Key key) throws SQLException {
        return statements.first(
                "select nickname, biography, bio_link, region, language, category, verified"
                        + " from creator_profile where creator_id = ? and source_id = ?",
                Profiles::profile,
                key.creator(),
                key.source());
    }

    private static int write(Statements statements, String otherwise, Key key, long observedAt, Profile profile)
            throws SQLException {
        return statements.update(
                "insert into creator_profile (creator_id, source_id, observed_at, nickname, biography, bio_link,"
                        + " region, language, category, verified) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (creator_id, source_id)" + otherwise,
                columns(key, observedAt, profile));
    }

    private static Object[] columns(Key key, long observedAt, Profile profile) {
        return new Object[] {
            key.creator(),
            key.source(),
            observedAt,
            profile.nickname().orElse(null),
            profile.biography().orElse(null),
            profile.bioLink().orElse(null),
            profile.region().orElse(null),
            profile.language().orElse(null),
            profile.category().orElse(null),
            profile.verified().map(verified -> verified ? 1 : 0).orElse(null)
        };
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
