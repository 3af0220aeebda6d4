package io.virality.ingest.tiktok;

import io.virality.spi.Freshness;
import io.virality.spi.Source;
import io.virality.spi.SourceRows;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** TikTok's Display API as a source: one creator, as of now. */
final class DisplaySource implements Source {

    private final Supplier<TikTokClient> clients;
    private final Optional<String> username;
    private final boolean simulated;
    private final Clock clock;

    DisplaySource(Supplier<TikTokClient> clients, Optional<String> username, boolean simulated, Clock clock) {
        this.clients = clients;
        this.username = username;
        this.simulated = simulated;
        this.clock = clock;
    }

    @Override
    public String version() {
        return "tiktok-display@2";
    }

    @Override
    public boolean simulated() {
        return simulated;
    }

    @Override
    public Freshness freshness() {
        return Freshness.LIVE;
    }

    @Override
    public boolean canResume() {
        return true;
    }

    @Override
    public SourceRows read(Optional<String> resumeFrom) {
        return new DisplayRows(clients.get(), username, clock, resumeFrom);
    }
}
