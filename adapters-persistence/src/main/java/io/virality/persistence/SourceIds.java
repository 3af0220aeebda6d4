package io.virality.persistence;

import static io.virality.persistence.schema.Tables.SOURCE;

import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Numbers of sources. */
final class SourceIds {

    private final DSLContext jooq;
    private final Map<Key, Integer> known = new HashMap<>();
    private Provenance lastAsked;
    private int lastFound;

    private record Key(String name, String version, Origin origin, Freshness freshness) {}

    @Inject
    SourceIds(DSLContext jooq) {
        this.jooq = jooq;
    }

    synchronized int of(Provenance provenance) {
        // Rows that follow each other share one, and to hash its texts for each of them would take long.
        if (provenance != lastAsked) {
            lastFound = idOf(provenance);
            lastAsked = provenance;
        }
        return lastFound;
    }

    private int idOf(Provenance provenance) {
        Key key = new Key(provenance.source(), provenance.version(), provenance.origin(), provenance.freshness());
        return known.computeIfAbsent(key, this::find);
    }

    private int find(Key key) {
        boolean simulated = key.origin() == Origin.SIMULATED;
        jooq.insertInto(SOURCE, SOURCE.NAME, SOURCE.VERSION, SOURCE.SIMULATED, SOURCE.FRESHNESS)
                .values(key.name(), key.version(), simulated, key.freshness().ordinal())
                .onConflictDoNothing()
                .execute();
        return jooq.select(SOURCE.ID)
                .from(SOURCE)
                .where(SOURCE.NAME.eq(key.name()))
                .and(SOURCE.VERSION.eq(key.version()))
                .and(SOURCE.SIMULATED.eq(simulated))
                .and(SOURCE.FRESHNESS.eq(key.freshness().ordinal()))
                .fetchSingle(SOURCE.ID);
    }

    synchronized void forget() {
        known.clear();
        lastAsked = null;
    }
}
