package io.virality.domain.response;

import io.virality.domain.creator.Origin;
import io.virality.domain.response.SpendHistory.Grain;
import io.virality.domain.response.SpendHistory.Value;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How what was sold in one currency responds to what was spent in it.
 *
 * @param study empty if there is too little
 * @param missing what there is too little of
 * @param by what spending is told apart by: {@code channel}
 * @param value what it is thought to bring
 * @param currencies in how many amounts of spending each was used, this among them
 * @param from the first day; empty if there is no common period, as is {@code until}, the day after the last one
 * @param notes what was done to make equal periods
 */
public record StoredResponse(
        Optional<ResponseStudy> study,
        Optional<String> missing,
        String by,
        Grain grain,
        Value value,
        Currency currency,
        Map<Currency, Long> currencies,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<String> notes,
        Origin data) {}
