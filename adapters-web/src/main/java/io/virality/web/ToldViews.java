package io.virality.web;

import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.Summary;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is told of an experiment, one object a line. */
final class ToldViews {

    /** Times beyond have no four-digit year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private ToldViews() {}

    record ExposureView(String unit, String variation, String at, Optional<Map<String, Object>> attributes) {

        Exposure exposure() {
            return new Exposure(
                    required("unit", unit),
                    required("variation", variation),
                    time(at),
                    attributes.map(PlainValues::fields).orElse(Fields.NONE));
        }
    }

    /** {@code id} tells apart what happens at once; {@code value} is 1 unless it is given. */
    record OutcomeView(String unit, String outcome, String at, Optional<String> id, OptionalDouble value) {

        Outcome told() {
            return new Outcome(
                    required("unit", unit), required("outcome", outcome), time(at), id.orElse(""), value.orElse(1));
        }
    }

    /** {@code mean} and {@code variance}; of a proportion {@code successes} instead. */
    record SummaryView(
            String metric,
            String variation,
            String at,
            long n,
            OptionalDouble mean,
            OptionalDouble variance,
            OptionalDouble successes) {

        Summary summary() {
            if (mean.isPresent() == successes.isPresent()) {
                throw new IllegalArgumentException("a summary has either a mean and a variance, or successes");
            }
            return new Summary(
                    required("metric", metric),
                    required("variation", variation),
                    time(at),
                    n,
                    successes.isPresent() ? successes.getAsDouble() / n : mean.getAsDouble(),
                    variance.orElse(0));
        }
    }

    private static String required(String field, String text) {
        if (text == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return text;
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(required("at", text));
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("'at' must lie between 1970 and 9999, not at '" + text + "'");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'at' must be a time like 2026-03-01T12:00:00Z, not '" + text + "'", e);
        }
    }
}
