package io.virality.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Many rows a statement, through the driver: jOOQ's own ways to write many rows cost four to nine times as much. All rows
 * put aside are written, or none of them.
 */
final class BulkInsert {

    /** More rows a statement gain nothing. */
    static final int ROWS_A_STATEMENT = 128;

    private final Statements statements;
    private final String start;
    private final String row;
    private final int columns;
    private PreparedStatement full;
    private final List<Object[]> waiting = new ArrayList<>(ROWS_A_STATEMENT);

    BulkInsert(Statements statements, Table<?> table, List<? extends Field<?>> fields) {
        this(statements, "insert into ", table, fields);
    }

    private BulkInsert(Statements statements, String verb, Table<?> table, List<? extends Field<?>> fields) {
        this.statements = statements;
        this.columns = fields.size();
        this.start = verb + table.getName() + " ("
                + String.join(", ", fields.stream().map(Field::getName).toList()) + ") values ";
        this.row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    /** One that leaves alone what is there already. */
    static BulkInsert ofMissing(Statements statements, Table<?> table, List<? extends Field<?>> fields) {
        return new BulkInsert(statements, "insert or ignore into ", table, fields);
    }

    /** Puts a row aside; times as milliseconds. */
    void add(Object... values) {
        waiting.add(values);
    }

    boolean isFull() {
        return waiting.size() == ROWS_A_STATEMENT;
    }

    /**
     * Writes the rows put aside, and forgets them.
     *
     * @return whether all of them were new; if not, none is written
     */
    boolean write() throws SQLException {
        try {
            if (isFull()) {
                full = full == null ? statements.prepared(sql(ROWS_A_STATEMENT)) : full;
                execute(full);
            } else if (!waiting.isEmpty()) {
                execute(statements.prepared(sql(waiting.size())));
            }
            return true;
        } catch (SQLiteException e) {
            // SQLite takes back what the statement wrote, and nothing else.
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY) {
                return false;
            }
            throw e;
        } finally {
            waiting.clear();
        }
    }

    private String sql(int rows) {
        return start + String.join(", ", Collections.nCopies(rows, row));
    }

    private void execute(PreparedStatement statement) throws SQLException {
        int position = 1;
        for (Object[] values : waiting) {
            for (int column = 0; column < columns; column++) {
                statement.setObject(position++, values[column]);
            }
        }
        statement.executeUpdate();
    }
}
