package io.virality.domain.forecast;

import java.util.List;

/**
 * What the methods were worth for some series, by the classes that are tried together.
 *
 * @param name of these series
 * @param series how many there are
 * @param backtests of each class of which enough is known
 * @param notes what is missing
 */
public record Report(String name, int series, List<Backtest> backtests, List<String> notes) {}
