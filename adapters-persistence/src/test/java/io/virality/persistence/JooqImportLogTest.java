package io.virality.persistence;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.ImportLogContract;
import io.virality.application.port.StoredPorts;
import io.virality.domain.ingest.ImportRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqImportLogTest extends ImportLogContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }

    @Test
    void an_import_whose_process_is_no_more_has_broken_off() throws SQLException {
        Path file = folder.resolve("killed.db");
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts killed = TestDatabase.of(module);
            long run = killed.importLog().begin("csv", "test@1", Optional.empty(), NOON);
            assertEquals(ImportRun.State.RUNNING, state(killed, run));
            assertEquals(killed.importLog().find(run), killed.importLog().running());
            // The same number with another start is another process.
            execute(
                    file,
                    "update import_run set process = '"
                            + ProcessHandle.current().pid() + " 1'");
            assertEquals(ImportRun.State.BROKEN_OFF, state(killed, run));
            assertEquals(Optional.empty(), killed.importLog().running());
            execute(file, "update import_run set process = '" + Long.MAX_VALUE + " 1'");
            assertEquals(ImportRun.State.BROKEN_OFF, state(killed, run));
            execute(file, "update import_run set process = null");
            assertEquals(ImportRun.State.BROKEN_OFF, state(killed, run));
        }
    }

    private static ImportRun.State state(StoredPorts ports, long run) {
        return ports.importLog().find(run).orElseThrow().state();
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
