package io.virality.domain.marketplace;

import java.util.Optional;

/**
 * Whom an advertisement was shown to, as far as it is told.
 *
 * @param description in the advertiser's words
 * @param age a group of ages
 * @param gender a gender
 * @param interest an interest
 */
public record Audience(
        Optional<String> description, Optional<String> age, Optional<String> gender, Optional<String> interest) {}
