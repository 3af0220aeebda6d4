package io.virality.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTransactionTest {

    @TempDir
    Path folder;

    private Database database;
    private Connection writer;

    @BeforeEach
    void open() {
        database = new Database(folder.resolve("some.db"), true);
        writer = database.acquire();
    }

    @AfterEach
    void close() {
        database.release(writer);
        database.close();
    }

    @Test
    void both_connections_see_what_there_was_when_it_began() throws SQLException {
        write("a");
        try (ReadTransaction transaction = ReadTransaction.begin(database)) {
            assertEquals(1, brands(transaction.first()));
            write("b");
            assertEquals(1, brands(transaction.first()));
            assertEquals(1, brands(transaction.second()));
        }
    }

    @Test
    void what_was_committed_before_it_began_is_seen() throws SQLException {
        try (ReadTransaction before = ReadTransaction.begin(database)) {
            write("a");
            assertEquals(0, brands(before.second()));
        }
        try (ReadTransaction transaction = ReadTransaction.begin(database)) {
            assertEquals(1, brands(transaction.first()));
            assertEquals(1, brands(transaction.second()));
        }
    }

    private void write(String brand) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("insert into brand (name) values ('" + brand + "')");
        }
    }

    private static int brands(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from brand")) {
            return row.getInt(1);
        }
    }
}
