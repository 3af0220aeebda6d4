package io.virality.ingest.tiktok;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.time.Clock;
import java.util.Map;

/**
 * Makes sources of type {@code mock-tiktok}: a simulated TikTok whose creators, videos and counts are all invented. Equal
 * properties give equal rows. What is simulated, and how, stands in {@code docs/simulation.md}.
 *
 * <p>Properties, all optional: {@code seed} (7), {@code creators} (2500), {@code days} of history (150), {@code until},
 * its last day (yesterday, UTC), {@code market} (true): whether what is sold and advertised is told, too. A later {@code until} with as many more {@code days} continues the same history; without
 * more days, it is another history of the same creators.
 */
public final class MockTikTokFactory implements SourceFactory {

    private final Clock clock;

    /** By the system's clock. */
    public MockTikTokFactory() {
        this(Clock.systemUTC());
    }

    MockTikTokFactory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "mock-tiktok";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        return new MockTikTokSource(SimulationSettings.world(properties, clock), SimulationSettings.market(properties));
    }
}
