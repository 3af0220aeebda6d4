package io.virality.persistence;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of creators by identity. A creator not known yet is added; one known by handle alone takes over the
 * platform's id when it comes; a changed handle is noted.
 */
final class CreatorIds {

    /** About a hundred bytes each. */
    private static final int MOST_REMEMBERED = 200_000;

    private final Map<String, Known> known = new HashMap<>();

    private static final class Known {
        final int id;
        String handle;
        long handleAt;

        Known(int id, String handle, long handleAt) {
            this.id = id;
            this.handle = handle;
            this.handleAt = handleAt;
        }
    }

    @Inject
    CreatorIds() {}

    synchronized int of(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        String key = key(identity);
        Known creator = known.get(key);
        if (creator == null) {
            creator = find(statements, identity, observedAt);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(key, creator);
        }
        if (identity.handle().isPresent()) {
            noteHandle(statements, creator, identity.handle().get(), observedAt.toEpochMilli());
        }
        return creator.id;
    }

    synchronized void forget() {
        known.clear();
    }

    private static String key(Identity identity) {
        return identity.platform().ordinal()
                + identity.platformId()
                        .orElseGet(() -> "@" + identity.handle().orElseThrow().name());
    }

    private static Known find(Statements statements, Identity identity, Instant observedAt) throws SQLException {
        String platform = identity.platform().id();
        String handle = identity.handle().map(Handle::name).orElse(null);
        if (identity.platformId().isEmpty()) {
            Known byHandle =
                    select(statements, "platform = ? and handle = ? order by handle_at desc limit 1", platform, handle);
            return byHandle == null ? insert(statements, platform, null, handle, observedAt) : byHandle;
        }
        String platformId = identity.platformId().get();
        Known byId = select(statements, "platform = ? and platform_id = ?", platform, platformId);
        if (byId != null) {
            return byId;
        }
        Known nameless = handle == null
                ? null
                : select(statements, "platform = ? and handle = ? and platform_id is null", platform, handle);
        if (nameless == null) {
            return insert(statements, platform, platformId, handle, observedAt);
        }
        statements.update("update creator set platform_id = ? where id = ?", platformId, nameless.id);
        return nameless;
    }

    private static Known select(Statements statements, String condition, Object... values) throws SQLException {
        return statements.first(
                "select id, handle, handle_at from creator where " + condition,
                row -> new Known(row.getInt(1), row.getString(2), row.getLong(3)),
                values);
    }

    private static Known insert(
            Statements statements, String platform, String platformId, String handle, Instant observedAt)
            throws SQLException {
        long at = observedAt.toEpochMilli();
        return statements.first(
                "insert into creator (platform, platform_id, handle, handle_at) values (?, ?, ?, ?) returning id",
                row -> new Known(row.getInt(1), handle, at),
                platform,
                platformId,
                handle,
                at);
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
