package io.virality.application.port;

import io.virality.domain.category.CreatorText;
import java.util.List;

/** The words of creators: of themselves and of their videos. */
public interface CreatorTexts {

    /**
     * Those of the creators that became known next, a page at a time.
     *
     * @param after the number of the last creator of the page before; 0 for the first page
     * @param limit at most so many
     */
    List<CreatorText> page(long after, int limit);
}
