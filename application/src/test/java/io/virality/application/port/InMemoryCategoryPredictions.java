package io.virality.application.port;

import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.creator.Handle;
import java.util.List;
import java.util.Optional;

/** Predictions in memory. */
final class InMemoryCategoryPredictions implements CategoryPredictions {

    private final InMemoryStore store;

    InMemoryCategoryPredictions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void store(List<CategoryPrediction> predictions) {
        predictions.forEach(prediction -> store.predictions.put(prediction.creator(), prediction));
    }

    @Override
    public Optional<CategoryPrediction> of(Handle handle) {
        return store.holder(handle)
                .map(known -> store.predictions.get(store.creators.indexOf(known) + 1L))
                .filter(prediction ->
                        prediction.model().map(store.models::containsKey).orElse(true));
    }
}
