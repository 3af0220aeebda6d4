package io.virality.domain.experiment;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric as an experiment registers it before its start: what it is for is settled before anybody has seen a figure.
 *
 * @param key by which it is named
 * @param role what it is for
 * @param measurement how it is measured
 * @param higherIsBetter whether more of it is good
 * @param margin by what part of the control's value a guardrail may be worse; exactly where it is one
 */
public record RegisteredMetric(
        String key, Metric.Role role, Measurement measurement, boolean higherIsBetter, OptionalDouble margin) {

    /** @throws IllegalArgumentException if the key or the margin cannot be */
    public RegisteredMetric {
        Variation.requireKey("a metric's key", key);
        if (margin.isPresent() != (role == Metric.Role.GUARDRAIL)) {
            throw new IllegalArgumentException("metric '" + key + "': exactly a guardrail has a margin");
        }
        if (margin.isPresent() && !(margin.getAsDouble() > 0 && margin.getAsDouble() < 1)) {
            throw new IllegalArgumentException("the margin of guardrail '" + key
                    + "' is a part of the control's value between 0 and 1, not " + margin.getAsDouble());
        }
    }

    /** A metric of which more is better. */
    public static RegisteredMetric of(String key, Metric.Role role, Measurement measurement) {
        return new RegisteredMetric(key, role, measurement, true, OptionalDouble.empty());
    }

    /** A metric of which more is better, and that must not be worse by more than a margin. */
    public static RegisteredMetric guardrail(String key, Measurement measurement, double margin) {
        return new RegisteredMetric(key, Metric.Role.GUARDRAIL, measurement, true, OptionalDouble.of(margin));
    }

    /** It with its values cut there, whatever its rule says; or nowhere. */
    public RegisteredMetric cut(Optional<Cap> cap) {
        return new RegisteredMetric(key, role, measurement.cut(cap), higherIsBetter, margin);
    }

    /** It as an analysis judges it. */
    public Metric judged() {
        return new Metric(key, measurement.kind(), role, higherIsBetter, margin);
    }
}
