package io.virality.application.port;

import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Page;
import io.virality.domain.insight.Statement;
import java.util.Optional;

/** What sources say differently about one creator. */
public interface Disagreements {

    /**
     * By creator in the order in which they became known, by field, by moment; a page at a time.
     *
     * @param field only about this one
     * @param skipped how many stand on the pages before; {@link Page#next()} names it
     */
    Page<Disagreement> find(Optional<Disagreement.Field> field, long skipped, int limit);

    /** The statement that {@link #find} runs. */
    Statement statement(Optional<Disagreement.Field> field, long skipped, int limit);
}
