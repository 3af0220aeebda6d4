package io.virality.domain.insight;

import io.virality.domain.creator.Handle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question about what one creator did. Its answer is a list, of which one page is asked for; {@link Evidence#n()} says how
 * long all of it is. No entry of the catalogue, which asks about many creators.
 */
public sealed interface Work extends Question permits CreatorSponsorships, CreatorVideos {

    /** Whose work. */
    Handle creator();

    /** The name of its order. */
    String sort();

    /** How many stand on the pages before. */
    long skipped();

    /** How many on the page. */
    int limit();

    /** What is asked for, by name: for the answer's reader. */
    default Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("handle", creator().name());
        shown.put("platform", creator().platform().id());
        shown.put("sort", sort());
        shown.put("skipped", skipped());
        shown.put("limit", (long) limit());
        return shown;
    }
}
