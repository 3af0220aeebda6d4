package io.virality.persistence;

import static io.virality.persistence.schema.Tables.EXPERIMENT;
import static io.virality.persistence.schema.Tables.EXPERIMENT_CAP;
import static io.virality.persistence.schema.Tables.EXPERIMENT_CHANGE;
import static io.virality.persistence.schema.Tables.EXPERIMENT_DELIVERY;
import static io.virality.persistence.schema.Tables.EXPERIMENT_METRIC;
import static io.virality.persistence.schema.Tables.EXPERIMENT_SUMMARY;
import static io.virality.persistence.schema.Tables.EXPERIMENT_VARIATION;
import static io.virality.persistence.schema.Tables.EXPOSURE;
import static io.virality.persistence.schema.Tables.OUTCOME;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Units;
import io.virality.domain.experiment.Variation;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.ingest.Tally;
import io.virality.domain.insight.Statement;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.TableField;

/** Designs by jOOQ; what is told of units, of which there are many, by prepared statements. */
final class JooqExperiments implements Experiments {

    private static final String DIALECT = "sqlite";

    private final DSLContext jooq;
    private final DirectStatements direct;

    @Inject
    JooqExperiments(DSLContext jooq, DirectStatements direct) {
        this.jooq = jooq;
        this.direct = direct;
    }

    @Override
    public List<Experiment> all() {
        return jooq.selectFrom(EXPERIMENT).orderBy(EXPERIMENT.KEY).fetch(this::experiment);
    }

    @Override
    public Optional<Experiment> find(String key) {
        return jooq.selectFrom(EXPERIMENT).where(EXPERIMENT.KEY.eq(key)).fetchOptional(this::experiment);
    }

    @Override
    public void save(Experiment experiment) {
        Design design = experiment.design();
        Targeting targeting = design.targeting();
        Optional<Namespace> namespace = targeting.namespace();
        Map<TableField<?, ?>, Object> row = new HashMap<>();
        row.put(EXPERIMENT.KEY, design.key());
        row.put(EXPERIMENT.HYPOTHESIS, design.hypothesis());
        row.put(EXPERIMENT.OWNER, design.owner());
        row.put(EXPERIMENT.RANDOMIZED_UNIT, design.unit().name());
        row.put(EXPERIMENT.COVERAGE, targeting.coverage());
        row.put(EXPERIMENT.TARGETING, AttributeJson.write(targeting.condition()));
        row.put(EXPERIMENT.NAMESPACE, namespace.map(Namespace::name).orElse(null));
        row.put(EXPERIMENT.NAMESPACE_START, namespace.map(Namespace::start).orElse(null));
        row.put(EXPERIMENT.NAMESPACE_END, namespace.map(Namespace::end).orElse(null));
        row.put(EXPERIMENT.UNIT_ATTRIBUTE, targeting.attribute());
        row.put(EXPERIMENT.STICKY, targeting.sticky());
        row.put(EXPERIMENT.ENGINE, design.engine().name());
        row.put(EXPERIMENT.ALPHA, design.alpha());
        row.put(EXPERIMENT.STATE, experiment.state().name());
        row.put(EXPERIMENT.STARTED_AT, experiment.startedAt().orElse(null));
        row.put(EXPERIMENT.STOPPED_AT, experiment.stoppedAt().orElse(null));
        row.put(EXPERIMENT.SIMULATED, experiment.origin() == Origin.SIMULATED);
        jooq.insertInto(EXPERIMENT)
                .set(row)
                .onConflict(EXPERIMENT.KEY)
                .doUpdate()
                .set(row)
                .execute();
        int id = id(experiment);
        replace(EXPERIMENT_VARIATION, EXPERIMENT_VARIATION.EXPERIMENT_ID.eq(id));
        replace(EXPERIMENT_METRIC, EXPERIMENT_METRIC.EXPERIMENT_ID.eq(id));
        replace(EXPERIMENT_CHANGE, EXPERIMENT_CHANGE.EXPERIMENT_ID.eq(id));
        for (int i = 0; i < design.variations().size(); i++) {
            Variation variation = design.variations().get(i);
            jooq.insertInto(EXPERIMENT_VARIATION)
                    .values(id, i, variation.key(), variation.name(), variation.weight())
                    .execute();
        }
        for (int i = 0; i < design.metrics().size(); i++) {
            save(id, i, design.metrics().get(i));
        }
        for (int i = 0; i < experiment.changes().size(); i++) {
            Change change = experiment.changes().get(i);
            jooq.insertInto(EXPERIMENT_CHANGE)
                    .values(id, i, change.at(), change.by(), change.kind().name(), change.words())
                    .execute();
        }
    }

    private void replace(Table<?> table, Condition ofThisExperiment) {
        jooq.deleteFrom(table).where(ofThisExperiment).execute();
    }

    private void save(int experiment, int position, RegisteredMetric metric) {
        Measurement measurement = metric.measurement();
        Optional<CapRule> cap = measurement.cap();
        Optional<CapRule.AtQuantile> quantile =
                cap.filter(CapRule.AtQuantile.class::isInstance).map(CapRule.AtQuantile.class::cast);
        jooq.insertInto(EXPERIMENT_METRIC)
                .set(EXPERIMENT_METRIC.EXPERIMENT_ID, experiment)
                .set(EXPERIMENT_METRIC.POSITION, position)
                .set(EXPERIMENT_METRIC.KEY, metric.key())
                .set(EXPERIMENT_METRIC.ROLE, metric.role().name())
                .set(EXPERIMENT_METRIC.KIND, measurement.kind().name())
                .set(EXPERIMENT_METRIC.OUTCOME, measurement.outcome())
                .set(EXPERIMENT_METRIC.PER, measurement.per().orElse(null))
                .set(EXPERIMENT_METRIC.DELAY, measurement.delay().toMillis())
                .set(
                        EXPERIMENT_METRIC.WINDOW_LENGTH,
                        measurement.window().map(Duration::toMillis).orElse(null))
                .set(
                        EXPERIMENT_METRIC.COVARIATE_LENGTH,
                        measurement.covariate().map(Duration::toMillis).orElse(null))
                .set(
                        EXPERIMENT_METRIC.CAP,
                        cap.filter(CapRule.At.class::isInstance)
                                .map(rule -> ((CapRule.At) rule).value())
                                .orElse(null))
                .set(
                        EXPERIMENT_METRIC.CAP_QUANTILE,
                        quantile.map(CapRule.AtQuantile::probability).orElse(null))
                .set(
                        EXPERIMENT_METRIC.CAP_NON_ZERO,
                        quantile.map(CapRule.AtQuantile::overNonZero).orElse(false))
                .set(EXPERIMENT_METRIC.HIGHER_IS_BETTER, metric.higherIsBetter())
                .set(
                        EXPERIMENT_METRIC.MARGIN,
                        metric.margin().isPresent() ? metric.margin().getAsDouble() : null)
                .execute();
    }

    private int id(Experiment experiment) {
        return jooq.select(EXPERIMENT.ID)
                .from(EXPERIMENT)
                .where(EXPERIMENT.KEY.eq(experiment.key()))
                .fetchSingle(EXPERIMENT.ID);
    }

    private Experiment experiment(Record row) {
        int id = row.get(EXPERIMENT.ID);
        Targeting targeting = new Targeting(
                row.get(EXPERIMENT.COVERAGE),
                direct.run(statements -> AttributeJson.read(statements, row.get(EXPERIMENT.TARGETING))),
                Optional.ofNullable(row.get(EXPERIMENT.NAMESPACE))
                        .map(name -> new Namespace(
                                name, row.get(EXPERIMENT.NAMESPACE_START), row.get(EXPERIMENT.NAMESPACE_END))),
                row.get(EXPERIMENT.UNIT_ATTRIBUTE),
                row.get(EXPERIMENT.STICKY));
        Design design = new Design(
                row.get(EXPERIMENT.KEY),
                row.get(EXPERIMENT.HYPOTHESIS),
                row.get(EXPERIMENT.OWNER),
                RandomizedUnit.valueOf(row.get(EXPERIMENT.RANDOMIZED_UNIT)),
                jooq.selectFrom(EXPERIMENT_VARIATION)
                        .where(EXPERIMENT_VARIATION.EXPERIMENT_ID.eq(id))
                        .orderBy(EXPERIMENT_VARIATION.POSITION)
                        .fetch(variation -> new Variation(
                                variation.get(EXPERIMENT_VARIATION.KEY),
                                variation.get(EXPERIMENT_VARIATION.NAME),
                                variation.get(EXPERIMENT_VARIATION.WEIGHT))),
                targeting,
                jooq.selectFrom(EXPERIMENT_METRIC)
                        .where(EXPERIMENT_METRIC.EXPERIMENT_ID.eq(id))
                        .orderBy(EXPERIMENT_METRIC.POSITION)
                        .fetch(JooqExperiments::metric),
                Engine.valueOf(row.get(EXPERIMENT.ENGINE)),
                row.get(EXPERIMENT.ALPHA));
        return new Experiment(
                design,
                Experiment.State.valueOf(row.get(EXPERIMENT.STATE)),
                Optional.ofNullable(row.get(EXPERIMENT.STARTED_AT)),
                Optional.ofNullable(row.get(EXPERIMENT.STOPPED_AT)),
                jooq.selectFrom(EXPERIMENT_CHANGE)
                        .where(EXPERIMENT_CHANGE.EXPERIMENT_ID.eq(id))
                        .orderBy(EXPERIMENT_CHANGE.POSITION)
                        .fetch(change -> new Change(
                                change.get(EXPERIMENT_CHANGE.CHANGED_AT),
                                change.get(EXPERIMENT_CHANGE.CHANGED_BY),
                                Change.Kind.valueOf(change.get(EXPERIMENT_CHANGE.KIND)),
                                change.get(EXPERIMENT_CHANGE.WORDS))),
                row.get(EXPERIMENT.SIMULATED) ? Origin.SIMULATED : Origin.REAL);
    }

    private static RegisteredMetric metric(Record row) {
        Optional<CapRule> atValue =
                Optional.ofNullable(row.get(EXPERIMENT_METRIC.CAP)).map(CapRule.At::new);
        Optional<CapRule> atQuantile = Optional.ofNullable(row.get(EXPERIMENT_METRIC.CAP_QUANTILE))
                .map(probability -> new CapRule.AtQuantile(probability, row.get(EXPERIMENT_METRIC.CAP_NON_ZERO)));
        Double margin = row.get(EXPERIMENT_METRIC.MARGIN);
        return new RegisteredMetric(
                row.get(EXPERIMENT_METRIC.KEY),
                Metric.Role.valueOf(row.get(EXPERIMENT_METRIC.ROLE)),
                new Measurement(
                        Metric.Kind.valueOf(row.get(EXPERIMENT_METRIC.KIND)),
                        row.get(EXPERIMENT_METRIC.OUTCOME),
                        Optional.ofNullable(row.get(EXPERIMENT_METRIC.PER)),
                        Duration.ofMillis(row.get(EXPERIMENT_METRIC.DELAY)),
                        Optional.ofNullable(row.get(EXPERIMENT_METRIC.WINDOW_LENGTH))
                                .map(Duration::ofMillis),
                        Optional.ofNullable(row.get(EXPERIMENT_METRIC.COVARIATE_LENGTH))
                                .map(Duration::ofMillis),
                        atValue.or(() -> atQuantile)),
                row.get(EXPERIMENT_METRIC.HIGHER_IS_BETTER),
                margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin));
    }

    @Override
    public long receive(Experiment experiment, Instant at) {
        return jooq.insertInto(EXPERIMENT_DELIVERY)
                .set(EXPERIMENT_DELIVERY.EXPERIMENT_ID, id(experiment))
                .set(EXPERIMENT_DELIVERY.RECEIVED_AT, at)
                .returning(EXPERIMENT_DELIVERY.ID)
                .fetchSingle(EXPERIMENT_DELIVERY.ID);
    }

    @Override
    public Tally recordExposures(Experiment experiment, long delivery, List<Exposure> exposures) {
        int id = id(experiment);
        return record(
                exposures,
                "insert or ignore into exposure"
                        + " (variation, exposed_at, attributes, several, delivery_id, experiment_id, unit)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                "update exposure set"
                        + " several = several or ?4 or variation <> ?1,"
                        + " variation = iif(?2 < exposed_at, ?1, variation),"
                        + " attributes = iif(?2 < exposed_at, ?3, attributes),"
                        + " exposed_at = min(?2, exposed_at),"
                        + " delivery_id = ?5"
                        + " where experiment_id = ?6 and unit = ?7"
                        + " and (?2 < exposed_at or several < (?4 or variation <> ?1))",
                exposure -> new Object[] {
                    exposure.variation(),
                    exposure.at().toEpochMilli(),
                    AttributeJson.write(exposure.attributes()),
                    exposure.several() ? 1 : 0,
                    delivery,
                    id,
                    exposure.unit()
                });
    }

    @Override
    public Tally recordOutcomes(Experiment experiment, long delivery, List<Outcome> outcomes) {
        int id = id(experiment);
        return record(
                outcomes,
                "insert or ignore into outcome"
                        + " (value, delivery_id, experiment_id, name, unit, happened_at, outcome_key)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                "update outcome set value = ?1, delivery_id = ?2 where experiment_id = ?3 and name = ?4"
                        + " and unit = ?5 and happened_at = ?6 and outcome_key = ?7 and value <> ?1",
                outcome -> new Object[] {
                    outcome.value(),
                    delivery,
                    id,
                    outcome.name(),
                    outcome.unit(),
                    outcome.at().toEpochMilli(),
                    outcome.id()
                });
    }

    @Override
    public Tally recordSummaries(Experiment experiment, long delivery, List<Summary> summaries) {
        int id = id(experiment);
        return record(
                summaries,
                "insert or ignore into experiment_summary"
                        + " (units, mean, variance, delivery_id, experiment_id, metric, variation, begins_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                "update experiment_summary set units = ?1, mean = ?2, variance = ?3, delivery_id = ?4"
                        + " where experiment_id = ?5 and metric = ?6 and variation = ?7 and begins_at = ?8"
                        + " and (units <> ?1 or mean <> ?2 or variance <> ?3)",
                summary -> new Object[] {
                    summary.n(),
                    summary.mean(),
                    summary.variance(),
                    delivery,
                    id,
                    summary.metric(),
                    summary.variation(),
                    summary.at().toEpochMilli()
                });
    }

    /** @param correction writes nothing where nothing is different */
    private <T> Tally record(List<T> rows, String insertion, String correction, Function<T, Object[]> values) {
        return direct.run(statements -> {
            long stored = 0;
            long updated = 0;
            for (T row : rows) {
                Object[] told = values.apply(row);
                int inserted = statements.update(insertion, told);
                stored += inserted;
                updated += inserted == 1 ? 0 : statements.update(correction, told);
            }
            return new Tally(stored, updated, rows.size() - stored - updated);
        });
    }

    @Override
    public Watermark watermark(Experiment experiment) {
        int id = id(experiment);
        Record2<Integer, Instant> newest = jooq.select(
                        max(EXPERIMENT_DELIVERY.ID), max(EXPERIMENT_DELIVERY.RECEIVED_AT))
                .from(EXPERIMENT_DELIVERY)
                .where(EXPERIMENT_DELIVERY.EXPERIMENT_ID.eq(id))
                .fetchSingle();
        List<Told> told = List.of(
                told(EXPOSURE, EXPOSURE.EXPERIMENT_ID, EXPOSURE.EXPOSED_AT, id),
                told(OUTCOME, OUTCOME.EXPERIMENT_ID, OUTCOME.HAPPENED_AT, id),
                told(EXPERIMENT_SUMMARY, EXPERIMENT_SUMMARY.EXPERIMENT_ID, EXPERIMENT_SUMMARY.BEGINS_AT, id));
        return new Watermark(
                newest.value1() == null ? 0 : newest.value1(),
                Optional.ofNullable(newest.value2()),
                told.stream()
                        .flatMap(rows -> rows.newest().stream())
                        .reduce((one, other) -> one.isAfter(other) ? one : other),
                told.stream().mapToLong(Told::rows).sum(),
                isSummarized(id));
    }

    /** How many rows tell something, and the newest time that they speak of. */
    private record Told(long rows, Optional<Instant> newest) {}

    private Told told(Table<?> table, TableField<?, Integer> experiment, TableField<?, Instant> time, int id) {
        return jooq.select(count(), max(time))
                .from(table)
                .where(experiment.eq(id))
                .fetchSingle(row -> new Told(row.value1(), Optional.ofNullable(row.value2())));
    }

    private boolean isSummarized(int id) {
        return jooq.fetchExists(EXPERIMENT_SUMMARY, EXPERIMENT_SUMMARY.EXPERIMENT_ID.eq(id));
    }

    @Override
    public Map<String, String> exposedTo(Experiment experiment, Collection<String> units) {
        int id = id(experiment);
        Map<String, String> variations = new HashMap<>();
        direct.run(statements -> {
            for (String unit : units) {
                String variation = statements.first(
                        "select variation from exposure where experiment_id = ? and unit = ?",
                        row -> row.getString(1),
                        id,
                        unit);
                if (variation != null) {
                    variations.put(unit, variation);
                }
            }
            return null;
        });
        return variations;
    }

    @Override
    public List<Exposure> exposures(Experiment experiment) {
        int id = id(experiment);
        return jooq.selectFrom(EXPOSURE)
                .where(EXPOSURE.EXPERIMENT_ID.eq(id))
                .orderBy(EXPOSURE.UNIT)
                .fetch(row -> new Exposure(
                        row.getUnit(),
                        row.getVariation(),
                        row.getExposedAt(),
                        direct.run(statements -> AttributeJson.read(statements, row.getAttributes())),
                        row.getSeveral()));
    }

    @Override
    public Attendance attendance(Experiment experiment, Optional<Instant> since) {
        int id = id(experiment);
        String sql = isSummarized(id)
                ? "select date(begins_at / 1000, 'unixepoch') as day, variation, 0 as several, sum(units) as units"
                        + "\nfrom experiment_summary\nwhere experiment_id = "
                        + id + " and metric = "
                        + MetricSql.text(
                                experiment.design().primary().orElseThrow().key())
                        + since.map(time -> " and begins_at >= " + time.toEpochMilli())
                                .orElse("")
                        + "\ngroup by day, variation\norder by day, variation"
                : "select date(exposed_at / 1000, 'unixepoch') as day, variation, several, count(*) as units"
                        + "\nfrom exposure\nwhere experiment_id = " + id
                        + since.map(time -> " and exposed_at >= " + time.toEpochMilli())
                                .orElse("")
                        + "\ngroup by day, several, variation\norder by day, several, variation";
        List<Group> groups = direct.run(statements -> statements.all(
                sql,
                row -> new Group(
                        row.getString("day"),
                        row.getString("variation"),
                        row.getBoolean("several"),
                        row.getLong("units"))));
        Map<String, Map<String, Long>> days = new TreeMap<>();
        groups.stream().filter(group -> !group.several).forEach(group -> days.computeIfAbsent(
                        group.day, day -> new HashMap<>())
                .put(group.variation, group.units));
        return new Attendance(
                days.entrySet().stream()
                        .map(day -> new Attendance.Arrivals(day.getKey(), day.getValue()))
                        .toList(),
                groups.stream().filter(Group::several).mapToLong(Group::units).sum(),
                new Statement(DIALECT, sql));
    }

    /** Units that were exposed alike. */
    private record Group(String day, String variation, boolean several, long units) {}

    @Override
    public Measured measure(Experiment experiment, RegisteredMetric metric, Breakdown breakdown, Instant told) {
        int id = id(experiment);
        MetricSql sql = new MetricSql(id, metric, told);
        boolean summarized = isSummarized(id);
        Measurement measurement = summarized ? metric.measurement().ofSummaries() : metric.measurement();
        String statement = summarized ? sql.ofSummaries(breakdown) : sql.ofUnits(breakdown);
        List<Part> parts = direct.run(statements -> statements.all(
                statement,
                row -> new Part(
                        new Measured.Cell(
                                row.getString("variation"),
                                row.getString("part"),
                                measurement.statistics(moments(measurement, row))),
                        row.getDouble("cap"))));
        return new Measured(
                measurement,
                parts.stream().map(Part::cell).toList(),
                parts.stream()
                        .mapToDouble(Part::cap)
                        .filter(cap -> measurement.cap().isPresent())
                        .findFirst(),
                new Statement(DIALECT, statement));
    }

    @Override
    public void eachUnit(Experiment experiment, RegisteredMetric metric, Instant told, Consumer<Units> shown) {
        List<String> variations =
                experiment.design().variations().stream().map(Variation::key).toList();
        UnitBatch batch = new UnitBatch(metric.measurement().variables(), shown);
        direct.run(statements -> {
            statements.each(
                    new MetricSql(id(experiment), metric, told).ofEachUnit(),
                    row -> batch.add(variations.indexOf(row.getString(1)), row));
            return null;
        });
        batch.show();
    }

    @Override
    public Map<String, Cap> caps(Experiment experiment) {
        return jooq.selectFrom(EXPERIMENT_CAP)
                .where(EXPERIMENT_CAP.EXPERIMENT_ID.eq(id(experiment)))
                .fetchMap(EXPERIMENT_CAP.METRIC, row -> new Cap(row.getValue()));
    }

    @Override
    public void fixCap(Experiment experiment, RegisteredMetric metric, Cap cap, Instant at) {
        jooq.insertInto(EXPERIMENT_CAP)
                .set(EXPERIMENT_CAP.EXPERIMENT_ID, id(experiment))
                .set(EXPERIMENT_CAP.METRIC, metric.key())
                .set(EXPERIMENT_CAP.VALUE, cap.value())
                .set(EXPERIMENT_CAP.FIXED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void releaseCap(Experiment experiment, RegisteredMetric metric) {
        jooq.deleteFrom(EXPERIMENT_CAP)
                .where(EXPERIMENT_CAP.EXPERIMENT_ID.eq(id(experiment)), EXPERIMENT_CAP.METRIC.eq(metric.key()))
                .execute();
    }

    /** A row of a metric's statement. */
    private record Part(Measured.Cell cell, double cap) {}

    private static Moments moments(Measurement measurement, ResultSet row) throws SQLException {
        int variables = measurement.variables();
        double[] means = new double[variables];
        double[][] products = new double[variables][variables];
        for (int i = 0; i < variables; i++) {
            means[i] = row.getDouble("m" + i);
            for (int j = 0; j <= i; j++) {
                products[i][j] = row.getDouble("p" + i + j);
                products[j][i] = products[i][j];
            }
        }
        return Moments.ofDeviations(row.getLong("units"), measurement.binary(), means, products);
    }
}
