package io.virality.domain.forecast;

import java.util.List;

/** A way to tell how series go on. The same series always give the same courses. */
interface ForecastMethod {

    /** The methods that need no model, the simplest first: of equals the simplest answers. */
    List<ForecastMethod> SIMPLE =
            List.of(new LastValue(), new TypicalValue(), new Drift(), new Theta(), new DampedTrend(), new PanelDrift());

    /** Its name in documents. */
    String id();

    /** The method that it corrects; itself if there is none. */
    default String kin() {
        return id();
    }

    /**
     * Learns what is usual.
     *
     * @param panel series of one class that are known until the same day, each of at least {@link Forecaster#FEWEST}
     *     observations
     */
    Extrapolation over(List<DailySeries> panel);

    /** Tells how series of the panel go on. */
    @FunctionalInterface
    interface Extrapolation {

        /** What it makes of one of them. */
        Course of(DailySeries series);
    }
}
