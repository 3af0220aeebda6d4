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
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges an experiment by what was told of it so far. */
public final class JudgeExperiment {

    private static final String UNITS = "units";

    /** Where creators are dealt, an effect may be that of some tiers only. */
    private static final String TIER = "tier";

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    JudgeExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is to be judged.
     *
     * @param engine instead of the design's; while the experiment runs, that is an always-valid one where the design says a
     *     fixed end
     * @param segment an attribute told with exposures, by whose values to look besides; where creators are dealt, their tier
     *     unless another one is asked for
     */
    public record Request(String key, Optional<Engine> engine, Optional<String> segment) {}

    /**
     * What it says.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it has not begun, nothing was told
     *     of it yet, or the windows of all units are open yet
     */
    public Results judge(Request request) {
        Experiment experiment = Register.find(experiments, request.key());
        require(experiment.startedAt().isPresent(), experiment, "it has not begun: there is nothing to judge");
        Attendance exposed = experiments.attendance(experiment, Optional.empty());
        require(exposed.total() > 0, experiment, "nobody was exposed yet, as far as it was told");
        Look look = new Look(experiment, experiments.watermark(experiment), segment(experiment, request.segment()));
        Map<String, Long> open = new LinkedHashMap<>();
        List<RegisteredMetric> metrics = new ArrayList<>();
        List<Evidence.OfMetric> evidence = new ArrayList<>();
        look.statements.put(UNITS, exposed.statement());
        for (RegisteredMetric metric : experiment.design().metrics()) {
            if (look.told.summarized() && !metric.measurement().tellableInSummaries()) {
                continue;
            }
            RegisteredMetric cut = look.cut(metric);
            Measured whole = look.measure(cut, new Breakdown.Whole());
            if (!look.told.summarized() && whole.units() < exposed.total()) {
                open.put(metric.key(), exposed.total() - whole.units());
            }
            if (!whole.cells().isEmpty()) {
                look.statements.put(metric.key(), whole.statement());
                metrics.add(cut);
                evidence.add(look.evidence(cut, whole));
            }
        }
        require(
                metrics.stream().anyMatch(metric -> metric.role() == Metric.Role.PRIMARY),
                experiment,
                "no unit's window is closed yet, as far as it was told: the primary metric is not known of any");
        Attendance alike = dealtAlike(experiment, exposed);
        Map<String, Long> units = new LinkedHashMap<>();
        experiment.design().variations().forEach(variation -> units.put(variation.key(), alike.of(variation)));
        Analysis analysis = Analysis.of(
                experiment.design().plan(engine(experiment, request.engine()), metrics),
                new Evidence(units, exposed.several(), 0, alike.soFar(), evidence));
        return new Results(experiment, analysis, exposed, look.told, look.caps, open, look.statements);
    }

    private static void require(boolean possible, Experiment experiment, String why) {
        if (!possible) {
            throw new Failure(Failure.Kind.CONFLICT, "experiment '" + experiment.key() + "': " + why);
        }
    }

    private static Optional<String> segment(Experiment experiment, Optional<String> asked) {
        return asked.or(
                () -> experiment.design().unit() == RandomizedUnit.CREATOR ? Optional.of(TIER) : Optional.empty());
    }

    /** Units that were dealt by other weights say nothing of these. */
    private Attendance dealtAlike(Experiment experiment, Attendance exposed) {
        Optional<Instant> changed = experiment
                .dealtAlikeSince()
                .filter(since -> !experiment.startedAt().equals(Optional.of(since)));
        return changed.isPresent() ? experiments.attendance(experiment, changed) : exposed;
    }

    /** Whoever looks at a running experiment will look again. */
    private static Engine engine(Experiment experiment, Optional<Engine> asked) {
        Engine planned = experiment.design().engine();
        boolean peeking = experiment.state() == Experiment.State.RUNNING && planned == Engine.FREQUENTIST;
        return asked.orElse(peeking ? Engine.SEQUENTIAL : planned);
    }

    /** One look at what was told so far. */
    private final class Look {

        private final Experiment experiment;
        private final Watermark told;
        private final Optional<String> segment;
        private final Map<String, Double> caps = new LinkedHashMap<>();
        private final Map<String, Statement> statements = new LinkedHashMap<>();
        private final Map<String, Cap> fixed;

        Look(Experiment experiment, Watermark told, Optional<String> segment) {
            this.experiment = experiment;
            this.told = told;
            this.segment = segment;
            this.fixed = experiments.caps(experiment);
        }

        Measured measure(RegisteredMetric metric, Breakdown breakdown) {
            return experiments.measure(experiment, metric, breakdown, told.upTo());
        }

        /** A metric with its cap where it stays. */
        RegisteredMetric cut(RegisteredMetric metric) {
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
            found.ifPresent(
                    cap -> transactions.run(() -> experiments.fixCap(experiment, metric, cap, clock.instant())));
            return found.isPresent() ? Optional.of(experiments.caps(experiment).get(metric.key())) : Optional.empty();
        }

        Evidence.OfMetric evidence(RegisteredMetric metric, Measured whole) {
            Design design = experiment.design();
            List<Evidence.Segment> segments = new ArrayList<>();
            segment.ifPresent(attribute -> {
                Measured parts = measure(metric, new Breakdown.BySegment(attribute));
                statements.put(metric.key() + " by attribute " + attribute, parts.statement());
                parts.groups()
                        .forEach(level -> segments.add(
                                new Evidence.Segment(attribute, level, parts.of(level, design), Map.of())));
            });
            Measured days = measure(metric, new Breakdown.ByDay());
            statements.put(metric.key() + " by day", days.statement());
            Evidence.OfMetric evidence = Evidence.OfMetric.of(whole.of("", design))
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
            List<String> variations = experiment.design().variations().stream()
                    .map(Variation::key)
                    .toList();
            Evidence.OfMetric single = tally.evidence(new Tally.Names(variations, List.of(), List.of()), 0)
                    .metrics()
                    .get(0);
            return evidence.with(single.extremes(), single.ranked(), single.clusters());
        }
    }
}
