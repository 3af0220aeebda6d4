package io.virality.domain.forecast;

import java.util.Map;

/**
 * What a method was worth at some horizons, in forecasts of what was not known to it.
 *
 * @param from the nearest day ahead
 * @param to the farthest day ahead
 * @param forecasts how many were compared with what came
 * @param mape the mean absolute error as a part of the value; {@code NaN} where values may be 0
 * @param mase the mean absolute error, scaled by that of the last value one observation ahead before the origin
 * @param pinball the mean quantile loss over the ends of all bands, scaled as {@code mase}
 * @param coverage by the probability of each band, the part that it covered; bands were calibrated on other forecasts
 * @param beatsLastValue the part of series with a smaller mean absolute error than the last value has
 */
public record Accuracy(
        int from,
        int to,
        long forecasts,
        double mape,
        double mase,
        double pinball,
        Map<Double, Double> coverage,
        double beatsLastValue) {}
