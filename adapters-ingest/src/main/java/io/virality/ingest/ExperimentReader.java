package io.virality.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.creator.Provenance;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Takes rows about experiments for what they mean. What cannot be is refused like in {@link RowReader}. */
final class ExperimentReader {

    private ExperimentReader() {}

    /**
     * What a row says. Refusals differ by the kind of row alone, as the domain's quote what was wrong.
     *
     * @param assumed what is not said by the row
     */
    static Kept read(String kind, SourceRow row, Provenance assumed) {
        try {
            return kept(kind, row, assumed);
        } catch (IllegalArgumentException e) {
            throw RowReader.refusal("a row that cannot be, of kind " + kind, e.getMessage());
        }
    }

    private static Kept kept(String kind, SourceRow row, Provenance assumed) {
        String key = required(row, Fields.EXPERIMENT);
        Optional<Instant> received = RowReader.time(row, Fields.RECEIVED_AT);
        Instant receivedAt = received.orElse(assumed.observedAt());
        return switch (kind) {
            case Kinds.EXPERIMENT ->
                new Kept.Course(experiment(key, row, assumed), received, list(row, Fields.CAPS, ExperimentReader::cap));
            case Kinds.EXPOSURE -> new Kept.Met(key, exposure(row), receivedAt);
            case Kinds.OUTCOME -> new Kept.Happened(key, outcome(row), receivedAt);
            case Kinds.SUMMARY -> new Kept.Counted(key, summary(row), receivedAt);
            default -> throw new IllegalArgumentException("not about experiments: " + kind);
        };
    }

    private static Experiment experiment(String key, SourceRow row, Provenance assumed) {
        Design design = new Design(
                key,
                exact(row, Fields.HYPOTHESIS),
                exact(row, Fields.OWNER),
                constant(RandomizedUnit.class, Fields.UNIT, required(row, Fields.UNIT)),
                list(row, Fields.VARIATIONS, ExperimentReader::variation),
                targeting(row),
                list(row, Fields.METRICS, ExperimentReader::metric),
                constant(Engine.class, Fields.ENGINE, required(row, Fields.ENGINE)),
                number(row, Fields.ALPHA));
        return new Experiment(
                design,
                constant(Experiment.State.class, Fields.STATE, required(row, Fields.STATE)),
                RowReader.time(row, Fields.STARTED_AT),
                RowReader.time(row, Fields.STOPPED_AT),
                list(row, Fields.CHANGES, ExperimentReader::change),
                assumed.origin());
    }

    private static Targeting targeting(SourceRow row) {
        return new Targeting(
                number(row, Fields.COVERAGE),
                object(row, Fields.CONDITION),
                Optional.ofNullable(RowReader.said(row, Fields.NAMESPACE))
                        .map(name -> new Namespace(
                                name, number(row, Fields.NAMESPACE_FROM), number(row, Fields.NAMESPACE_UNTIL))),
                required(row, Fields.ATTRIBUTE),
                RowReader.truth(row, Fields.STICKY).orElse(false));
    }

    private static Exposure exposure(SourceRow row) {
        return new Exposure(
                required(row, Fields.UNIT),
                required(row, Fields.VARIATION),
                time(row, Fields.EXPOSED_AT),
                object(row, Fields.ATTRIBUTES),
                RowReader.truth(row, Fields.SEVERAL).orElse(false));
    }

    private static Outcome outcome(SourceRow row) {
        return new Outcome(
                required(row, Fields.UNIT),
                required(row, Fields.OUTCOME),
                time(row, Fields.HAPPENED_AT),
                exact(row, Fields.OUTCOME_ID),
                RowReader.rate(row, Fields.OUTCOME_VALUE).orElse(1));
    }

    private static Summary summary(SourceRow row) {
        return new Summary(
                required(row, Fields.METRIC),
                required(row, Fields.VARIATION),
                time(row, Fields.FROM),
                RowReader.count(row, Fields.UNITS).orElseThrow(() -> missing(Fields.UNITS)),
                number(row, Fields.MEAN),
                number(row, Fields.VARIANCE));
    }

    private static Variation variation(Attribute part) {
        return new Variation(
                required(part, ExperimentWriter.KEY),
                text(part, ExperimentWriter.NAME).orElse(""),
                figure(part, ExperimentWriter.WEIGHT).orElseThrow(() -> missing(ExperimentWriter.WEIGHT)));
    }

    private static RegisteredMetric metric(Attribute part) {
        Optional<CapRule> cap = figure(part, ExperimentWriter.CAP).stream()
                .mapToObj(CapRule.At::new)
                .map(CapRule.class::cast)
                .findFirst();
        Optional<CapRule> quantile = figure(part, ExperimentWriter.CAP_QUANTILE).stream()
                .<CapRule>mapToObj(probability -> new CapRule.AtQuantile(
                        probability, truth(part, ExperimentWriter.CAP_NON_ZERO).orElse(false)))
                .findFirst();
        return new RegisteredMetric(
                required(part, ExperimentWriter.KEY),
                constant(Metric.Role.class, ExperimentWriter.ROLE, required(part, ExperimentWriter.ROLE)),
                new Measurement(
                        constant(
                                Metric.Kind.class,
                                ExperimentWriter.MEASURED,
                                required(part, ExperimentWriter.MEASURED)),
                        required(part, ExperimentWriter.OUTCOME),
                        text(part, ExperimentWriter.PER),
                        duration(part, ExperimentWriter.DELAY).orElse(Duration.ZERO),
                        duration(part, ExperimentWriter.WINDOW),
                        duration(part, ExperimentWriter.COVARIATE),
                        cap.or(() -> quantile)),
                truth(part, ExperimentWriter.HIGHER_IS_BETTER).orElse(true),
                figure(part, ExperimentWriter.MARGIN));
    }

    private static Change change(Attribute part) {
        return new Change(
                time(part),
                required(part, ExperimentWriter.BY),
                constant(Change.Kind.class, ExperimentWriter.WHAT, required(part, ExperimentWriter.WHAT)),
                required(part, ExperimentWriter.WORDS));
    }

    private static Kept.FixedCap cap(Attribute part) {
        return new Kept.FixedCap(
                required(part, ExperimentWriter.METRIC),
                new Cap(figure(part, ExperimentWriter.VALUE).orElseThrow(() -> missing(ExperimentWriter.VALUE))),
                time(part));
    }

    private static String exact(SourceRow row, String field) {
        return Optional.ofNullable(RowReader.said(row, field)).orElse("");
    }

    private static String required(SourceRow row, String field) {
        String text = exact(row, field);
        if (text.isBlank()) {
            throw missing(field);
        }
        return text;
    }

    private static Instant time(SourceRow row, String field) {
        return RowReader.time(row, field).orElseThrow(() -> missing(field));
    }

    private static Instant time(Attribute part) {
        return RowReader.instant(ExperimentWriter.AT, required(part, ExperimentWriter.AT));
    }

    private static double number(SourceRow row, String field) {
        return RowReader.rate(row, field).orElseThrow(() -> missing(field));
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("it is not said: " + field);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ExperimentWriter.id(constant).equals(id))
                .findFirst()
                .orElseThrow(() -> RowReader.refusal(field + " is unknown", id));
    }

    private static <T> List<T> list(SourceRow row, String field, Function<Attribute, T> reading) {
        Attribute value = json(row, field, Attribute.ABSENT);
        if (value.equals(Attribute.ABSENT)) {
            return List.of();
        }
        if (value instanceof Attribute.Many many) {
            return many.values().stream().map(reading).toList();
        }
        throw RowReader.refusal(field + " is no list", value.text());
    }

    private static Attribute.Fields object(SourceRow row, String field) {
        Attribute value = json(row, field, Attribute.Fields.NONE);
        if (value instanceof Attribute.Fields fields) {
            return fields;
        }
        throw RowReader.refusal(field + " is no object", value.text());
    }

    private static Optional<String> text(Attribute part, String name) {
        return part.child(name)
                .filter(Attribute.Text.class::isInstance)
                .map(Attribute::text)
                .map(text -> text.replace("\0", ""));
    }

    private static String required(Attribute part, String name) {
        return text(part, name).orElseThrow(() -> missing(name));
    }

    private static OptionalDouble figure(Attribute part, String name) {
        return part.child(name).filter(Attribute.Figure.class::isInstance).stream()
                .mapToDouble(Attribute::number)
                .findFirst();
    }

    private static Optional<Boolean> truth(Attribute part, String name) {
        return part.child(name).filter(Attribute.Truth.class::isInstance).map(Attribute::truthy);
    }

    private static Optional<Duration> duration(Attribute part, String name) {
        return figure(part, name).stream()
                .mapToObj(milliseconds -> Duration.ofMillis((long) milliseconds))
                .findFirst();
    }

    private static Attribute json(SourceRow row, String field, Attribute absent) {
        String text = row.field(field);
        if (text == null) {
            return absent;
        }
        try (JsonParser parser = NdjsonRow.JSON.createParser(text)) {
            parser.nextToken();
            Attribute value = attribute(parser);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (IOException e) {
            // refused below
        }
        throw RowReader.refusal(field + " is no JSON", text);
    }

    private static Attribute attribute(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Attribute.Field> fields = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.add(new Attribute.Field(name, attribute(parser)));
            }
            return new Attribute.Fields(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Attribute> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(attribute(parser));
            }
            return new Attribute.Many(values);
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Attribute.Text(parser.getText());
        }
        if (token != null && token.isNumeric()) {
            return new Attribute.Figure(parser.getDoubleValue());
        }
        if (token != null && token.isBoolean()) {
            return new Attribute.Truth(token == JsonToken.VALUE_TRUE);
        }
        return Attribute.ABSENT;
    }
}
