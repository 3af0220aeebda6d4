package io.virality.domain.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateDefinitionTest {

    @ParameterizedTest
    @EnumSource
    void the_providers_rate_is_preferred_to_any_other(RateDefinition other) {
        assertEquals(RateDefinition.PROVIDER, RateDefinition.preferred(EnumSet.of(other, RateDefinition.PROVIDER)));
    }

    @Test
    void by_views_is_preferred_to_by_followers() {
        assertEquals(
                RateDefinition.BY_VIEWS,
                RateDefinition.preferred(EnumSet.of(RateDefinition.BY_FOLLOWERS, RateDefinition.BY_VIEWS)));
        assertEquals(RateDefinition.BY_FOLLOWERS, RateDefinition.preferred(EnumSet.of(RateDefinition.BY_FOLLOWERS)));
    }

    @Test
    void without_any_rate_it_is_the_providers() {
        assertEquals(RateDefinition.PROVIDER, RateDefinition.preferred(Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_definition_is_found_by_its_id(RateDefinition definition) {
        assertEquals(definition, RateDefinition.of(definition.id()));
    }

    @Test
    void an_unknown_id_is_refused_with_the_known_ones() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> RateDefinition.of("by-likes@1"));

        assertEquals(
                "unknown definition 'by-likes@1'; known definitions: [provider@1, by-views@1, by-followers@1]",
                refusal.getMessage());
    }
}
