package io.virality.persistence;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Table;

/** Counts how many observations each source has told, and of when; in the store, beside them. */
final class SourceTallies {

    private static final String ADD = "insert into source_tally (source_id, told, n, oldest_at, newest_at)"
            + " values (?, ?, ?, ?, ?) on conflict (source_id, told) do update set n = n + excluded.n,"
            + " oldest_at = min(oldest_at, excluded.oldest_at), newest_at = max(newest_at, excluded.newest_at)";

    private final Map<Told, Tally> unwritten = new HashMap<>();

    private Table<?> lastTable;
    private int lastSource;
    private Tally last;

    private record Told(int source, String table) {}

    private static final class Tally {
        private long n;
        private long oldest = Long.MAX_VALUE;
        private long newest = Long.MIN_VALUE;
    }

    @Inject
    SourceTallies() {}

    /** Counts an observation that was not there before, with the next {@link #write}. */
    synchronized void count(Table<?> table, int source, long observedAt) {
        if (last == null || table != lastTable || source != lastSource) {
            last = unwritten.computeIfAbsent(new Told(source, table.getName()), told -> new Tally());
            lastTable = table;
            lastSource = source;
        }
        last.n++;
        last.oldest = Math.min(last.oldest, observedAt);
        last.newest = Math.max(last.newest, observedAt);
    }

    /** Writes what was counted; belongs to the transaction that writes the observations. */
    synchronized void write(Statements statements) throws SQLException {
        for (Map.Entry<Told, Tally> counted : unwritten.entrySet()) {
            Tally tally = counted.getValue();
            statements.update(
                    ADD, counted.getKey().source(), counted.getKey().table(), tally.n, tally.oldest, tally.newest);
        }
        forget();
    }

    synchronized void forget() {
        unwritten.clear();
        last = null;
    }
}
