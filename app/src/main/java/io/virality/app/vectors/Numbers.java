package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Proportion;
import java.util.stream.StreamSupport;

/** How numbers are written in cases. */
final class Numbers {

    private Numbers() {}

    /** A list of numbers, which may stand there as texts. */
    static double[] list(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(Numbers::number)
                .toArray();
    }

    /** A number, which may stand there as a text: {@code "Infinity"} must. */
    static double number(JsonNode number) {
        return number.isTextual() ? Double.parseDouble(number.asText()) : number.asDouble();
    }

    /** <code>{"n", "mean", "sd"}</code>. */
    static MeanStatistics summary(JsonNode arm) {
        double deviation = arm.path("sd").asDouble();
        return MeanStatistics.ofSummary(arm.path("n").asLong(), arm.path("mean").asDouble(), deviation * deviation);
    }

    /** <code>{"successes", "n"}</code>. */
    static Proportion proportion(JsonNode arm) {
        return new Proportion(arm.path("successes").asDouble(), arm.path("n").asDouble());
    }

    /** Both ends. */
    static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
