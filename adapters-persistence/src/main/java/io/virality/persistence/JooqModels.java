package io.virality.persistence;

import static io.virality.persistence.schema.Tables.MODEL;
import static io.virality.persistence.schema.Tables.MODEL_FEATURE;
import static io.virality.persistence.schema.Tables.MODEL_FIGURE;
import static io.virality.persistence.schema.Tables.MODEL_METRIC;
import static io.virality.persistence.schema.Tables.MODEL_PAYLOAD;
import static io.virality.persistence.schema.Tables.MODEL_ROWS;
import static io.virality.persistence.schema.Tables.MODEL_SETTING;

import io.virality.application.Failure;
import io.virality.application.port.Models;
import io.virality.domain.creator.Origin;
import io.virality.domain.model.Feature;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RobustScale;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JooqModels implements Models {

    private static final String OF_MODEL = "MODEL";
    private static final String OF_BASELINE = "BASELINE";
    private static final String OF_GAIN = "GAIN";

    private final DSLContext jooq;

    @Inject
    JooqModels(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public void store(ModelCard card, byte[] payload) {
        if (payload.length > ModelCard.LARGEST_PAYLOAD) {
            throw new Failure(
                    Failure.Kind.TOO_LARGE,
                    "the model " + card.id() + " has " + payload.length + " bytes; at most " + ModelCard.LARGEST_PAYLOAD
                            + " are kept");
        }
        jooq.deleteFrom(MODEL).where(MODEL.ID.eq(card.id())).execute();
        insert(card);
        jooq.insertInto(MODEL_PAYLOAD).values(card.id(), payload).execute();
        List<String> outlived = jooq.select(MODEL.ID)
                .from(MODEL)
                .where(MODEL.KIND.eq(card.kind().name()))
                .orderBy(MODEL.TRAINED_AT.desc(), MODEL.ID)
                .offset(ModelCard.KEPT_OF_A_KIND)
                .fetch(MODEL.ID);
        jooq.deleteFrom(MODEL).where(MODEL.ID.in(outlived)).execute();
    }

    private void insert(ModelCard card) {
        String id = card.id();
        jooq.insertInto(MODEL)
                .set(MODEL.ID, id)
                .set(MODEL.KIND, card.kind().name())
                .set(MODEL.TITLE, card.title())
                .set(MODEL.TRAINED_AT, card.trainedAt())
                .set(MODEL.ROWS_HASH, card.rows().hash())
                .set(MODEL.ROWS_AS_OF_AT, card.rows().asOf().orElse(null))
                .set(MODEL.ORIGIN, card.rows().origin().name())
                .set(MODEL.SEED, card.seed())
                .set(MODEL.BASELINE, card.baseline().orElse(null))
                .set(MODEL.PROVENANCE, card.provenance())
                .execute();
        int position = 0;
        for (Map.Entry<String, Long> count : card.rows().counts().entrySet()) {
            jooq.insertInto(MODEL_ROWS)
                    .values(id, position++, count.getKey(), count.getValue())
                    .execute();
        }
        position = 0;
        for (Map.Entry<String, String> setting : card.settings().entrySet()) {
            jooq.insertInto(MODEL_SETTING)
                    .values(id, position++, setting.getKey(), setting.getValue())
                    .execute();
        }
        position = 0;
        for (Feature feature : card.features()) {
            jooq.insertInto(MODEL_FEATURE)
                    .values(
                            id,
                            position++,
                            feature.name(),
                            feature.definition(),
                            feature.scale().map(RobustScale::centre).orElse(null),
                            feature.scale().map(RobustScale::deviation).orElse(null))
                    .execute();
        }
        for (int i = 0; i < card.metrics().size(); i++) {
            insert(id, i, card.metrics().get(i));
        }
    }

    private void insert(String id, int position, Metric metric) {
        jooq.insertInto(MODEL_METRIC)
                .values(id, position, metric.name(), metric.definition(), metric.higherIsBetter())
                .execute();
        insert(id, position, OF_MODEL, metric.model());
        metric.baseline().ifPresent(figure -> insert(id, position, OF_BASELINE, figure));
        metric.gain().ifPresent(figure -> insert(id, position, OF_GAIN, figure));
    }

    private void insert(String id, int position, String whose, Figure figure) {
        jooq.insertInto(MODEL_FIGURE)
                .values(
                        id,
                        position,
                        whose,
                        figure.value(),
                        figure.interval().map(Interval::low).orElse(null),
                        figure.interval().map(Interval::high).orElse(null),
                        figure.interval().map(Interval::confidence).orElse(null))
                .execute();
    }

    @Override
    public List<ModelCard> all() {
        return jooq.selectFrom(MODEL).orderBy(MODEL.TRAINED_AT.desc(), MODEL.ID).fetch(this::card);
    }

    @Override
    public Optional<ModelCard> newest(ModelKind kind) {
        return jooq.selectFrom(MODEL)
                .where(MODEL.KIND.eq(kind.name()))
                .orderBy(MODEL.TRAINED_AT.desc(), MODEL.ID)
                .limit(1)
                .fetchOptional(this::card);
    }

    @Override
    public Optional<ModelCard> find(String id) {
        return jooq.selectFrom(MODEL).where(MODEL.ID.eq(id)).fetchOptional(this::card);
    }

    @Override
    public Optional<byte[]> payload(String id) {
        return jooq.select(MODEL_PAYLOAD.BYTES)
                .from(MODEL_PAYLOAD)
                .where(MODEL_PAYLOAD.MODEL_ID.eq(id))
                .fetchOptional(MODEL_PAYLOAD.BYTES);
    }

    private ModelCard card(Record row) {
        String id = row.get(MODEL.ID);
        return new ModelCard(
                ModelKind.valueOf(row.get(MODEL.KIND)),
                row.get(MODEL.TITLE),
                row.get(MODEL.TRAINED_AT),
                new TrainingRows(
                        row.get(MODEL.ROWS_HASH),
                        counts(id),
                        Optional.ofNullable(row.get(MODEL.ROWS_AS_OF_AT)),
                        Origin.valueOf(row.get(MODEL.ORIGIN))),
                jooq.selectFrom(MODEL_FEATURE)
                        .where(MODEL_FEATURE.MODEL_ID.eq(id))
                        .orderBy(MODEL_FEATURE.POSITION)
                        .fetch(feature -> new Feature(
                                feature.get(MODEL_FEATURE.NAME),
                                feature.get(MODEL_FEATURE.DEFINITION),
                                Optional.ofNullable(feature.get(MODEL_FEATURE.CENTRE))
                                        .map(centre -> new RobustScale(centre, feature.get(MODEL_FEATURE.DEVIATION))))),
                settings(id),
                row.get(MODEL.SEED),
                Optional.ofNullable(row.get(MODEL.BASELINE)),
                jooq.selectFrom(MODEL_METRIC)
                        .where(MODEL_METRIC.MODEL_ID.eq(id))
                        .orderBy(MODEL_METRIC.POSITION)
                        .fetch(metric -> metric(id, metric)),
                row.get(MODEL.PROVENANCE));
    }

    private Map<String, Long> counts(String id) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jooq.selectFrom(MODEL_ROWS)
                .where(MODEL_ROWS.MODEL_ID.eq(id))
                .orderBy(MODEL_ROWS.POSITION)
                .forEach(row -> counts.put(row.get(MODEL_ROWS.NAME), row.get(MODEL_ROWS.ROW_COUNT)));
        return counts;
    }

    private Map<String, String> settings(String id) {
        Map<String, String> settings = new LinkedHashMap<>();
        jooq.selectFrom(MODEL_SETTING)
                .where(MODEL_SETTING.MODEL_ID.eq(id))
                .orderBy(MODEL_SETTING.POSITION)
                .forEach(row -> settings.put(row.get(MODEL_SETTING.NAME), row.get(MODEL_SETTING.VALUE)));
        return settings;
    }

    private Metric metric(String id, Record row) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        jooq.selectFrom(MODEL_FIGURE)
                .where(MODEL_FIGURE.MODEL_ID.eq(id))
                .and(MODEL_FIGURE.POSITION.eq(row.get(MODEL_METRIC.POSITION)))
                .forEach(figure -> figures.put(figure.get(MODEL_FIGURE.WHOSE), figure(figure)));
        return new Metric(
                row.get(MODEL_METRIC.NAME),
                row.get(MODEL_METRIC.DEFINITION),
                row.get(MODEL_METRIC.HIGHER_IS_BETTER),
                figures.get(OF_MODEL),
                Optional.ofNullable(figures.get(OF_BASELINE)),
                Optional.ofNullable(figures.get(OF_GAIN)));
    }

    private static Figure figure(Record row) {
        return new Figure(
                row.get(MODEL_FIGURE.VALUE),
                Optional.ofNullable(row.get(MODEL_FIGURE.LOW))
                        .map(low -> new Interval(low, row.get(MODEL_FIGURE.HIGH), row.get(MODEL_FIGURE.CONFIDENCE))));
    }
}
