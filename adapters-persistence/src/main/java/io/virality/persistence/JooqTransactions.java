package io.virality.persistence;

import io.virality.application.port.Transactions;
import jakarta.inject.Inject;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

final class JooqTransactions implements Transactions {

    private final DSLContext jooq;
    private final Database database;
    private final CreatorIds creators;
    private final SourceIds sources;
    private final Profiles profiles;
    private final StaleCreators stale;
    private final SnapshotIndex index;

    @Inject
    JooqTransactions(
            DSLContext jooq,
            Database database,
            CreatorIds creators,
            SourceIds sources,
            Profiles profiles,
            StaleCreators stale,
            SnapshotIndex index) {
        this.jooq = jooq;
        this.database = database;
        this.creators = creators;
        this.sources = sources;
        this.profiles = profiles;
        this.stale = stale;
        this.index = index;
    }

    @Override
    public void run(Runnable work) {
        boolean kept = false;
        try {
            jooq.transaction(unused -> work.run());
            kept = true;
        } catch (DataAccessException e) {
            throw database.failure(e);
        } finally {
            if (!kept) {
                // What was learnt in a transaction that is rolled back never was.
                creators.forget();
                sources.forget();
                profiles.forget();
                stale.forget();
                index.forget();
            }
        }
    }
}
