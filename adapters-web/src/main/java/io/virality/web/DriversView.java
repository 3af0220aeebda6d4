package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.model.Standing;
import io.virality.web.ModelViews.FigureView;
import io.virality.web.ModelViews.MetricView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What goes with growth; of what is too little known, only the {@code reason}. */
record DriversView(
        boolean known,
        Optional<String> reason,
        Optional<String> model,
        Optional<Standing> standing,
        Optional<MetricView> error,
        List<DriverView> drivers,
        Optional<Instant> asOf,
        Optional<Origin> data) {

    static DriversView of(GrowthDrivers drivers) {
        return new DriversView(
                true,
                Optional.empty(),
                Optional.of(drivers.card().id()),
                Optional.of(drivers.error().standing()),
                Optional.of(MetricView.of(drivers.error())),
                drivers.lines().stream().map(DriverView::of).toList(),
                drivers.card().rows().asOf(),
                Optional.of(drivers.card().rows().origin()));
    }

    static DriversView missing(String reason) {
        return new DriversView(
                false,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * {@code importance} is by how much the error grows without it; {@code effect} is what is told at its upper quartile less
     * what is told at its lower: natural logarithms of growth in thirty days.
     */
    record DriverView(
            String driver, String name, String definition, FigureView importance, FigureView effect, String words) {

        static DriverView of(GrowthDrivers.Line line) {
            return new DriverView(
                    line.driver().id(),
                    line.driver().words(),
                    line.driver().definition(),
                    FigureView.of(line.importance()),
                    FigureView.of(line.effect()),
                    line.words());
        }
    }
}
