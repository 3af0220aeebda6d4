package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads the properties of a {@code mock-tiktok} source. */
final class SimulationSettings {

    private static final String MARKET = "market";
    private static final List<String> KNOWN = List.of("seed", "creators", "days", "until", MARKET);
    private static final int MOST_CREATORS = 100_000;
    private static final int MOST_DAYS = 1_000;
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    private SimulationSettings() {}

    /** Whether the rows tell of the market, too: shops, products, sales, sponsorships, advertisements. */
    static boolean market(Map<String, String> properties) throws SourceException {
        return new SourceProperties(properties, KNOWN)
                .oneOf(MARKET, "true", "false")
                .equals("true");
    }

    /**
     * The world that the properties describe.
     *
     * @param clock says what yesterday is
     * @throws SourceException if a property is unknown or impossible
     */
    static SimulatedWorld world(Map<String, String> properties, Clock clock) throws SourceException {
        SourceProperties settings = new SourceProperties(properties, KNOWN);
        long seed = settings.number("seed", 7, Long.MIN_VALUE, Long.MAX_VALUE);
        int creators = (int) settings.number("creators", 2_500, 1, MOST_CREATORS);
        int days = (int) settings.number("days", 150, 1, MOST_DAYS);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate until = settings.date("until").orElse(yesterday);
        LocalDate earliest = EARLIEST.plusDays(days - 1);
        if (until.isBefore(earliest) || until.isAfter(yesterday)) {
            throw SourceException.user("until: with " + days + " days of history, " + until + " is not between "
                    + earliest + " and yesterday, " + yesterday);
        }
        return new SimulatedWorld(seed, creators, until.minusDays(days - 1), days);
    }
}
