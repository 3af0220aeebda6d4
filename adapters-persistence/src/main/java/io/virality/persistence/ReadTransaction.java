package io.virality.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two connections that see one state of the data, whatever is committed meanwhile. Nobody waits for it, nor does it write. */
final class ReadTransaction implements AutoCloseable {

    private final Database database;
    private final Connection first;
    private final Connection second;

    private ReadTransaction(Database database, Connection first, Connection second) {
        this.database = database;
        this.first = first;
        this.second = second;
    }

    static ReadTransaction begin(Database database) {
        ReadTransaction transaction = new ReadTransaction(database, database.acquire(), database.acquire());
        try {
            while (!transaction.begun()) {
                transaction.end();
            }
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw database.failure(e);
        }
    }

    /** Whether nobody committed between the two beginnings: the version is another one whenever somebody else did. */
    private boolean begun() throws SQLException {
        int before = version(second);
        execute(first, "begin");
        version(first);
        execute(second, "begin");
        return version(second) == before;
    }

    /** SQLite fixes the state that a transaction sees when it first reads. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma data_version")) {
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void end() throws SQLException {
        execute(first, "rollback");
        execute(second, "rollback");
    }

    Connection first() {
        return first;
    }

    Connection second() {
        return second;
    }

    @Override
    public void close() {
        try {
            end();
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            database.release(first);
            database.release(second);
        }
    }
}
