package io.virality.domain.recommendation;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a brief.
 *
 * @param brief what was asked for
 * @param ordering what they are ordered by
 * @param interleaving if two orders have picked them in turns, who picked whom
 * @param recommended the best first
 * @param considered how many candidates were scored
 * @param leftOut how many were found and left out, by why, in words
 * @param notes what the reader must know
 * @param origin of the candidates
 * @param asOf when the newest of them was observed; empty if there is none
 */
public record Recommendations(
        Brief brief,
        Ordering ordering,
        Optional<Interleaving> interleaving,
        List<Recommendation> recommended,
        int considered,
        Map<String, Long> leftOut,
        List<String> notes,
        Origin origin,
        Optional<Instant> asOf) {

    /** Copies are kept. */
    public Recommendations {
        recommended = List.copyOf(recommended);
        notes = List.copyOf(notes);
    }
}
