package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a series goes on.
 *
 * @param group whose series it is
 * @param method that answers; empty if too little is known for any
 * @param lastObserved the newest day; empty if nothing was observed
 * @param points for each day, immutable, from the one after the origin to the horizon; none if too little is known
 * @param backtest what the methods were worth for series like this; empty if too little is known
 * @param notes what was done to the observations, and what is missing
 */
public record Forecast(
        String group,
        Optional<String> method,
        Optional<LocalDate> lastObserved,
        List<ForecastPoint> points,
        Optional<Backtest> backtest,
        List<String> notes) {

    /** Keeps a copy of notes; points may be a list that computes them. */
    public Forecast {
        notes = List.copyOf(notes);
    }
}
