package io.virality.persistence;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers of creators by identity. A creator not known yet is added; one known by handle alone takes over the
 * platform's id when it comes; a changed handle is noted.
 */
final class CreatorIds {

    /** About a hundred bytes each. */
    private static final int MOST_REMEMBERED = 200_000;

    private final Map<Name, Known> known = new HashMap<>();

    private Known latest;

    /** The highest number that a creator has, once it was asked for. */
    private OptionalInt highest = OptionalInt.empty();

    /** Those that were added just now and that no source has described since. */
    private final BitSet undescribed = new BitSet();

    /** A platform's id, or without one a handle. */
    private record Name(Platform platform, boolean handle, String text) {
        static Name of(Identity identity) {
            return identity.platformId()
                    .map(id -> new Name(identity.platform(), false, id))
                    .orElseGet(() -> new Name(
                            identity.platform(),
                            true,
                            identity.handle().orElseThrow().name()));
        }
    }

    /** A creator, and what was last written about it. */
    static final class Known {
        private final int id;

        /** Of an identity by which it is known and that says nothing new about it. */
        private Identity identity;

        private Known next;
        private String handle;
        private long handleAt;
        private int describedBy;
        private Profile profile;

        /** Nearly always there is but one source. */
        private Map<Integer, Profile> saidByOthers = Map.of();

        private Known(int id, String handle, long handleAt) {
            this.id = id;
            this.handle = handle;
            this.handleAt = handleAt;
        }

        int id() {
            return id;
        }

        /** What a source was last known to say about it, or {@code null}. */
        Profile saidBy(int source) {
            return source == describedBy ? profile : saidByOthers.get(source);
        }

        void noteProfile(int source, Profile said) {
            if (profile == null || source == describedBy) {
                describedBy = source;
                profile = said;
            } else {
                saidByOthers = saidByOthers.isEmpty() ? new HashMap<>() : saidByOthers;
                saidByOthers.put(source, said);
            }
        }
    }

    @Inject
    CreatorIds() {}

    int of(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        return known(statements, identity, observedAt).id;
    }

    synchronized Known known(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        // Sources repeat their creators in one order: who came next the last time is not searched for.
        Known creator = latest == null ? null : latest.next;
        if (creator == null || creator.identity != identity) {
            creator = searched(statements, identity, observedAt);
            if (latest != null) {
                latest.next = creator;
            }
        }
        latest = creator;
        return creator;
    }

    private Known searched(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        Name name = Name.of(identity);
        Known creator = known.get(name);
        if (creator == null) {
            if (known.size() >= MOST_REMEMBERED) {
                forget();
            }
            creator = find(statements, identity, observedAt);
            known.put(name, creator);
        }
        if (identity.handle().isPresent()) {
            noteHandle(statements, creator, identity.handle().get(), observedAt.toEpochMilli());
        }
        boolean nothingNew =
                identity.handle().isEmpty() || identity.handle().get().name().equals(creator.handle);
        creator.identity = nothingNew ? identity : null;
        return creator;
    }

    synchronized void forget() {
        known.clear();
        latest = null;
        highest = OptionalInt.empty();
        undescribed.clear();
    }

    /** Whether nothing was said about a creator before; from now on, something is. */
    synchronized boolean describesFirst(Known creator) {
        boolean first = undescribed.get(creator.id);
        undescribed.clear(creator.id);
        return first;
    }

    private Known find(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        String platform = identity.platform().id();
        String platformId = identity.platformId().orElse(null);
        String handle = identity.handle().map(Handle::name).orElse(null);
        // In a first import nearly all are new: one statement finds that out and adds them.
        Known added = insert(statements, platform, platformId, handle, observedAt.toEpochMilli());
        if (added != null) {
            return added;
        }
        if (platformId == null) {
            return select(statements, "platform = ? and handle = ? order by handle_at desc limit 1", platform, handle);
        }
        Known byId = select(statements, "platform = ? and platform_id = ?", platform, platformId);
        if (byId != null) {
            return byId;
        }
        Known nameless = select(statements, "platform = ? and handle = ? and platform_id is null", platform, handle);
        statements.update("update creator set platform_id = ? where id = ?", platformId, nameless.id);
        return nameless;
    }

    private static Known select(Statements statements, String condition, Object... values) throws SQLException {
        return statements.first(
                "select id, handle, handle_at from creator where " + condition,
                row -> new Known(row.getInt(1), row.getString(2), row.getLong(3)),
                values);
    }

    /** The new creator, or {@code null} if there is one already that it may be. */
    private Known insert(Statements statements, String platform, String platformId, String handle, long at)
            throws SQLException {
        if (highest.isEmpty()) {
            highest =
                    OptionalInt.of(statements.first("select coalesce(max(id), 0) from creator", row -> row.getInt(1)));
        }
        // That SQLite returns the number that it gave costs as much as the rest. Its index refuses who has that id
        // already.
        int id = highest.getAsInt() + 1;
        int added = statements.update(
                "insert into creator (platform, platform_id, handle, handle_at, id) select ?1, ?2, ?3, ?4, ?5"
                        + " where not exists (select 1 from creator where platform = ?1 and handle = ?3"
                        + " and (?2 is null or platform_id is null))"
                        + " on conflict (platform, platform_id) where platform_id is not null do nothing",
                platform,
                platformId,
                handle,
                at,
                id);
        if (added == 0) {
            return null;
        }
        highest = OptionalInt.of(id);
        undescribed.set(id);
        return new Known(id, handle, at);
    }

    private static void noteHandle(Statements statements, Known creator, Handle handle, long at) throws SQLException {
        if (handle.name().equals(creator.handle) || at < creator.handleAt) {
            return;
        }
        statements.update("update creator set handle = ?, handle_at = ? where id = ?", handle.name(), at, creator.id);
        creator.handle = handle.name();
        creator.handleAt = at;
    }
}
