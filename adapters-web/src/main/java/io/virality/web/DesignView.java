package io.virality.web;

import io.virality.application.Failure;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an experiment is to be, as a client or a file writes it. What is left out has its default. */
record DesignView(
        String key,
        Optional<String> hypothesis,
        Optional<String> owner,
        Optional<String> unit,
        List<DesignVariationView> variations,
        OptionalDouble coverage,
        Optional<Map<String, Object>> condition,
        Optional<DesignNamespaceView> namespace,
        Optional<String> attribute,
        Optional<Boolean> sticky,
        Optional<List<DesignMetricView>> metrics,
        Optional<String> engine,
        OptionalDouble alpha) {

    private static final double MILLISECONDS_AN_HOUR = 3_600_000;

    /** Without weights all variations have the same. */
    record DesignVariationView(String key, Optional<String> name, OptionalDouble weight) {}

    record DesignNamespaceView(String name, double start, double end) {}

    /** {@code outcome} is the metric's key, unless it is given; the role is secondary, unless it is given. */
    record DesignMetricView(
            String key,
            Optional<String> role,
            String kind,
            Optional<String> outcome,
            Optional<String> per,
            OptionalDouble delayHours,
            OptionalDouble windowHours,
            OptionalDouble covariateHours,
            OptionalDouble cap,
            OptionalDouble capQuantile,
            Optional<Boolean> capNonZero,
            Optional<Boolean> higherIsBetter,
            OptionalDouble margin) {

        static DesignMetricView of(RegisteredMetric metric) {
            Measurement measurement = metric.measurement();
            Optional<CapRule.AtQuantile> quantile = measurement
                    .cap()
                    .filter(CapRule.AtQuantile.class::isInstance)
                    .map(CapRule.AtQuantile.class::cast);
            return new DesignMetricView(
                    metric.key(),
                    Optional.of(Json.id(metric.role())),
                    Json.id(measurement.kind()),
                    Optional.of(measurement.outcome()),
                    measurement.per(),
                    hours(Optional.of(measurement.delay()).filter(delay -> !delay.isZero())),
                    hours(measurement.window()),
                    hours(measurement.covariate()),
                    measurement.cap().filter(CapRule.At.class::isInstance).stream()
                            .mapToDouble(cap -> ((CapRule.At) cap).value())
                            .findFirst(),
                    quantile.stream()
                            .mapToDouble(CapRule.AtQuantile::probability)
                            .findFirst(),
                    quantile.map(CapRule.AtQuantile::overNonZero),
                    Optional.of(metric.higherIsBetter()),
                    metric.margin());
        }

        private RegisteredMetric metric() {
            Metric.Role as =
                    role.map(text -> constant(Metric.Role.class, "role", text)).orElse(Metric.Role.SECONDARY);
            return new RegisteredMetric(
                    required("a metric's key", key),
                    as,
                    new Measurement(
                            constant(Metric.Kind.class, "kind", required("the kind of metric '" + key + "'", kind)),
                            outcome.orElse(key),
                            per,
                            duration(delayHours).orElse(Duration.ZERO),
                            duration(windowHours),
                            duration(covariateHours),
                            capRule()),
                    higherIsBetter.orElse(true),
                    as == Metric.Role.GUARDRAIL && margin.isEmpty() ? OptionalDouble.of(Metric.USUAL_MARGIN) : margin);
        }

        private Optional<CapRule> capRule() {
            if (cap.isPresent() && capQuantile.isPresent()) {
                throw new IllegalArgumentException("metric '" + key + "' has one cap: a value or a quantile");
            }
            return cap.isPresent()
                    ? Optional.of(new CapRule.At(cap.getAsDouble()))
                    : capQuantile.stream()
                            .<CapRule>mapToObj(quantile -> new CapRule.AtQuantile(quantile, capNonZero.orElse(false)))
                            .findFirst();
        }

        private static OptionalDouble hours(Optional<Duration> duration) {
            return duration.stream()
                    .mapToDouble(length -> length.toMillis() / MILLISECONDS_AN_HOUR)
                    .findFirst();
        }

        private static Optional<Duration> duration(OptionalDouble hours) {
            return hours.stream()
                    .mapToObj(number -> Duration.ofMillis(Math.round(number * MILLISECONDS_AN_HOUR)))
                    .findFirst();
        }
    }

    static DesignView of(Design design) {
        Targeting targeting = design.targeting();
        return new DesignView(
                design.key(),
                Optional.of(design.hypothesis()),
                Optional.of(design.owner()),
                Optional.of(Json.id(design.unit())),
                design.variations().stream()
                        .map(variation -> new DesignVariationView(
                                variation.key(), Optional.of(variation.name()), OptionalDouble.of(variation.weight())))
                        .toList(),
                OptionalDouble.of(targeting.coverage()),
                Optional.of(targeting.condition())
                        .filter(condition -> !condition.equals(Fields.NONE))
                        .map(PlainValues::of),
                targeting.namespace().map(share -> new DesignNamespaceView(share.name(), share.start(), share.end())),
                Optional.of(targeting.attribute()),
                Optional.of(targeting.sticky()),
                Optional.of(design.metrics().stream().map(DesignMetricView::of).toList()),
                Optional.of(Json.id(design.engine())),
                OptionalDouble.of(design.alpha()));
    }

    /** @throws Failure {@code IMPOSSIBLE_INPUT} if no experiment can be like that */
    Design design() {
        try {
            List<DesignVariationView> given = Optional.ofNullable(variations).orElse(List.of());
            return new Design(
                    required("the experiment's key", key),
                    hypothesis.orElse(""),
                    owner.orElse(""),
                    unit.map(text -> constant(RandomizedUnit.class, "unit", text))
                            .orElse(RandomizedUnit.USER),
                    given.stream()
                            .map(variation -> new Variation(
                                    required("a variation's key", variation.key()),
                                    variation.name().orElse(variation.key()),
                                    variation.weight().orElse(1.0 / given.size())))
                            .toList(),
                    new Targeting(
                            coverage.orElse(1),
                            condition.map(PlainValues::fields).orElse(Fields.NONE),
                            namespace.map(share -> new Namespace(
                                    required("the namespace's name", share.name()), share.start(), share.end())),
                            attribute.orElse(Targeting.EVERYONE.attribute()),
                            sticky.orElse(false)),
                    metrics.orElse(List.of()).stream()
                            .map(DesignMetricView::metric)
                            .toList(),
                    engine.map(DesignView::engine).orElse(Engine.FREQUENTIST),
                    alpha.orElse(AnalysisPlan.USUAL_ALPHA));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    private static Engine engine(String text) {
        return Engine.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the engine must be one of " + String.join(", ", Engine.names()) + ", not '" + text + "'"));
    }

    private static String required(String what, String text) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return text;
    }

    /** The constant that a document calls so. */
    static <E extends Enum<E>> E constant(Class<E> type, String what, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Json.id(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the " + what + " must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Json::id)
                                        .toList())
                        + ", not '" + text + "'"));
    }
}
