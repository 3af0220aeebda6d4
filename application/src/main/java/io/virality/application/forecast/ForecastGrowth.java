package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Histories;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.forecast.Circumstances;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Forecasts a creator's counts by what is known of it and of others. */
public final class ForecastGrowth {

    /** More others tell no more of what is usual. */
    static final int MOST_OTHERS = 400;

    private final Histories histories;
    private final GrowthForecaster models;

    @Inject
    ForecastGrowth(Histories histories, GrowthForecaster models) {
        this.histories = histories;
        this.models = models;
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
        Map<Metric, List<History>> known = new EnumMap<>(Metric.class);
        known.put(question.metric(), withOthers(own, question.metric()));
        for (Metric metric : Circumstances.TELLING) {
            if (metric != question.metric()) {
                histories.of(handle, metric).ifPresent(its -> known.put(metric, withOthers(its, metric)));
            }
        }
        Forecast forecast = Horizon.forecaster(question.horizon(), asOf, models)
                .forecast(Circumstances.series(known, question.metric(), asOf))
                .get(0);
        return new Answer(forecast, own.origin());
    }

    private List<History> withOthers(History own, Metric metric) {
        return Stream.concat(
                        Stream.of(own),
                        histories.sample(metric, MOST_OTHERS).stream()
                                .filter(other -> !other.name().equals(own.name())))
                .toList();
    }
}
