package io.virality.ingest.tiktok;

import java.time.Instant;
import java.util.Optional;

/**
 * That an invented buyer met something: a creator, perhaps in a video, or an advertisement of a brand.
 *
 * @param buyer a pseudonym
 * @param at when
 * @param click whether it was clicked, and not only seen
 * @param creator whose content it was
 * @param video the platform's id of it
 * @param advertisement where a brand's advertisement was met
 */
record SimulatedTouch(
        String buyer,
        Instant at,
        boolean click,
        Optional<SimulatedCreator> creator,
        Optional<String> video,
        Optional<AdChannel> advertisement) {}
