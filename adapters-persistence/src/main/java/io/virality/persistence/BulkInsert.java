package io.virality.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Many rows a statement, through the driver: jOOQ's own ways to write many rows cost four to nine times as much. Rows
 * whose key is there already are left alone.
 */
final class BulkInsert implements AutoCloseable {

    /** 20 to 100 rows a statement are the sweet spot of SQLite. */
    static final int ROWS_A_STATEMENT = 64;

    private final Connection connection;
    private final String start;
    private final String row;
    private final int columns;
    private PreparedStatement full;
    private final List<Object[]> waiting = new ArrayList<>(ROWS_A_STATEMENT);

    BulkInsert(Connection connection, Table<?> table, List<TableField<?, ?>> fields) {
        this.connection = connection;
        this.columns = fields.size();
        this.start = "insert into " + table.getName() + " ("
                + String.join(", ", fields.stream().map(TableField::getName).toList()) + ") values ";
        this.row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    /** Puts a row aside; times as milliseconds. */
    void add(Object... values) {
        waiting.add(values);
    }

    boolean isFull() {
        return waiting.size() == ROWS_A_STATEMENT;
    }

    /**
     * Writes the rows put aside.
     *
     * @return how many of them were new
     */
    int write() throws SQLException {
        if (waiting.isEmpty()) {
            return 0;
        }
        int inserted;
        if (isFull()) {
            if (full == null) {
                full = connection.prepareStatement(sql(ROWS_A_STATEMENT));
            }
            inserted = execute(full);
        } else {
            try (PreparedStatement some = connection.prepareStatement(sql(waiting.size()))) {
                inserted = execute(some);
            }
        }
        waiting.clear();
        return inserted;
    }

    private String sql(int rows) {
        return start + String.join(", ", Collections.nCopies(rows, row)) + " on conflict do nothing";
    }

    private int execute(PreparedStatement statement) throws SQLException {
        int position = 1;
        for (Object[] values : waiting) {
            for (int column = 0; column < columns; column++) {
                statement.setObject(position++, values[column]);
            }
        }
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        if (full != null) {
            full.close();
        }
    }
}
