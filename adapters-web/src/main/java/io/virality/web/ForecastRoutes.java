package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.forecast.DescribeDrivers;
import io.virality.application.forecast.ForecastGrowth;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Platform;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.Metric;
import io.virality.web.ForecastView.CreatorForecastView;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a creator's counts go on. */
final class ForecastRoutes implements Routes {

    private static final int USUAL_HORIZON = 30;

    private static final List<String> METRICS =
            Arrays.stream(Metric.values()).map(Metric::id).toList();

    private final ForecastGrowth forecastGrowth;

    private final DescribeDrivers describeDrivers;

    @Inject
    ForecastRoutes(ForecastGrowth forecastGrowth, DescribeDrivers describeDrivers) {
        this.forecastGrowth = forecastGrowth;
        this.describeDrivers = describeDrivers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/creators/{handle}/forecast",
                        "How a creator's counts go on, with bands, and what the methods were worth for its like in the past",
                        List.of(
                                Parameter.inPath("handle", "its name on the platform, with or without @"),
                                Parameter.text("platform", "by default tiktok"),
                                Parameter.oneOf(METRICS, "metric", "what is counted")
                                        .usually(Metric.FOLLOWERS.id()),
                                Parameter.between(1, Forecaster.FARTHEST, "horizon", "how many days ahead")
                                        .usually(USUAL_HORIZON)),
                        CreatorForecastView.class,
                        this::forecast),
                Operation.get(
                        "/api/v1/drivers",
                        "What goes with the growth of creators, as it was learnt last",
                        List.of(),
                        DriversView.class,
                        query -> DriversView.of(describeDrivers.describe())));
    }

    private CreatorForecastView forecast(Query query) {
        Metric metric = query.text("metric").map(ForecastRoutes::metric).orElse(Metric.FOLLOWERS);
        int horizon = query.limit("horizon", Forecaster.FARTHEST, USUAL_HORIZON);
        ForecastGrowth.Answer answer =
                forecastGrowth.forecast(new ForecastGrowth.Question(handle(query), metric, horizon, Optional.empty()));
        return CreatorForecastView.of(answer.forecast(), metric, answer.origin());
    }

    private static Metric metric(String id) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(Suggestion.unknown("metric", id, METRICS)));
    }

    private static Handle handle(Query query) {
        try {
            return new Handle(query.text("platform").map(Platform::of).orElse(Platform.TIKTOK), query.path("handle"));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
