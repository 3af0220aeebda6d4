package io.virality.domain.forecast;

import java.util.List;

/** A way to tell how a series goes on. The same series and panel always give the same trend. */
interface ForecastMethod {

    /** The methods that are tried, the simplest first: of equals the simplest answers. */
    List<ForecastMethod> ALL =
            List.of(new LastValue(), new TypicalValue(), new Drift(), new Theta(), new DampedTrend(), new PanelDrift());

    /** Its name in documents. */
    String id();

    /**
     * What it makes of a series.
     *
     * @param series of at least {@link Forecaster#FEWEST} observations
     * @param panel the series of its class, itself among them, known until the same day
     */
    Course fit(DailySeries series, Panel panel);
}
