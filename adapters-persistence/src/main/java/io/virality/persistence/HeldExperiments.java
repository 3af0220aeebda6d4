package io.virality.persistence;

import static io.virality.persistence.schema.Tables.EXPERIMENT;
import static io.virality.persistence.schema.Tables.EXPERIMENT_CAP;
import static io.virality.persistence.schema.Tables.EXPERIMENT_DELIVERY;
import static io.virality.persistence.schema.Tables.EXPERIMENT_SUMMARY;
import static io.virality.persistence.schema.Tables.EXPOSURE;
import static io.virality.persistence.schema.Tables.OUTCOME;
import static org.jooq.impl.DSL.max;

import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.Summary;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Experiments by key, each followed by what was told of it. */
final class HeldExperiments {

    /** Most units are like many others. */
    private static final int MOST_REMEMBERED = 10_000;

    private final DSLContext jooq;
    private final DirectStatements direct;
    private final Experiments experiments;

    HeldExperiments(DSLContext jooq, DirectStatements direct, Experiments experiments) {
        this.jooq = jooq;
        this.direct = direct;
        this.experiments = experiments;
    }

    void forEach(Consumer<Reading> visitor) {
        for (Experiment experiment : experiments.all()) {
            String key = experiment.key();
            int id = jooq.select(EXPERIMENT.ID)
                    .from(EXPERIMENT)
                    .where(EXPERIMENT.KEY.eq(key))
                    .fetchSingle(EXPERIMENT.ID);
            visitor.accept(piece(course(experiment, id)));
            Map<String, Fields> remembered = new HashMap<>();
            visit(
                    EXPOSURE,
                    EXPOSURE.EXPERIMENT_ID.eq(id),
                    EXPOSURE.DELIVERY_ID,
                    visitor,
                    row -> new Kept.Met(key, exposure(row, remembered), receivedAt(row)),
                    EXPOSURE.UNIT);
            visit(
                    OUTCOME,
                    OUTCOME.EXPERIMENT_ID.eq(id),
                    OUTCOME.DELIVERY_ID,
                    visitor,
                    row -> new Kept.Happened(key, outcome(row), receivedAt(row)),
                    OUTCOME.NAME,
                    OUTCOME.UNIT,
                    OUTCOME.HAPPENED_AT,
                    OUTCOME.OUTCOME_KEY);
            visit(
                    EXPERIMENT_SUMMARY,
                    EXPERIMENT_SUMMARY.EXPERIMENT_ID.eq(id),
                    EXPERIMENT_SUMMARY.DELIVERY_ID,
                    visitor,
                    row -> new Kept.Counted(key, summary(row), receivedAt(row)),
                    EXPERIMENT_SUMMARY.METRIC,
                    EXPERIMENT_SUMMARY.VARIATION,
                    EXPERIMENT_SUMMARY.BEGINS_AT);
        }
    }

    private void visit(
            Table<?> table,
            Condition ofTheExperiment,
            Field<Integer> delivery,
            Consumer<Reading> visitor,
            Function<Record, Kept> kept,
            Field<?>... order) {
        JooqHoldings.visit(
                jooq.select(table.fields())
                        .select(EXPERIMENT_DELIVERY.RECEIVED_AT)
                        .from(table)
                        .join(EXPERIMENT_DELIVERY)
                        .on(EXPERIMENT_DELIVERY.ID.eq(delivery))
                        .where(ofTheExperiment)
                        .orderBy(order),
                visitor,
                row -> piece(kept.apply(row)));
    }

    private static ExperimentObservation piece(Kept kept) {
        return new ExperimentObservation("", kept);
    }

    private Kept course(Experiment experiment, int id) {
        return new Kept.Course(
                experiment,
                Optional.ofNullable(jooq.select(max(EXPERIMENT_DELIVERY.RECEIVED_AT))
                        .from(EXPERIMENT_DELIVERY)
                        .where(EXPERIMENT_DELIVERY.EXPERIMENT_ID.eq(id))
                        .fetchSingle()
                        .value1()),
                jooq.selectFrom(EXPERIMENT_CAP)
                        .where(EXPERIMENT_CAP.EXPERIMENT_ID.eq(id))
                        .orderBy(EXPERIMENT_CAP.METRIC)
                        .fetch(cap -> new Kept.FixedCap(cap.getMetric(), new Cap(cap.getValue()), cap.getFixedAt())));
    }

    private static Instant receivedAt(Record row) {
        return row.get(EXPERIMENT_DELIVERY.RECEIVED_AT);
    }

    private Exposure exposure(Record row, Map<String, Fields> remembered) {
        if (remembered.size() == MOST_REMEMBERED) {
            remembered.clear();
        }
        return new Exposure(
                row.get(EXPOSURE.UNIT),
                row.get(EXPOSURE.VARIATION),
                row.get(EXPOSURE.EXPOSED_AT),
                remembered.computeIfAbsent(
                        row.get(EXPOSURE.ATTRIBUTES),
                        json -> direct.run(statements -> AttributeJson.read(statements, json))),
                row.get(EXPOSURE.SEVERAL));
    }

    private static Outcome outcome(Record row) {
        return new Outcome(
                row.get(OUTCOME.UNIT),
                row.get(OUTCOME.NAME),
                row.get(OUTCOME.HAPPENED_AT),
                row.get(OUTCOME.OUTCOME_KEY),
                row.get(OUTCOME.VALUE));
    }

    private static Summary summary(Record row) {
        return new Summary(
                row.get(EXPERIMENT_SUMMARY.METRIC),
                row.get(EXPERIMENT_SUMMARY.VARIATION),
                row.get(EXPERIMENT_SUMMARY.BEGINS_AT),
                row.get(EXPERIMENT_SUMMARY.UNITS),
                row.get(EXPERIMENT_SUMMARY.MEAN),
                row.get(EXPERIMENT_SUMMARY.VARIANCE));
    }
}
