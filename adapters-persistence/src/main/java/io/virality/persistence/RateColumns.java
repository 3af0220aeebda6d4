package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;

import io.virality.domain.engagement.RateDefinition;
import io.virality.persistence.schema.tables.records.CreatorStateRecord;
import org.jooq.TableField;

/** Where a creator's rate under a definition stands, and the part of likes in it. */
record RateColumns(TableField<CreatorStateRecord, Double> rate, TableField<CreatorStateRecord, Double> likes) {

    static RateColumns of(RateDefinition definition) {
        return switch (definition) {
            case PROVIDER -> new RateColumns(CREATOR_STATE.PROVIDER_RATE, CREATOR_STATE.PROVIDER_LIKE_RATE);
            case BY_VIEWS -> new RateColumns(CREATOR_STATE.BY_VIEWS_RATE, CREATOR_STATE.BY_VIEWS_LIKE_RATE);
            case BY_FOLLOWERS -> new RateColumns(CREATOR_STATE.BY_FOLLOWERS_RATE, CREATOR_STATE.BY_FOLLOWERS_LIKE_RATE);
        };
    }
}
