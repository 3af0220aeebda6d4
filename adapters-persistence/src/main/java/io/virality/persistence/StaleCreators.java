package io.virality.persistence;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.BitSet;

/** Marks creators whose current state is out of date: in the store, so that the mark outlives a kill. */
final class StaleCreators {

    private final BitSet marked = new BitSet();

    @Inject
    StaleCreators() {}

    synchronized void mark(Statements statements, int creator) throws SQLException {
        if (marked.get(creator)) {
            return;
        }
        statements.update("insert or ignore into stale_creator (creator_id) values (?)", creator);
        marked.set(creator);
    }

    synchronized void forget() {
        marked.clear();
    }
}
