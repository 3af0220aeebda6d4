package io.virality.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final int LARGE = 20 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void what_was_committed_reaches_the_file_while_it_is_open_and_being_read() throws Exception {
        Path file = folder.resolve("large.db");
        Database database = new Database(file, true);
        Connection writer = database.acquire();
        write(writer, LARGE);
        try (ReadTransaction reading = ReadTransaction.begin(database)) {
            assertTrue(Files.size(file) < LARGE, "it is in the log");

            database.committed();

            long end = System.nanoTime() + PATIENCE.toNanos();
            while (Files.size(file) < LARGE && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertTrue(Files.size(file) >= LARGE);
            assertEquals(1, brands(reading.first()));
        }
        database.release(writer);
        database.close();
        assertFalse(Files.exists(folder.resolve("large.db-wal")), "a closed file stands alone");
    }

    private static void write(Connection connection, int bytes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into brand (name) values (hex(zeroblob(" + bytes / 2 + ")))");
        }
    }

    private static int brands(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from brand")) {
            return row.getInt(1);
        }
    }
}
