package io.virality.ingest.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts what a mock server's clients use up: by the day in UTC, and by the minute that slides along. */
final class MockQuota {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FaultPlan plan;
    private final Clock clock;
    private final Map<String, Deque<Instant>> lastMinute = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private long requests;
    private long records;

    MockQuota(FaultPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** Counts a request of the Research API, whatever becomes of it. */
    void request() throws MockRefusal {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            requests = 0;
            records = 0;
        }
        if (requests >= plan.requestsADay() || records >= plan.recordsADay()) {
            throw spent();
        }
        requests++;
    }

    /** Counts the records of an answer of the Research API. */
    void records(long count) throws MockRefusal {
        if (records + count > plan.recordsADay()) {
            throw spent();
        }
        records += count;
    }

    /** Counts a request to an endpoint of the Display API. */
    void request(String endpoint) throws MockRefusal {
        Deque<Instant> times = lastMinute.computeIfAbsent(endpoint, name -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(MINUTE))) {
            times.removeFirst();
        }
        if (times.size() >= plan.requestsAMinute()) {
            throw new MockRefusal(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
        }
        times.addLast(now);
    }

    static MockRefusal spent() {
        return new MockRefusal(429, "daily_quota_limit_exceeded", "The daily quota limit of your app was exceeded.");
    }
}
