package io.virality.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Writes what is kept of experiments as {@link ExperimentReader} reads it. */
final class ExperimentWriter {

    static final String KEY = "key";
    static final String NAME = "name";
    static final String WEIGHT = "weight";
    static final String ROLE = "role";
    static final String MEASURED = "kind";
    static final String OUTCOME = "outcome";
    static final String PER = "per";
    static final String DELAY = "delay_ms";
    static final String WINDOW = "window_ms";
    static final String COVARIATE = "covariate_ms";
    static final String CAP = "cap";
    static final String CAP_QUANTILE = "cap_quantile";
    static final String CAP_NON_ZERO = "cap_non_zero";
    static final String HIGHER_IS_BETTER = "higher_is_better";
    static final String MARGIN = "margin";
    static final String AT = "at";
    static final String BY = "by";
    static final String WHAT = "kind";
    static final String WORDS = "words";
    static final String METRIC = "metric";
    static final String VALUE = "value";

    private final JsonGenerator json;

    ExperimentWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Kept kept) throws IOException {
        json.writeStartObject();
        if (kept instanceof Kept.Course course) {
            start(Kinds.EXPERIMENT, course);
            course(course);
        } else if (kept instanceof Kept.Met met) {
            start(Kinds.EXPOSURE, met);
            exposure(met.exposure());
        } else if (kept instanceof Kept.Happened happened) {
            start(Kinds.OUTCOME, happened);
            outcome(happened.outcome());
        } else if (kept instanceof Kept.Counted counted) {
            start(Kinds.SUMMARY, counted);
            summary(counted.summary());
        }
        if (kept instanceof Kept.Told told) {
            time(Fields.RECEIVED_AT, Optional.of(told.receivedAt()));
        }
        json.writeEndObject();
    }

    private void start(String kind, Kept kept) throws IOException {
        json.writeStringField(NdjsonRow.KIND, kind);
        json.writeStringField(Fields.EXPERIMENT, kept.key());
    }

    private void course(Kept.Course course) throws IOException {
        Experiment experiment = course.experiment();
        Design design = experiment.design();
        json.writeBooleanField(Fields.SIMULATED, experiment.origin() == Origin.SIMULATED);
        json.writeStringField(Fields.HYPOTHESIS, design.hypothesis());
        json.writeStringField(Fields.OWNER, design.owner());
        json.writeStringField(Fields.UNIT, id(design.unit()));
        json.writeArrayFieldStart(Fields.VARIATIONS);
        for (Variation variation : design.variations()) {
            json.writeStartObject();
            json.writeStringField(KEY, variation.key());
            json.writeStringField(NAME, variation.name());
            json.writeNumberField(WEIGHT, variation.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        targeting(design.targeting());
        json.writeArrayFieldStart(Fields.METRICS);
        for (RegisteredMetric metric : design.metrics()) {
            metric(metric);
        }
        json.writeEndArray();
        json.writeStringField(Fields.ENGINE, id(design.engine()));
        json.writeNumberField(Fields.ALPHA, design.alpha());
        json.writeStringField(Fields.STATE, id(experiment.state()));
        time(Fields.STARTED_AT, experiment.startedAt());
        time(Fields.STOPPED_AT, experiment.stoppedAt());
        json.writeArrayFieldStart(Fields.CHANGES);
        for (Change change : experiment.changes()) {
            json.writeStartObject();
            json.writeStringField(AT, change.at().toString());
            json.writeStringField(BY, change.by());
            json.writeStringField(WHAT, id(change.kind()));
            json.writeStringField(WORDS, change.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart(Fields.CAPS);
        for (Kept.FixedCap cap : course.caps()) {
            json.writeStartObject();
            json.writeStringField(METRIC, cap.metric());
            json.writeNumberField(VALUE, cap.cap().value());
            json.writeStringField(AT, cap.fixedAt().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        time(Fields.RECEIVED_AT, course.receivedAt());
    }

    private void targeting(Targeting targeting) throws IOException {
        json.writeNumberField(Fields.COVERAGE, targeting.coverage());
        json.writeFieldName(Fields.CONDITION);
        attribute(targeting.condition());
        if (targeting.namespace().isPresent()) {
            Namespace namespace = targeting.namespace().get();
            json.writeStringField(Fields.NAMESPACE, namespace.name());
            json.writeNumberField(Fields.NAMESPACE_FROM, namespace.start());
            json.writeNumberField(Fields.NAMESPACE_UNTIL, namespace.end());
        }
        json.writeStringField(Fields.ATTRIBUTE, targeting.attribute());
        json.writeBooleanField(Fields.STICKY, targeting.sticky());
    }

    private void metric(RegisteredMetric metric) throws IOException {
        Measurement measurement = metric.measurement();
        json.writeStartObject();
        json.writeStringField(KEY, metric.key());
        json.writeStringField(ROLE, id(metric.role()));
        json.writeStringField(MEASURED, id(measurement.kind()));
        json.writeStringField(OUTCOME, measurement.outcome());
        if (measurement.per().isPresent()) {
            json.writeStringField(PER, measurement.per().get());
        }
        duration(DELAY, Optional.of(measurement.delay()));
        duration(WINDOW, measurement.window());
        duration(COVARIATE, measurement.covariate());
        if (measurement.cap().isPresent()) {
            cap(measurement.cap().get());
        }
        json.writeBooleanField(HIGHER_IS_BETTER, metric.higherIsBetter());
        if (metric.margin().isPresent()) {
            json.writeNumberField(MARGIN, metric.margin().getAsDouble());
        }
        json.writeEndObject();
    }

    private void cap(CapRule rule) throws IOException {
        if (rule instanceof CapRule.At at) {
            json.writeNumberField(CAP, at.value());
        } else if (rule instanceof CapRule.AtQuantile quantile) {
            json.writeNumberField(CAP_QUANTILE, quantile.probability());
            json.writeBooleanField(CAP_NON_ZERO, quantile.overNonZero());
        }
    }

    private void exposure(Exposure exposure) throws IOException {
        json.writeStringField(Fields.UNIT, exposure.unit());
        json.writeStringField(Fields.VARIATION, exposure.variation());
        time(Fields.EXPOSED_AT, Optional.of(exposure.at()));
        json.writeFieldName(Fields.ATTRIBUTES);
        attribute(exposure.attributes());
        json.writeBooleanField(Fields.SEVERAL, exposure.several());
    }

    private void outcome(Outcome outcome) throws IOException {
        json.writeStringField(Fields.UNIT, outcome.unit());
        json.writeStringField(Fields.OUTCOME, outcome.name());
        time(Fields.HAPPENED_AT, Optional.of(outcome.at()));
        json.writeStringField(Fields.OUTCOME_ID, outcome.id());
        json.writeNumberField(Fields.OUTCOME_VALUE, outcome.value());
    }

    private void summary(Summary summary) throws IOException {
        json.writeStringField(Fields.METRIC, summary.metric());
        json.writeStringField(Fields.VARIATION, summary.variation());
        time(Fields.FROM, Optional.of(summary.at()));
        json.writeNumberField(Fields.UNITS, summary.n());
        json.writeNumberField(Fields.MEAN, summary.mean());
        json.writeNumberField(Fields.VARIANCE, summary.variance());
    }

    private void attribute(Attribute attribute) throws IOException {
        if (attribute instanceof Attribute.Fields fields) {
            json.writeStartObject();
            for (Attribute.Field field : fields.fields()) {
                json.writeFieldName(field.name());
                attribute(field.value());
            }
            json.writeEndObject();
        } else if (attribute instanceof Attribute.Many many) {
            json.writeStartArray();
            for (Attribute value : many.values()) {
                attribute(value);
            }
            json.writeEndArray();
        } else if (attribute instanceof Attribute.Text text) {
            json.writeString(text.value());
        } else if (attribute instanceof Attribute.Figure figure) {
            // JSON has no infinity, but numbers that are too large for others.
            json.writeNumber(Double.isFinite(figure.value()) ? figure.text() : figure.value() < 0 ? "-9e999" : "9e999");
        } else if (attribute instanceof Attribute.Truth truth) {
            json.writeBoolean(truth.value());
        } else {
            json.writeNull();
        }
    }

    private void time(String field, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(field, time.get().toString());
        }
    }

    private void duration(String field, Optional<Duration> duration) throws IOException {
        if (duration.isPresent()) {
            json.writeNumberField(field, duration.get().toMillis());
        }
    }

    /** The name of a constant in documents: {@code time-slot}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
