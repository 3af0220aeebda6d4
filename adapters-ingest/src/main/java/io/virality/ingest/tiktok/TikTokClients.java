package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What clients are made of.
 *
 * @param environment holds the secrets
 * @param clock tells the days of the budget
 * @param sleeper waits
 * @param random spreads what is tried again
 */
record TikTokClients(Map<String, String> environment, Clock clock, Sleeper sleeper, RandomGenerator random) {

    private static final List<String> PROPERTIES =
            List.of("baseUrl", "timeoutSeconds", "dailyRequests", "dailyRecords", "atQuota", "requestsPerMinute");

    /** How an API's token is had. */
    @FunctionalInterface
    interface Grant {

        AccessToken token(TikTokHost host, Patience patience, Map<String, String> environment) throws SourceException;
    }

    /** Of this process and machine. */
    static TikTokClients real() {
        return new TikTokClients(
                System.getenv(), Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), new Random());
    }

    /** Without the environment, which holds the secrets. */
    @Override
    public String toString() {
        return "TikTokClients[" + clock + "]";
    }

    /** A source's own properties, and those of its client. */
    static List<String> properties(List<String> own) {
        return Stream.concat(own.stream(), PROPERTIES.stream()).toList();
    }

    /**
     * Makes clients of the host that the properties name. They share one budget.
     *
     * @param requestsADay the API's usual quota of requests
     * @param recordsADay the API's usual quota of records
     * @throws SourceException if a property is impossible or a secret missing
     */
    Supplier<TikTokClient> of(
            TikTokHost host, SourceProperties properties, Grant grant, int requestsADay, int recordsADay)
            throws SourceException {
        DailyBudget budget = new DailyBudget(
                properties.number("dailyRequests", requestsADay, 1, Integer.MAX_VALUE),
                properties.number("dailyRecords", recordsADay, 1, Integer.MAX_VALUE),
                properties.oneOf("atQuota", "stop", "wait").equals("wait"),
                clock,
                sleeper);
        int pace = (int) properties.number("requestsPerMinute", 600, 1, 1_000_000);
        Patience patience = new Patience(sleeper, random);
        AccessToken token = grant.token(host, patience, environment);
        return () -> new TikTokClient(host, token, budget, patience, pace, clock, sleeper);
    }
}
