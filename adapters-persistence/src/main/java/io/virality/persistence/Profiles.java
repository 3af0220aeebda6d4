package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;

import io.virality.domain.creator.Profile;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each source says about each creator. */
final class Profiles {

    private static final String UNLESS_OLDER = " do update set observed_at = excluded.observed_at,"
            + " nickname = excluded.nickname, biography = excluded.biography,"
            + " bio_link = excluded.bio_link, region = excluded.region, language = excluded.language,"
            + " category = excluded.category, verified = excluded.verified"
            + " where excluded.observed_at >= creator_profile.observed_at";

    private final CreatorIds ids;

    private final List<Object[]> unwritten = new ArrayList<>();

    @Inject
    Profiles(CreatorIds ids) {
        this.ids = ids;
    }

    /** Keeps a profile; silent parts do not erase what is known, and an older one does not overwrite a newer one. */
    synchronized Outcome record(
            Statements statements, CreatorIds.Known creator, int source, long observedAt, Profile profile)
            throws SQLException {
        Profile remembered = creator.saidBy(source);
        if (profile == remembered || profile.equals(Profile.UNKNOWN)) {
            return Outcome.UNCHANGED;
        }
        if (profile.equals(remembered)) {
            // The next row will probably bring this very one again.
            creator.noteProfile(source, profile);
            return Outcome.UNCHANGED;
        }
        if (ids.describesFirst(creator)) {
            unwritten.add(columns(creator, source, observedAt, profile));
            creator.noteProfile(source, profile);
            return Outcome.STORED;
        }
        write(statements);
        // Of a source's first import nearly all are new: one statement finds that out and adds them.
        if (remembered == null && write(statements, " do nothing", creator, source, observedAt, profile) == 1) {
            creator.noteProfile(source, profile);
            return Outcome.STORED;
        }
        Profile before = remembered == null ? select(statements, creator, source) : remembered;
        Profile merged = profile.orElse(before);
        if (merged.equals(before)) {
            creator.noteProfile(source, before);
            return Outcome.UNCHANGED;
        }
        if (write(statements, UNLESS_OLDER, creator, source, observedAt, merged) == 0) {
            return Outcome.UNCHANGED;
        }
        creator.noteProfile(source, merged);
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
        unwritten.clear();
    }

    private static Profile select(Statements statements, CreatorIds.Known creator, int source) throws SQLException {
        return statements.first(
                "select nickname, biography, bio_link, region, language, category, verified"
                        + " from creator_profile where creator_id = ? and source_id = ?",
                Profiles::profile,
                creator.id(),
                source);
    }

    private static int write(
            Statements statements,
            String otherwise,
            CreatorIds.Known creator,
            int source,
            long observedAt,
            Profile profile)
            throws SQLException {
        return statements.update(
                "insert into creator_profile (creator_id, source_id, observed_at, nickname, biography, bio_link,"
                        + " region, language, category, verified) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (creator_id, source_id)" + otherwise,
                columns(creator, source, observedAt, profile));
    }

    private static Object[] columns(CreatorIds.Known creator, int source, long observedAt, Profile profile) {
        return new Object[] {
            creator.id(),
            source,
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
