package io.virality.ingest.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may be asked of TikTok within a day, which ends at 00:00 UTC: so many requests, whatever becomes of them, and so
 * many records. Ends the reading rather than exceed either, or waits for the next day.
 */
final class DailyBudget {

    private static final Logger LOG = LoggerFactory.getLogger(DailyBudget.class);

    /** Not in one piece: a machine that slept would oversleep. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(10);

    private final long requestsADay;
    private final long recordsADay;
    private final boolean patient;
    private final Clock clock;
    private final Sleeper sleeper;
    private LocalDate day = LocalDate.MIN;
    private long requests;
    private long records;

    /**
     * A budget.
     *
     * @param patient whether it waits for the next day
     */
    DailyBudget(long requestsADay, long recordsADay, boolean patient, Clock clock, Sleeper sleeper) {
        this.requestsADay = requestsADay;
        this.recordsADay = recordsADay;
        this.patient = patient;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Spends a request. */
    void spendRequest() throws TikTokException, InterruptedException {
        startDay();
        if (requests >= requestsADay) {
            awaitTomorrow();
        }
        requests++;
    }

    /** How many records may be asked for now: at least one, at most so many. */
    int recordsLeft(int most) throws TikTokException, InterruptedException {
        startDay();
        if (records >= recordsADay) {
            awaitTomorrow();
        }
        return (int) Math.min(most, recordsADay - records);
    }

    /** Spends records: those received, and those that may have been sent. */
    void spendRecords(long count) {
        startDay();
        records += count;
    }

    /**
     * Waits until 00:00 UTC.
     *
     * @throws TikTokException if it is not to be waited for
     */
    void awaitTomorrow() throws TikTokException, InterruptedException {
        Instant tomorrow = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!patient) {
            throw new TikTokException(
                    TikTokException.Remedy.TOMORROW,
                    "today's quota of TikTok's API is spent; what was read is kept: import again from " + tomorrow
                            + " on, or set atQuota=wait");
        }
        LOG.warn("today's quota of TikTok's API is spent; going on at {}", tomorrow);
        for (Instant now = clock.instant(); now.isBefore(tomorrow); now = clock.instant()) {
            Duration left = Duration.between(now, tomorrow);
            sleeper.sleep(left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
        }
        startDay();
    }

    private void startDay() {
        LocalDate today = today();
        if (!today.equals(day)) {
            day = today;
            requests = 0;
            records = 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
