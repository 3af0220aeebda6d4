package io.virality.ingest.tiktok;

import io.virality.spi.Freshness;
import io.virality.spi.Source;
import io.virality.spi.SourceRows;
import java.util.Optional;

/** A simulated world as a source. An interrupted reading starts again: making the rows costs less than storing them. */
final class MockTikTokSource implements Source {

    private final SimulatedWorld world;
    private final boolean market;

    /**
     * A source.
     *
     * @param market whether it tells of the market, too
     */
    MockTikTokSource(SimulatedWorld world, boolean market) {
        this.world = world;
        this.market = market;
    }

    @Override
    public String version() {
        return "mock-tiktok@3";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public Freshness freshness() {
        return Freshness.DAILY;
    }

    @Override
    public SourceRows read(Optional<String> resumeFrom) {
        return new MockTikTokRows(world, market);
    }
}
