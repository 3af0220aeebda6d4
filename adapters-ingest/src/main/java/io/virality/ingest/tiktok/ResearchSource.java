package io.virality.ingest.tiktok;

import io.virality.spi.Freshness;
import io.virality.spi.Source;
import io.virality.spi.SourceRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** TikTok's Research API as a source. Profiles are live; a search mixes in an archive's counts, up to ten days old. */
final class ResearchSource implements Source {

    private final Supplier<TikTokClient> clients;
    private final ResearchQuestion question;
    private final boolean simulated;
    private final Optional<Instant> observedAt;
    private final Clock clock;

    /**
     * A source.
     *
     * @param observedAt the time at which the answering world stands; empty where it is the clock's
     */
    ResearchSource(
            Supplier<TikTokClient> clients,
            ResearchQuestion question,
            boolean simulated,
            Optional<Instant> observedAt,
            Clock clock) {
        this.clients = clients;
        this.question = question;
        this.simulated = simulated;
        this.observedAt = observedAt;
        this.clock = observedAt.map(time -> Clock.fixed(time, ZoneOffset.UTC)).orElse(clock);
    }

    @Override
    public String version() {
        return "tiktok-research@2";
    }

    @Override
    public boolean simulated() {
        return simulated;
    }

    @Override
    public Freshness freshness() {
        return question.days().isPresent() ? Freshness.ARCHIVE : Freshness.LIVE;
    }

    @Override
    public Optional<Instant> observedAt() {
        return observedAt;
    }

    @Override
    public boolean canResume() {
        return true;
    }

    @Override
    public SourceRows read(Optional<String> resumeFrom) {
        return new ResearchRows(clients.get(), question, clock, resumeFrom);
    }
}
