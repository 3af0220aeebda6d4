package io.virality.app;

import io.virality.application.ingest.ImportSource;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.SourceRequest;
import io.virality.ingest.tiktok.MockTikTokServer;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fills a store with a simulated world. TikTok's API tells no history, so all days but the newest come from the
 * generator; the newest one comes as TikTok would tell it, from the mock server over HTTP through the real client. Equal
 * seeds give equal stores on the same day.
 */
final class Simulation {

    private static final String HISTORY = "demo";
    private static final String NEWEST_DAY = "mock-research";

    /** A server that hides nothing, is never late and has no quotas: the demo shall show the whole day, and today. */
    private static final Map<String, String> GENEROUS = Map.of(
            "hidden", "0",
            "missingLikes", "0",
            "archiveDelayHours", "0",
            "archiveCountsDays", "0",
            "requestsPerDay", Integer.toString(Integer.MAX_VALUE),
            "recordsPerDay", Integer.toString(Integer.MAX_VALUE));

    private final Map<String, String> world;
    private final int days;
    private final LocalDate until;
    private final Clock clock;

    /**
     * A world that ends yesterday.
     *
     * @param seed another seed, another world
     * @param days how many it has, at least two
     */
    Simulation(long seed, int creators, int days, Clock clock) {
        this.world = Map.of("seed", Long.toString(seed), "creators", Integer.toString(creators));
        this.days = days;
        this.until = LocalDate.now(clock).minusDays(1);
        this.clock = clock;
    }

    /** Imports all days but the newest, with progress on the error stream. */
    ImportSummary importHistory(ImportSource imports, PrintWriter error) {
        SourceRequest request = new SourceRequest(HISTORY, Optional.empty(), world(days - 1, until.minusDays(1)));
        return ImportCommand.run(imports, request, error);
    }

    /** Imports the newest day, with progress on the error stream. */
    ImportSummary importNewestDay(ImportSource imports, PrintWriter error) {
        try (MockTikTokServer server = MockTikTokCommand.start(0, world(days, until), GENEROUS, clock)) {
            return ImportCommand.run(
                    imports, new SourceRequest(NEWEST_DAY, Optional.empty(), server.newestDay()), error);
        }
    }

    private Map<String, String> world(int days, LocalDate until) {
        Map<String, String> properties = new HashMap<>(world);
        properties.put("days", Integer.toString(days));
        properties.put("until", until.toString());
        return properties;
    }
}
