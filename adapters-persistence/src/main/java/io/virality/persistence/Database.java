package io.virality.persistence;

import static io.virality.persistence.schema.Tables.STALE_CREATOR;

import io.virality.application.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The SQLite file, opened and migrated when it is first needed, so that a command that fails before leaves no file
 * behind. Connections are kept for the next use.
 */
final class Database implements ConnectionProvider, AutoCloseable {

    /** The newest migration. Each migration ends by writing its number into the file's {@code user_version}. */
    static final int SCHEMA_VERSION = 22;

    static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withExecuteLogging(false);

    private static final int BUSY_TIMEOUT_MILLISECONDS = 5_000;

    /** Negative means kibibytes, positive would mean pages. */
    private static final int CACHE_KIBIBYTES = -64 * 1_024;

    /** 256 megabytes: whoever commits so much before {@link Checkpoints} have copied it must do it itself. */
    private static final int CHECKPOINT_PAGES = 65_536;

    private final Path file;
    private final boolean create;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final Map<Connection, Statements> statements = new ConcurrentHashMap<>();
    private final Checkpoints checkpoints;
    private boolean ready;

    /** @param create whether a missing file is created rather than an error */
    Database(Path file, boolean create) {
        this.file = file;
        this.create = create;
        this.checkpoints = new Checkpoints(file, this::open);
    }

    @Override
    public Connection acquire() {
        Connection connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        try {
            makeReady();
            return open();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void release(Connection connection) {
        idle.add(connection);
    }

    /** Notes that something was committed. */
    void committed() {
        checkpoints.begin();
    }

    @Override
    public void close() {
        try {
            checkpoints.close();
        } catch (SQLException e) {
            throw failure(e);
        }
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    /** The statements of one of this database's connections, for the thread that has it. */
    Statements statements(Connection connection) {
        return statements.computeIfAbsent(connection, Statements::new);
    }

    boolean exists() {
        return Files.exists(file);
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setCacheSize(CACHE_KIBIBYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
        // The driver lets one thread at a time use a connection: SQLite need not lock it for each value once more.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        // The driver would ask for them after each statement; ours that need them return them.
        config.setGetGeneratedKeys(false);
        // A transaction that reads first and writes later could not wait for another writer.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.createConnection(url());
    }

    private synchronized void makeReady() throws SQLException {
        if (ready) {
            return;
        }
        requireFile();
        int version = schemaVersion();
        if (version > SCHEMA_VERSION) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    file + " was written by a newer version of Virality (schema " + version + ", this one knows "
                            + SCHEMA_VERSION + "): use that version");
        }
        if (version < SCHEMA_VERSION) {
            migrate();
        }
        repair();
        ready = true;
    }

    private void requireFile() {
        if (Files.isDirectory(file)) {
            throw Failure.invalid(file + " is a directory, not a database file");
        }
        if (!Files.exists(file)) {
            if (!create) {
                throw Failure.notFound("there is no database " + file + ": import something first, for example with"
                        + " 'virality import csv FILE --database " + file + "'");
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw Failure.invalid("cannot create " + file + ": its folder does not exist");
            }
        }
    }

    private int schemaVersion() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.getInt(1);
        }
    }

    private void migrate() {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(url(), null, null)
                    // All in one transaction: none of them is useful without the others.
                    .group(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    file + " cannot be brought to this version's schema; is it a database of Virality? " + firstLine(e),
                    e);
        }
    }

    /** Completes what an import that was killed has left undone, so that whoever only reads is told the whole. */
    private void repair() throws SQLException {
        try (Connection connection = open()) {
            DSLContext jooq = DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
            boolean complete = SnapshotIndex.isPresent(jooq) && !jooq.fetchExists(STALE_CREATOR);
            if (!complete && !JooqImportLog.isRunning(jooq)) {
                jooq.transaction(transaction -> CreatorStates.refresh(transaction.dsl()));
            }
        } catch (DataAccessException e) {
            throw failure(e);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }

    /** What the caller must know of a failed statement: whose turn it is, and what to do. */
    Failure failure(Throwable cause) {
        if (cause instanceof Failure failure) {
            return failure;
        }
        if (cause instanceof DataAccessException && cause.getCause() != null) {
            return failure(cause.getCause());
        }
        SQLiteErrorCode code =
                cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // The low byte is the primary code; the others tell variants of it.
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new Failure(
                    Failure.Kind.BUSY,
                    file + " is locked by another process: wait until it is done, or close it, and try again",
                    cause);
        }
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new Failure(Failure.Kind.INVALID_INPUT, file + " is not an SQLite database", cause);
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new Failure(
                    Failure.Kind.INTERNAL, file + " is damaged: restore it from a copy, or import again", cause);
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return new Failure(
                    Failure.Kind.INVALID_INPUT,
                    file + " cannot be opened for writing: check the rights of the file and its folder",
                    cause);
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return new Failure(Failure.Kind.INTERNAL, "the disk is full: " + file + " cannot grow", cause);
        }
        return new Failure(Failure.Kind.INTERNAL, file + ": " + firstLine(cause), cause);
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
