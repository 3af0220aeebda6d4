package io.virality.ingest.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only while somebody sleeps. */
final class TestTime extends Clock implements Sleeper {

    private final List<Duration> naps = new ArrayList<>();
    private Instant now;

    TestTime(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        if (!duration.isZero()) {
            now = now.plus(duration);
            naps.add(duration);
        }
    }

    /** All waits so far. */
    synchronized List<Duration> naps() {
        return List.copyOf(naps);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
