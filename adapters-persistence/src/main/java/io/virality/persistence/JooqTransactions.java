package io.virality.persistence;

import io.virality.application.port.Transactions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteConnection;

final class JooqTransactions implements Transactions {

    private final DSLContext jooq;
    private final Database database;
    private final CreatorIds creators;
    private final SourceIds sources;
    private final Profiles profiles;
    private final StaleCreators stale;
    private final SourceTallies tallies;
    private final SnapshotIndex index;
    private Connection lastConnection;
    private int lastVersion;

    @Inject
    JooqTransactions(
            DSLContext jooq,
            Database database,
            CreatorIds creators,
            SourceIds sources,
            Profiles profiles,
            StaleCreators stale,
            SourceTallies tallies,
            SnapshotIndex index) {
        this.jooq = jooq;
        this.database = database;
        this.creators = creators;
        this.sources = sources;
        this.profiles = profiles;
        this.stale = stale;
        this.tallies = tallies;
        this.index = index;
    }

    @Override
    public void run(Runnable work) {
        boolean kept = false;
        try {
            jooq.transaction(unused -> {
                forgetWhatOthersChanged();
                work.run();
            });
            kept = true;
            database.committed();
        } catch (DataAccessException e) {
            throw database.failure(e);
        } finally {
            if (!kept) {
                // What was learnt in a transaction that is rolled back never was.
                forget();
            }
        }
    }

    /** Another connection's commits change the version that a connection sees: versions of two say nothing. */
    private synchronized void forgetWhatOthersChanged() {
        jooq.connection(connection -> {
            int version;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("pragma data_version")) {
                version = row.getInt(1);
            }
            Connection own = connection.unwrap(SQLiteConnection.class);
            if (own != lastConnection || version != lastVersion) {
                forget();
            }
            lastConnection = own;
            lastVersion = version;
        });
    }

    private void forget() {
        creators.forget();
        sources.forget();
        profiles.forget();
        stale.forget();
        tallies.forget();
        index.forget();
    }
}
