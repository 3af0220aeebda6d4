package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.virality.ingest.tiktok.TikTokException.Remedy;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A client of TikTok's Research and Display API: keeps the token alive, the budget and the pace, and tries again where
 * that helps. Used by one thread.
 */
final class TikTokClient {

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int SERVER_ERRORS_BEFORE_ASKING_FOR_LESS = 3;

    private final TikTokHost host;
    private final AccessToken token;
    private final DailyBudget budget;
    private final Patience patience;
    private final RateLimiter pace;
    private final Sleeper sleeper;

    /**
     * A client.
     *
     * @param requestsAMinute its pace
     * @param clock measures the pace
     * @param sleeper waits for it
     */
    TikTokClient(
            TikTokHost host,
            AccessToken token,
            DailyBudget budget,
            Patience patience,
            int requestsAMinute,
            Clock clock,
            Sleeper sleeper) {
        this.host = host;
        this.token = token;
        this.budget = budget;
        this.patience = patience;
        this.sleeper = sleeper;
        Instant start = clock.instant();
        this.pace = new AtomicRateLimiter(
                "tiktok",
                RateLimiterConfig.custom()
                        .limitForPeriod(requestsAMinute)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(Duration.ofHours(1))
                        .build(),
                () -> Duration.between(start, clock.instant()).toNanos());
    }

    /** How many records may be asked for now: at least one, at most so many. */
    int recordsLeft(int most) throws TikTokException, InterruptedException {
        return budget.recordsLeft(most);
    }

    /** Gets what is asked for without a body. */
    JsonNode get(String path, String fields) throws TikTokException, InterruptedException {
        return call(request(path, fields).GET(), ALWAYS, 1);
    }

    /** Posts a question that is answered by at most so many records. */
    JsonNode post(String path, String fields, ObjectNode body, int mostRecords)
            throws TikTokException, InterruptedException {
        return call(posted(path, fields, body), ALWAYS, mostRecords);
    }

    /** Posts a question that can be made smaller: soon gives up where TikTok seems unable to answer it. */
    JsonNode postDivisible(String path, String fields, ObjectNode body, int mostRecords)
            throws TikTokException, InterruptedException {
        return call(posted(path, fields, body), SERVER_ERRORS_BEFORE_ASKING_FOR_LESS, mostRecords);
    }

    private HttpRequest.Builder request(String path, String fields) {
        return host.request(path + "?fields=" + fields);
    }

    private HttpRequest.Builder posted(String path, String fields, ObjectNode body) {
        return request(path, fields)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private JsonNode call(HttpRequest.Builder request, int mostServerErrors, int mostRecords)
            throws TikTokException, InterruptedException {
        return patience.insist(mostServerErrors, () -> {
            try {
                return today(request, mostRecords);
            } catch (TikTokException refusal) {
                if (refusal.remedy() != Remedy.NEW_TOKEN) {
                    throw refusal;
                }
                token.renew();
                return today(request, mostRecords);
            }
        });
    }

    private JsonNode today(HttpRequest.Builder request, int mostRecords) throws TikTokException, InterruptedException {
        while (true) {
            try {
                return once(request, mostRecords);
            } catch (TikTokException refusal) {
                if (refusal.remedy() != Remedy.TOMORROW) {
                    throw refusal;
                }
                budget.awaitTomorrow();
            }
        }
    }

    private JsonNode once(HttpRequest.Builder request, int mostRecords) throws TikTokException, InterruptedException {
        String bearer = "Bearer " + token.value();
        sleeper.sleep(Duration.ofNanos(pace.reservePermission()));
        budget.spendRequest();
        try {
            JsonNode data = host.send(request.setHeader("Authorization", bearer).build())
                    .data();
            budget.spendRecords(records(data));
            return data;
        } catch (TikTokException refusal) {
            if (refusal.remedy() == Remedy.TRY_AGAIN) {
                // TikTok may have counted what got lost on the way.
                budget.spendRecords(mostRecords);
            }
            throw refusal;
        }
    }

    /** An answer holds a list of records, or is one. */
    private static int records(JsonNode data) {
        return data.path("videos").isArray() ? data.get("videos").size() : 1;
    }
}
