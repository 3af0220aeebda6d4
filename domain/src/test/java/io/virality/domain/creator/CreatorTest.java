package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CreatorTest {

    @Test
    void a_rate_is_found_by_its_definition() {
        EngagementRate byViews = new EngagementRate(RateDefinition.BY_VIEWS, .1, OptionalDouble.empty());
        EngagementRate provider = new EngagementRate(RateDefinition.PROVIDER, .2, OptionalDouble.of(.1));
        Creator creator = new Creator(
                Identity.of(Handle.tiktok("ada")),
                Profile.UNKNOWN,
                Counts.UNKNOWN,
                List.of(byViews, provider),
                new Provenance("feed", "feed@1", Origin.REAL, Freshness.DAILY, Instant.EPOCH, false));

        assertEquals(Optional.of(provider), creator.rate(RateDefinition.PROVIDER));
        assertEquals(Optional.of(byViews), creator.rate(RateDefinition.BY_VIEWS));
        assertEquals(Optional.empty(), creator.rate(RateDefinition.BY_FOLLOWERS));
    }
}
