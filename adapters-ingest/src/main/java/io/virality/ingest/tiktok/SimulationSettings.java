package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Reads the properties of a {@code mock-tiktok} source. */
final class SimulationSettings {

    private static final List<String> KNOWN = List.of("seed", "creators", "days", "until");
    private static final int MOST_CREATORS = 100_000;
    private static final int MOST_DAYS = 1_000;
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    private final Map<String, String> properties;

    private SimulationSettings(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * The world that the properties describe.
     *
     * @param clock says what yesterday is
     * @throws SourceException if a property is unknown or impossible
     */
    static SimulatedWorld world(Map<String, String> properties, Clock clock) throws SourceException {
        for (String property : properties.keySet()) {
            if (!KNOWN.contains(property)) {
                throw SourceException.unknown("property", property, KNOWN);
            }
        }
        return new SimulationSettings(properties).world(LocalDate.now(clock));
    }

    private SimulatedWorld world(LocalDate today) throws SourceException {
        long seed = number("seed", 7, Long.MIN_VALUE, Long.MAX_VALUE);
        int creators = (int) number("creators", 2_500, 1, MOST_CREATORS);
        int days = (int) number("days", 150, 1, MOST_DAYS);
        LocalDate until = date("until", today.minusDays(1));
        LocalDate earliest = EARLIEST.plusDays(days - 1);
        LocalDate yesterday = today.minusDays(1);
        if (until.isBefore(earliest) || until.isAfter(yesterday)) {
            throw SourceException.user("until: with " + days + " days of history, " + until + " is not between "
                    + earliest + " and yesterday, " + yesterday);
        }
        return new SimulatedWorld(seed, creators, until.minusDays(days - 1), days);
    }

    private long number(String name, long usual, long least, long greatest) throws SourceException {
        String text = properties.get(name);
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw SourceException.user(name + ": '" + text + "' is not a whole number from " + least + " to " + greatest);
    }

    private LocalDate date(String name, LocalDate usual) throws SourceException {
        String text = properties.get(name);
        if (text == null) {
            return usual;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new SourceException(
                    SourceException.Turn.USER, name + ": '" + text + "' is not a date like 2026-06-30", e);
        }
    }
}
