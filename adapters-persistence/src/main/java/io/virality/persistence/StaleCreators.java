package io.virality.persistence;

import static io.virality.persistence.schema.Tables.STALE_CREATOR;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Marks creators whose current state is out of date: in the store, so that the mark outlives a kill. */
final class StaleCreators {

    private final BitSet marked = new BitSet();
    private final BitSet unwritten = new BitSet();

    @Inject
    StaleCreators() {}

    /** Marks a creator, with the next {@link #write}. */
    synchronized void mark(int creator) {
        if (!marked.get(creator)) {
            marked.set(creator);
            unwritten.set(creator);
        }
    }

    /** Writes the marks; belongs to the transaction that writes what made them necessary. */
    synchronized void write(Statements statements) throws SQLException {
        BulkInsert insert = BulkInsert.ofMissing(statements, STALE_CREATOR, List.of(STALE_CREATOR.CREATOR_ID));
        for (int creator = unwritten.nextSetBit(0); creator >= 0; creator = unwritten.nextSetBit(creator + 1)) {
            insert.add(creator);
            if (insert.isFull()) {
                insert.write();
            }
        }
        insert.write();
        unwritten.clear();
    }

    synchronized void forget() {
        marked.clear();
        unwritten.clear();
    }
}
