package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric.Kind;
import io.virality.domain.experiment.Metric.Role;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.ingest.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Experiments} promises. */
public abstract class ExperimentsContract extends StoredPortContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final RegisteredMetric ORDERS =
            RegisteredMetric.of("orders", Role.PRIMARY, Measurement.of(Kind.PROPORTION, "order"));

    /** One of each kind, with all that can be said of it. */
    static final List<RegisteredMetric> METRICS = List.of(
            ORDERS,
            RegisteredMetric.of("revenue", Role.SECONDARY, Measurement.of(Kind.MEAN, "order")),
            RegisteredMetric.of(
                    "revenue-within",
                    Role.SECONDARY,
                    new Measurement(
                            Kind.MEAN,
                            "order",
                            Optional.empty(),
                            HOUR,
                            Optional.of(HOUR.multipliedBy(20)),
                            Optional.of(Duration.ofDays(2)),
                            Optional.empty())),
            RegisteredMetric.of(
                    "revenue-capped",
                    Role.SECONDARY,
                    Measurement.of(Kind.MEAN, "order").capped(new CapRule.At(12.5))),
            RegisteredMetric.of(
                    "revenue-winsorised",
                    Role.SECONDARY,
                    Measurement.of(Kind.MEAN, "order").capped(new CapRule.AtQuantile(.9, true))),
            RegisteredMetric.of(
                    "visits",
                    Role.SECONDARY,
                    Measurement.of(Kind.COUNT, "visit").capped(new CapRule.AtQuantile(.83, false))),
            RegisteredMetric.of("per-visit", Role.SECONDARY, Measurement.ofRatio("order", "visit")),
            RegisteredMetric.of(
                    "per-visit-adjusted",
                    Role.SECONDARY,
                    Measurement.ofRatio("order", "visit").adjustedBy(Duration.ofDays(3))),
            RegisteredMetric.of(
                    "orders-adjusted",
                    Role.SECONDARY,
                    Measurement.of(Kind.PROPORTION, "order").adjustedBy(Duration.ofDays(3))),
            new RegisteredMetric(
                    "complaints",
                    Role.GUARDRAIL,
                    Measurement.of(Kind.COUNT, "complaint").within(HOUR.multipliedBy(30)),
                    false,
                    OptionalDouble.of(.02)));

    static Design design(String key) {
        return new Design(
                key,
                "boosted creators sell more",
                "ada",
                RandomizedUnit.USER,
                List.of(new Variation("control", "as it is", .5), new Variation("boost", "it's boosted", .5)),
                Targeting.EVERYONE,
                METRICS,
                Engine.FREQUENTIST,
                .05);
    }

    private Experiment running(String key) {
        Experiment experiment =
                Experiment.drafted(design(key), Origin.REAL, "ada", NOON).started("ada", NOON);
        ports.experiments().save(experiment);
        return experiment;
    }

    @Test
    void an_experiment_comes_back_as_it_was_saved() {
        Fields condition = fields(
                "country", fields("$in", new Many(List.of(new Text("US"), new Text("it's \"é\"\n")))),
                "age", fields("$gte", new Figure(17.5), "$ne", new Figure(-2e30)),
                "verified", new Truth(true),
                "banned", Attribute.ABSENT,
                "$not", fields("a.b", new Truth(false)));
        Design design = new Design(
                "targeted",
                "?",
                "",
                RandomizedUnit.CREATOR,
                List.of(new Variation("a", "A", .2), new Variation("b", "", .3), new Variation("c", "C", .5)),
                new Targeting(.4, condition, Optional.of(new Namespace("shop", .25, .75)), "creator_id", true),
                METRICS,
                Engine.BAYESIAN,
                .1);
        Experiment draft = Experiment.drafted(design, Origin.SIMULATED, "ada", NOON);
        ports.experiments().save(draft);
        assertEquals(Optional.of(draft), ports.experiments().find("targeted"));

        Experiment ended = draft.started("bob", NOON.plus(HOUR))
                .changed(design, "bob", NOON.plus(HOUR))
                .stopped("enough", "ada", NOON.plus(HOUR).plus(HOUR));
        ports.experiments().save(ended);
        assertEquals(Optional.of(ended), ports.experiments().find("targeted"));
    }

    @Test
    void experiments_are_listed_by_key() {
        running("b");
        running("a");
        assertEquals(
                List.of("a", "b"),
                ports.experiments().all().stream().map(Experiment::key).toList());
        assertEquals(Optional.empty(), ports.experiments().find("c"));
    }

    @Test
    void a_unit_counts_where_it_was_first_and_nowhere_once_it_was_elsewhere() {
        Experiment experiment = running("x");
        expose(experiment, exposure("u", "control", 5), exposure("v", "boost", 5), exposure("w", "boost", 9));
        expose(experiment, exposure("u", "control", 3), exposure("v", "control", 4), exposure("z", "boost", 1));
        Attendance all = ports.experiments().attendance(experiment, Optional.empty());
        assertEquals(Map.of("control", 1L, "boost", 2L), all.units());
        assertEquals(1, all.several());
        assertEquals(
                List.of(Map.of("control", 1L, "boost", 2L)),
                all.soFar(),
                "all came on the first day, which ends 12 hours after noon");
        Attendance later = ports.experiments().attendance(experiment, Optional.of(NOON.plus(HOUR.multipliedBy(3))));
        assertEquals(Map.of("control", 1L, "boost", 1L), later.units());
        assertEquals(
                Map.of("u", "control", "v", "control", "z", "boost"),
                ports.experiments().exposedTo(experiment, List.of("u", "v", "z", "stranger")),
                "by the time of the exposure, not of its delivery");
    }

    @Test
    void of_each_unit_the_first_exposure_is_told_as_it_was() {
        Experiment experiment = running("x");
        Experiments experiments = ports.experiments();
        Attribute.Fields known = new Attribute.Fields(List.of(new Attribute.Field(
                "picks", new Attribute.Fields(List.of(new Attribute.Field("ada", new Attribute.Text("score")))))));
        Exposure first = new Exposure("v", "boost", exposure("v", "boost", 5).at(), known);
        experiments.recordExposures(
                experiment,
                receive(experiment),
                List.of(first, exposure("u", "control", 6), exposure("v", "boost", 7)));
        assertEquals(List.of(exposure("u", "control", 6), first), experiments.exposures(experiment));
        assertEquals(List.of(), experiments.exposures(running("y")));
    }

    @Test
    void what_is_told_is_new_or_makes_a_difference_or_none() {
        Experiment experiment = running("x");
        Experiments experiments = ports.experiments();
        List<Exposure> exposures = List.of(exposure("u", "control", 5), exposure("v", "boost", 5));
        assertEquals(new Tally(2, 0, 0), experiments.recordExposures(experiment, receive(experiment), exposures));
        assertEquals(new Tally(0, 0, 2), experiments.recordExposures(experiment, receive(experiment), exposures));
        assertEquals(
                new Tally(0, 2, 1),
                experiments.recordExposures(
                        experiment,
                        receive(experiment),
                        List.of(exposure("u", "control", 4), exposure("v", "control", 6), exposure("v", "control", 7))),
                "one earlier, one elsewhere, which was known by the third");
        Outcome order = outcome("u", "order", 1, 7);
        assertEquals(
                new Tally(1, 0, 1), experiments.recordOutcomes(experiment, receive(experiment), List.of(order, order)));
        assertEquals(
                new Tally(0, 1, 0),
                experiments.recordOutcomes(experiment, receive(experiment), List.of(outcome("u", "order", 1, 8))));
        Summary summary = new Summary("orders", "control", NOON, 10, .5, 0);
        assertEquals(
                new Tally(1, 0, 1),
                experiments.recordSummaries(experiment, receive(experiment), List.of(summary, summary)));
        assertEquals(
                new Tally(0, 1, 0),
                experiments.recordSummaries(
                        experiment, receive(experiment), List.of(new Summary("orders", "control", NOON, 10, .5, 1))));
    }

    @Test
    void a_unit_that_is_known_to_have_met_several_counts_in_none() {
        Experiment experiment = running("x");
        expose(experiment, exposure("u", "control", 5), exposure("v", "control", 5));
        expose(
                experiment,
                new Exposure("u", "control", NOON.plus(HOUR.multipliedBy(5)), Fields.NONE, true),
                new Exposure("w", "boost", NOON.plus(HOUR), Fields.NONE, true));
        Attendance all = ports.experiments().attendance(experiment, Optional.empty());
        assertEquals(Map.of("control", 1L), all.units());
        assertEquals(2, all.several());
    }

    @Test
    void experiments_know_nothing_of_each_other() {
        Experiment one = running("one");
        Experiment other = running("other");
        expose(one, exposure("u", "control", 0));
        ports.experiments().recordOutcomes(other, receive(other), List.of(outcome("u", "order", 1, 7)));
        assertEquals(
                Map.of(),
                ports.experiments().attendance(other, Optional.empty()).units());
        assertEquals(0, cell(one, "revenue", "control").value());
    }

    @Test
    void outcomes_count_from_the_delay_to_the_end_of_the_window_and_corrected_ones_once() {
        Experiment experiment = running("x");
        expose(experiment, exposure("u", "control", 0));
        ports.experiments()
                .recordOutcomes(
                        experiment,
                        receive(experiment),
                        List.of(
                                outcome("u", "order", .99, 1),
                                outcome("u", "order", 1, 10),
                                outcome("u", "order", 20.99, 100),
                                outcome("u", "order", 21, 1000),
                                outcome("u", "order", -1, 10_000),
                                outcome("u", "order", -48.1, 100_000),
                                outcome("u", "visit", 2, 1_000_000)));
        assertEquals(110, cell(experiment, "revenue-within", "control").value());
        assertEquals(1111, cell(experiment, "revenue", "control").value());
        ports.experiments().recordOutcomes(experiment, receive(experiment), List.of(outcome("u", "order", 1, 20)));
        assertEquals(120, cell(experiment, "revenue-within", "control").value());
    }

    @Test
    void units_whose_window_is_open_are_left_out() {
        Experiment experiment = running("x");
        expose(experiment, exposure("u", "control", 0), exposure("v", "control", 5), exposure("w", "control", 6));
        RegisteredMetric within = experiment.design().metric("revenue-within").orElseThrow();
        Measured measured = ports.experiments().measure(experiment, within, new Breakdown.Whole(), at(26));
        assertEquals(2, measured.cells().get(0).statistics().units(), "1 hour of delay and 20 of window, after 5");
        List<Integer> shown = new ArrayList<>();
        ports.experiments().eachUnit(experiment, within, at(26), units -> shown.add(units.size()));
        assertEquals(2, shown.stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                3,
                ports.experiments()
                        .measure(experiment, ORDERS, new Breakdown.Whole(), at(0))
                        .cells()
                        .get(0)
                        .statistics()
                        .units(),
                "without a window nothing closes");
    }

    @Test
    void each_unit_is_shown_with_its_variables_as_plain_loops_find_them_seed_19() {
        Experiments twin = StoredPorts.inMemory().experiments();
        Experiment experiment = told(twin, 5_000, 19);
        told(ports.experiments(), 5_000, 19);
        for (RegisteredMetric metric : METRICS.subList(6, 9)) {
            List<List<Double>> expected = shown(twin, experiment, metric);
            assertEquals(4_999, expected.size(), "one was in two variations");
            assertEquals(expected, shown(ports.experiments(), experiment, metric), metric.key());
        }
    }

    private static List<List<Double>> shown(Experiments experiments, Experiment experiment, RegisteredMetric metric) {
        List<List<Double>> rows = new ArrayList<>();
        Set<Integer> clusters = new TreeSet<>();
        experiments.eachUnit(experiment, metric, at(60), units -> {
            for (int i = 0; i < units.size(); i++) {
                List<Double> row = new ArrayList<>(List.of((double) units.variations()[i]));
                for (double[] variable : units.values()[0]) {
                    row.add(variable[i]);
                }
                rows.add(row);
                clusters.add(units.clusters()[i]);
            }
        });
        assertEquals(rows.size(), clusters.size(), "each unit is a cluster of its own");
        rows.sort(Comparator.comparing(List::toString));
        return rows;
    }

    @Test
    void a_cap_stays_where_it_was_first() {
        Experiment experiment = running("x");
        RegisteredMetric visits = experiment.design().metric("visits").orElseThrow();
        assertEquals(Map.of(), ports.experiments().caps(experiment));
        ports.experiments().fixCap(experiment, visits, new Cap(7.5), NOON);
        ports.experiments().fixCap(experiment, visits, new Cap(8), NOON.plus(HOUR));
        ports.experiments().save(experiment);
        assertEquals(Map.of("visits", new Cap(7.5)), ports.experiments().caps(experiment));
        ports.experiments().releaseCap(experiment, visits);
        assertEquals(Map.of(), ports.experiments().caps(experiment));
    }

    @Test
    void large_values_that_are_alike_keep_the_digits_of_their_variance() {
        Experiment experiment = running("x");
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            expose(experiment, exposure("u" + i, "control", 0));
            outcomes.add(outcome("u" + i, "order", 1, 1e9 + i));
        }
        ports.experiments().recordOutcomes(experiment, receive(experiment), outcomes);
        assertEquals(5.0 / 3, cell(experiment, "revenue", "control").variance(), 1e-9);
    }

    static Stream<Breakdown> breakdowns() {
        return Stream.of(new Breakdown.Whole(), new Breakdown.ByDay(), new Breakdown.BySegment("tier"));
    }

    @ParameterizedTest
    @MethodSource("breakdowns")
    void every_metric_is_as_plain_loops_count_it_seed_17(Breakdown breakdown) {
        Experiments twin = StoredPorts.inMemory().experiments();
        Experiment experiment = told(twin, 400, 17);
        told(ports.experiments(), 400, 17);
        for (RegisteredMetric metric : METRICS) {
            Measured expected = twin.measure(experiment, metric, breakdown, at(60));
            Measured actual = ports.experiments().measure(experiment, metric, breakdown, at(60));
            assertEquals(expected.cap().isPresent(), actual.cap().isPresent());
            assertEquals(expected.cap().orElse(0), actual.cap().orElse(0), 1e-9, metric.key());
            assertEquals(names(expected), names(actual), metric.key());
            for (int i = 0; i < expected.cells().size(); i++) {
                same(expected.cells().get(i).statistics(), actual.cells().get(i).statistics(), metric.key());
            }
            if (breakdown instanceof Breakdown.Whole) {
                assertEquals(effect(expected), effect(actual), 1e-9, metric.key() + ", with its covariate");
            }
        }
    }

    /** An experiment with every kind of metric, and so many units at random. */
    public static Experiment told(Experiments experiments, int units, long seed) {
        Experiment experiment =
                Experiment.drafted(design("x"), Origin.REAL, "ada", NOON).started("ada", NOON);
        experiments.save(experiment);
        Random random = new Random(seed);
        List<Exposure> exposures = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Attribute> tiers =
                List.of(new Text("micro"), new Text("it's \"mega\""), new Figure(3), new Truth(true), Attribute.ABSENT);
        for (int i = 0; i < units; i++) {
            String unit = "unit " + i;
            Fields attributes =
                    i % 7 == 0 ? Fields.NONE : new Fields(List.of(new Field("tier", tiers.get(i % tiers.size()))));
            exposures.add(
                    new Exposure(unit, i % 2 == 0 ? "control" : "boost", at(random.nextDouble() * 60), attributes));
            for (int k = random.nextInt(6); k > 0; k--) {
                String name = List.of("order", "visit", "complaint").get(random.nextInt(3));
                outcomes.add(outcome(
                        unit, name, random.nextDouble() * 140 - 70, Math.rint(random.nextGaussian() * 90) / 8 + 5));
            }
        }
        exposures.add(exposure("unit 3", "control", 99));
        experiments.recordExposures(experiment, experiments.receive(experiment, NOON), exposures);
        experiments.recordOutcomes(experiment, experiments.receive(experiment, NOON), outcomes);
        return experiment;
    }

    private static Set<List<String>> names(Measured measured) {
        return Set.copyOf(measured.cells().stream()
                .map(cell -> List.of(cell.variation(), cell.group()))
                .toList());
    }

    private static double effect(Measured measured) {
        Comparison comparison = Comparison.of(
                measured.cells().get(1).statistics(), measured.cells().get(0).statistics(), Difference.ABSOLUTE);
        Effect effect = (Effect) comparison;
        return effect.estimate() * 1e3 + effect.standardError();
    }

    private static void same(SufficientStatistics expected, SufficientStatistics actual, String what) {
        assertEquals(expected.getClass(), actual.getClass());
        assertEquals(expected.units(), actual.units(), what);
        assertEquals(expected.value(), actual.value(), 1e-9 * (1 + Math.abs(expected.value())), what);
        assertEquals(expected.variance(), actual.variance(), 1e-9 * (1 + expected.variance()), what);
    }

    @Test
    void summaries_stand_in_for_units() {
        Experiment experiment = running("x");
        ports.experiments()
                .recordSummaries(
                        experiment,
                        receive(experiment),
                        List.of(
                                new Summary("orders", "control", NOON, 100, .5, 0),
                                new Summary("orders", "control", NOON.plus(Duration.ofDays(1)), 300, .1, 0),
                                new Summary("orders", "boost", NOON, 200, .25, 0),
                                new Summary("revenue", "boost", NOON, 2, 3, 2),
                                new Summary("revenue", "boost", NOON.plus(HOUR), 2, 99, 99)));
        ports.experiments()
                .recordSummaries(
                        experiment,
                        receive(experiment),
                        List.of(new Summary("revenue", "boost", NOON.plus(HOUR), 2, 7, 8)));
        assertEquals(new ProportionStatistics(400, 80), cell(experiment, "orders", "control"));
        // 2, 4 and 5, 9
        MeanStatistics revenue = (MeanStatistics) cell(experiment, "revenue", "boost");
        assertEquals(5, revenue.value(), 1e-12);
        assertEquals(26.0 / 3, revenue.variance(), 1e-12);
        assertEquals(
                Map.of("control", 400L, "boost", 200L),
                ports.experiments().attendance(experiment, Optional.empty()).units());
        assertEquals(
                Map.of("control", 300L),
                ports.experiments()
                        .attendance(experiment, Optional.of(NOON.plus(HOUR)))
                        .units());
        Measured byDay = ports.experiments().measure(experiment, ORDERS, new Breakdown.ByDay(), at(99));
        assertEquals(3, byDay.cells().size());
    }

    @Test
    void the_watermark_tells_up_to_where_deliveries_came() {
        Experiment experiment = running("x");
        assertEquals(
                new Watermark(0, Optional.empty(), Optional.empty(), 0, false),
                ports.experiments().watermark(experiment));
        expose(experiment, exposure("u", "control", 5));
        long late = ports.experiments().receive(experiment, NOON.plus(Duration.ofDays(9)));
        ports.experiments().recordOutcomes(experiment, late, List.of(outcome("u", "order", 6, 1)));
        Watermark watermark = ports.experiments().watermark(experiment);
        assertEquals(late, watermark.delivery());
        assertEquals(Optional.of(NOON.plus(Duration.ofDays(9))), watermark.receivedAt());
        assertEquals(Optional.of(at(6)), watermark.newestAt());
        assertEquals(2, watermark.rows());
        assertFalse(watermark.summarized());
    }

    @Test
    void what_a_failed_transaction_recorded_never_was() {
        Experiment experiment = running("x");
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            expose(experiment, exposure("u", "control", 5));
            running("y");
            throw new IllegalStateException("a test");
        }));
        assertEquals(
                0, ports.experiments().attendance(experiment, Optional.empty()).total());
        assertTrue(ports.experiments().find("y").isEmpty());
    }

    private static Fields fields(Object... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field((String) namesAndValues[i], (Attribute) namesAndValues[i + 1]));
        }
        return new Fields(fields);
    }

    private SufficientStatistics cell(Experiment experiment, String metric, String variation) {
        return ports
                .experiments()
                .measure(experiment, experiment.design().metric(metric).orElseThrow(), new Breakdown.Whole(), at(99))
                .cells()
                .stream()
                .filter(cell -> cell.variation().equals(variation))
                .findFirst()
                .orElseThrow()
                .statistics();
    }

    private long receive(Experiment experiment) {
        return ports.experiments().receive(experiment, NOON);
    }

    private void expose(Experiment experiment, Exposure... exposures) {
        ports.experiments().recordExposures(experiment, receive(experiment), List.of(exposures));
    }

    private static Exposure exposure(String unit, String variation, double hours) {
        return new Exposure(unit, variation, at(hours), Fields.NONE);
    }

    private static Outcome outcome(String unit, String name, double hours, double value) {
        return new Outcome(unit, name, at(hours), "", value);
    }

    private static Instant at(double hours) {
        return NOON.plusMillis(Math.round(hours * HOUR.toMillis()));
    }
}
