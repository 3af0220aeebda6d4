package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What is expected of a day.
 *
 * @param date the day
 * @param value what is expected
 * @param bands of 50, 80 and 95 %
 */
public record ForecastPoint(LocalDate date, double value, List<Band> bands) {}
