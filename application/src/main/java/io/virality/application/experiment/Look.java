package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Tally;
import io.virality.domain.experiment.Variation;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.insight.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One look at what was told so far. */
final class Look {

    private static final String UNITS = "units";

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;
    private final Experiment experiment;
    private final Watermark told;
    private final Attendance exposed;
    private final Map<String, Cap> fixed;
    private final Map<String, Double> caps = new LinkedHashMap<>();
    private final Map<String, Long> open = new LinkedHashMap<>();
    private final Map<String, Statement> statements = new LinkedHashMap<>();

    Look(Experiments experiments, Transactions transactions, Clock clock, Experiment experiment, Watermark told) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
        this.experiment = experiment;
        this.told = told;
        this.exposed = experiments.attendance(experiment, Optional.empty());
        this.fixed = experiments.caps(experiment);
        statements.put(UNITS, exposed.statement());
    }

    Attendance exposed() {
        return exposed;
    }

    /**
     * What it says.
     *
     * @param engine instead of the design's; while the experiment runs, that is an always-valid one where the design says a
     *     fixed end
     * @param whole makes evidence of a metric
     * @throws Failure {@code CONFLICT} if nothing was told of it yet, or the windows of all units are open yet
     */
    public Results judge(Optional<Engine> engine, BiFunction<RegisteredMetric, Measured, Evidence.OfMetric> whole) {
        require(exposed.total() > 0, experiment, "nobody was exposed yet, as far as it was told");
        List<RegisteredMetric> metrics = new ArrayList<>();
        List<Evidence.OfMetric> evidence = new ArrayList<>();
        for (RegisteredMetric metric : experiment.design().metrics()) {
            if (told.summarized() && !metric.measurement().tellableInSummaries()) {
                continue;
            }
            RegisteredMetric cut = cut(metric);
            Measured measured = measure(cut, new Breakdown.Whole());
            if (!told.summarized() && measured.units() < exposed.total()) {
                open.put(metric.key(), exposed.total() - measured.units());
            }
            if (!measured.cells().isEmpty()) {
                statements.put(metric.key(), measured.statement());
                metrics.add(cut);
                evidence.add(whole.apply(cut, measured));
            }
        }
        require(
                metrics.stream().anyMatch(metric -> metric.role() == Metric.Role.PRIMARY),
                experiment,
                "no unit's window is closed yet, as far as it was told: the primary metric is not known of any");
        Attendance alike = dealtAlike();
        Map<String, Long> units = new LinkedHashMap<>();
        experiment.design().variations().forEach(variation -> units.put(variation.key(), alike.of(variation)));
        Analysis analysis = Analysis.of(
                experiment.design().plan(engine.orElse(usualEngine()), metrics),
                new Evidence(units, exposed.several(), 0, alike.soFar(), evidence));
        return new Results(experiment, analysis, exposed, told, caps, open, statements);
    }

    static void require(boolean possible, Experiment experiment, String why) {
        if (!possible) {
            throw new Failure(Failure.Kind.CONFLICT, "experiment '" + experiment.key() + "': " + why);
        }
    }

    /** Units that were dealt by other weights say nothing of these. */
    private Attendance dealtAlike() {
        Optional<Instant> changed = experiment
                .dealtAlikeSince()
                .filter(since -> !experiment.startedAt().equals(Optional.of(since)));
        return changed.isPresent() ? experiments.attendance(experiment, changed) : exposed;
    }

    /** Whoever looks at a running experiment will look again. */
    private Engine usualEngine() {
        Engine planned = experiment.design().engine();
        boolean peeking = experiment.state() == Experiment.State.RUNNING && planned == Engine.FREQUENTIST;
        return peeking ? Engine.SEQUENTIAL : planned;
    }

    /** Only what a decision rests on. */
    Evidence.OfMetric brief(Measured measured) {
        return Evidence.OfMetric.of(measured.of("", experiment.design()));
    }

    private Measured measure(RegisteredMetric metric, Breakdown breakdown) {
        return experiments.measure(experiment, metric, breakdown, told.upTo());
    }

    /** A metric with its cap where it stays. */
    private RegisteredMetric cut(RegisteredMetric metric) {
        Optional<CapRule> rule = metric.measurement().cap().filter(unused -> !told.summarized());
        RegisteredMetric cut = metric;
        if (rule.orElse(null) instanceof CapRule.AtQuantile quantile) {
            Optional<Cap> cap = Optional.ofNullable(fixed.get(metric.key())).or(() -> found(metric, quantile));
            cut = metric.cut(cap);
        }
        if (cut.measurement().cap().orElse(null) instanceof CapRule.At at) {
            caps.put(metric.key(), at.value());
        }
        return cut;
    }

    private Optional<Cap> found(RegisteredMetric metric, CapRule.AtQuantile rule) {
        Measured all = measure(metric, new Breakdown.Whole());
        Optional<Cap> found = rule.found(all.cap().orElse(Double.NaN), all.units());
        found.ifPresent(cap -> transactions.run(() -> experiments.fixCap(experiment, metric, cap, clock.instant())));
        return found.isPresent() ? Optional.of(experiments.caps(experiment).get(metric.key())) : Optional.empty();
    }

    /** All that there is to say of a metric, by an attribute besides. */
    Evidence.OfMetric full(RegisteredMetric metric, Measured whole, Optional<String> segment) {
        Design design = experiment.design();
        List<Evidence.Segment> segments = new ArrayList<>();
        segment.ifPresent(attribute -> {
            Measured parts = measure(metric, new Breakdown.BySegment(attribute));
            statements.put(metric.key() + " by attribute " + attribute, parts.statement());
            parts.groups()
                    .forEach(level ->
                            segments.add(new Evidence.Segment(attribute, level, parts.of(level, design), Map.of())));
        });
        Measured days = measure(metric, new Breakdown.ByDay());
        statements.put(metric.key() + " by day", days.statement());
        Evidence.OfMetric evidence = brief(whole)
                .in(
                        segments,
                        days.groups().stream()
                                .map(day -> new Evidence.Day(day, days.of(day, design)))
                                .toList());
        return told.summarized() ? evidence : withSingleUnits(metric, evidence);
    }

    /** What sums do not tell: what the largest values do, the test by ranks, and what single creators do. */
    private Evidence.OfMetric withSingleUnits(RegisteredMetric metric, Evidence.OfMetric evidence) {
        boolean creators = experiment.design().unit() == RandomizedUnit.CREATOR;
        if (metric.measurement().kind() == Metric.Kind.PROPORTION && !creators) {
            return evidence;
        }
        double cap = caps.getOrDefault(metric.key(), Double.POSITIVE_INFINITY);
        boolean adjusted = metric.measurement().covariate().isPresent();
        Tally tally = new Tally(new Tally.Layout(
                List.of(new Tally.Count(metric.judged(), false, adjusted, cap)),
                List.of(),
                creators,
                false,
                AnalyzeTable.USUALLY_RANKED));
        experiments.eachUnit(experiment, metric, told.upTo(), tally::add);
        List<String> variations =
                experiment.design().variations().stream().map(Variation::key).toList();
        Evidence.OfMetric single = tally.evidence(new Tally.Names(variations, List.of(), List.of()), 0)
                .metrics()
                .get(0);
        return evidence.with(single.extremes(), single.ranked(), single.clusters());
    }
}
