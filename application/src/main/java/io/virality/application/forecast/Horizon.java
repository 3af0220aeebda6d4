package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.domain.forecast.Forecaster;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** How far ahead is asked for, from which day. */
final class Horizon {

    /** Forecasts of the same counts are the same. */
    private static final long SEED = 1;

    private Horizon() {}

    static OptionalInt day(Optional<LocalDate> date) {
        return date.map(day -> OptionalInt.of(Math.toIntExact(day.toEpochDay())))
                .orElse(OptionalInt.empty());
    }

    /** @throws Failure {@code INVALID_INPUT} if there cannot be such a horizon */
    public static Forecaster forecaster(int days, OptionalInt asOf, GrowthForecaster models) {
        try {
            return new Forecaster(days, asOf, models.learner(SEED));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
