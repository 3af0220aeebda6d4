package io.virality.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jooq.DSLContext;

/**
 * The index by creator over all counts. To keep it up to date row by row costs five times as much as to build it at
 * once, so an import that turns out to be large goes without it until it closes. One that is killed meanwhile leaves it
 * missing, and whoever opens the file next builds it.
 */
final class SnapshotIndex {

    private static final String NAME = "creator_snapshot_by_creator";

    /** Fewer rows are not worth the trouble. */
    static final int LARGE = 50_000;

    private static final int TIMES_CHEAPER_AT_ONCE = 5;
    private static final String CREATE =
            "create index if not exists " + NAME + " on creator_snapshot (creator_id, observed_at)";

    private long stored;
    private long judgedAt = LARGE;
    private boolean present;

    @Inject
    SnapshotIndex() {}

    static boolean isPresent(DSLContext jooq) {
        return jooq.fetchExists(table("sqlite_master"), field("name").eq(NAME));
    }

    /** Builds it, if it is missing. */
    static void create(DSLContext jooq) {
        jooq.execute(CREATE);
    }

    /** Notes that rows were stored which needed nothing of the index. */
    synchronized void grow(Statements statements, long rows) throws SQLException {
        stored += rows;
        if (stored < judgedAt) {
            return;
        }
        long all = statements.first("select count(*) from creator_snapshot", row -> row.getLong(1));
        if (stored * TIMES_CHEAPER_AT_ONCE < all) {
            judgedAt = all / TIMES_CHEAPER_AT_ONCE;
        } else {
            statements.update("drop index if exists " + NAME);
            present = false;
            judgedAt = Long.MAX_VALUE;
        }
    }

    /** Makes sure that it is there, now and until the import closes. */
    synchronized void require(Statements statements) throws SQLException {
        if (!present) {
            statements.update(CREATE);
            present = true;
            judgedAt = Long.MAX_VALUE;
        }
    }

    synchronized void forget() {
        stored = 0;
        judgedAt = LARGE;
        present = false;
    }
}
