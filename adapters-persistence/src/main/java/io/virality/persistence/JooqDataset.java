package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.virality.application.port.Dataset;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetOverview;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

final class JooqDataset implements Dataset {

    /** Whether all, and whether any, of the creators in a group are simulated. */
    static final Field<Integer> ALL_SIMULATED = min(CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER));

    static final Field<Integer> ANY_SIMULATED = max(CREATOR_STATE.SIMULATED.coerce(SQLDataType.INTEGER));
    static final Field<Instant> AS_OF = max(CREATOR_STATE.OBSERVED_AT);

    private final DSLContext jooq;

    @Inject
    JooqDataset(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public DatasetOverview overview() {
        var creators = jooq.select(count(), AS_OF, ALL_SIMULATED, ANY_SIMULATED)
                .from(CREATOR_STATE)
                .fetchSingle();
        return new DatasetOverview(
                creators.value1(),
                jooq.fetchCount(CREATOR_SNAPSHOT),
                jooq.fetchCount(VIDEO),
                Optional.ofNullable(creators.value2()),
                origin(creators.value3(), creators.value4()));
    }

    /** The origin of a group of creators; of none at all, both are {@code null}. */
    static Origin origin(Integer allSimulated, Integer anySimulated) {
        boolean empty = allSimulated == null;
        return Origin.of(!empty && allSimulated == 0, !empty && anySimulated == 1);
    }
}
