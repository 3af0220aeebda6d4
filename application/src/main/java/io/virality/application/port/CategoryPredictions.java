package io.virality.application.port;

import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.creator.Handle;
import java.util.List;
import java.util.Optional;

/** What creators probably post about, apart from what sources tell. */
public interface CategoryPredictions {

    /** Keeps predictions in place of older ones of the same creators. A prediction goes with the model that made it. */
    void store(List<CategoryPrediction> predictions);

    /** That of the creator who now has a handle. */
    Optional<CategoryPrediction> of(Handle handle);
}
