package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CATEGORY_PREDICTION;
import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.PREDICTED_CATEGORY;

import io.virality.application.port.CategoryPredictions;
import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.CategoryPrediction.Label;
import io.virality.domain.category.Silence;
import io.virality.domain.creator.Handle;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JooqCategoryPredictions implements CategoryPredictions {

    private final DSLContext jooq;

    @Inject
    JooqCategoryPredictions(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public void store(List<CategoryPrediction> predictions) {
        if (predictions.isEmpty()) {
            return;
        }
        jooq.deleteFrom(CATEGORY_PREDICTION)
                .where(CATEGORY_PREDICTION.CREATOR_ID.in(predictions.stream()
                        .map(prediction -> (int) prediction.creator())
                        .toList()))
                .execute();
        BatchBindStep creators = jooq.batch(jooq.insertInto(CATEGORY_PREDICTION)
                .values((Object) null, (Object) null, (Object) null, (Object) null));
        BatchBindStep categories = jooq.batch(
                jooq.insertInto(PREDICTED_CATEGORY).values((Object) null, (Object) null, (Object) null, (Object) null));
        for (CategoryPrediction prediction : predictions) {
            creators.bind(
                    (int) prediction.creator(),
                    prediction.predictedAt(),
                    prediction.model().orElse(null),
                    prediction.silence().map(Silence::name).orElse(null));
            for (int i = 0; i < prediction.labels().size(); i++) {
                Label label = prediction.labels().get(i);
                categories.bind(
                        (int) prediction.creator(),
                        i,
                        label.category().name(),
                        label.confidence().isPresent() ? label.confidence().getAsDouble() : null);
            }
        }
        creators.execute();
        if (categories.size() > 0) {
            categories.execute();
        }
    }

    @Override
    public Optional<CategoryPrediction> of(Handle handle) {
        return jooq.select(CATEGORY_PREDICTION.fields())
                .from(CATEGORY_PREDICTION)
                .join(CREATOR_STATE)
                .on(CREATOR_STATE.CREATOR_ID.eq(CATEGORY_PREDICTION.CREATOR_ID))
                .join(CREATOR)
                .on(CREATOR.ID.eq(CATEGORY_PREDICTION.CREATOR_ID))
                .where(CREATOR_STATE.PLATFORM.eq(handle.platform().id()))
                .and(CREATOR_STATE.HANDLE.eq(handle.name()))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(1)
                .fetchOptional(this::prediction);
    }

    private CategoryPrediction prediction(Record row) {
        int creator = row.get(CATEGORY_PREDICTION.CREATOR_ID);
        return new CategoryPrediction(
                creator,
                row.get(CATEGORY_PREDICTION.PREDICTED_AT),
                Optional.ofNullable(row.get(CATEGORY_PREDICTION.MODEL_ID)),
                jooq.selectFrom(PREDICTED_CATEGORY)
                        .where(PREDICTED_CATEGORY.CREATOR_ID.eq(creator))
                        .orderBy(PREDICTED_CATEGORY.POSITION)
                        .fetch(label -> new Label(
                                Category.valueOf(label.get(PREDICTED_CATEGORY.CATEGORY)),
                                confidence(label.get(PREDICTED_CATEGORY.CONFIDENCE)))),
                Optional.ofNullable(row.get(CATEGORY_PREDICTION.SILENCE)).map(Silence::valueOf));
    }

    private static OptionalDouble confidence(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
