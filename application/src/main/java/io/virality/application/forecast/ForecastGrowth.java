package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.Histories;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.forecast.DailySeries;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Forecasts a creator's counts by what is known of it and of others. */
public final class ForecastGrowth {

    /** More others tell no more of what is usual. */
    static final int MOST_OTHERS = 400;

    private final Histories histories;

    @Inject
    ForecastGrowth(Histories histories) {
        this.histories = histories;
    }

    /**
     * What is asked.
     *
     * @param horizon how many days ahead
     * @param asOf the day that points follow, and after which nothing is used; empty for the newest observation's
     */
    public record Question(Handle handle, Metric metric, int horizon, Optional<LocalDate> asOf) {}

    /**
     * What is answered.
     *
     * @param forecast without points if too little is known
     * @param origin whether the creator's counts were measured or simulated
     */
    public record Answer(Forecast forecast, Origin origin) {}

    /**
     * Forecasts it.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such creator, {@code INVALID_INPUT} if there cannot be such a horizon
     */
    public Answer forecast(Question question) {
        Handle handle = question.handle();
        History own = histories
                .of(handle, question.metric())
                .orElseThrow(() -> Failure.notFound("no creator @" + handle.name() + " on "
                        + handle.platform().id()));
        OptionalInt asOf = Horizon.day(question.asOf());
        List<DailySeries> series = new ArrayList<>();
        series.add(own.until(asOf));
        histories.sample(question.metric(), MOST_OTHERS).stream()
                .filter(other -> !other.name().equals(own.name()))
                .map(other -> other.until(asOf))
                .filter(other -> other.size() > 0)
                .forEach(series::add);
        Forecast forecast =
                Horizon.forecaster(question.horizon(), asOf).forecast(series).get(0);
        return new Answer(forecast, own.origin());
    }
}
