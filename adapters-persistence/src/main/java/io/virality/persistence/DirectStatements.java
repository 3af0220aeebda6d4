package io.virality.persistence;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.sqlite.SQLiteConnection;

/** The way past jOOQ, for what writes many rows: within the same transaction, by prepared statements that are kept. */
final class DirectStatements {

    private final DSLContext jooq;
    private final Database database;

    /** Something that is done by statements. */
    @FunctionalInterface
    interface Work<T> {
        T with(Statements statements) throws SQLException;
    }

    @Inject
    DirectStatements(DSLContext jooq, Database database) {
        this.jooq = jooq;
        this.database = database;
    }

    <T> T run(Work<T> work) {
        return jooq.connectionResult(
                connection -> work.with(database.statements(connection.unwrap(SQLiteConnection.class))));
    }
}
