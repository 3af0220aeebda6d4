package io.virality.application.planted;

import org.jooq.DSLContext;

/** A use case that knows how things are stored. */
public final class AskTheDatabase {

    private final DSLContext database;

    AskTheDatabase(DSLContext database) {
        this.database = database;
    }

    /** Asks. */
    public int ask() {
        return database.fetchCount(database.selectOne());
    }
}
